package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/// How a shell writes one kind of rows.
///
/// @param word the key of an entry of `rows:` that says its kind
/// @param rows what the entry is read as
/// @param conditions whose variables its conditions name
/// @param reader of an entry that has passed the schema; fills in the defaults
public record RowsDeclaration<R extends DeclaredRows>(
        String word, Class<R> rows, NamedVariable.Of conditions, Function<JsonNode, R> reader) {

    /// Rows whose kind says all below its word.
    ///
    /// @param reader of what is below the word
    static <R extends DeclaredRows> RowsDeclaration<R> of(
            String word, Class<R> rows, NamedVariable.Of conditions, Function<JsonNode, R> reader) {
        return new RowsDeclaration<>(word, rows, conditions, entry -> reader.apply(entry.path(word)));
    }

    /// Rows whose kind says something beside its word.
    ///
    /// @param reader of the whole entry
    static <R extends DeclaredRows> RowsDeclaration<R> ofEntry(
            String word, Class<R> rows, NamedVariable.Of conditions, Function<JsonNode, R> reader) {
        return new RowsDeclaration<>(word, rows, conditions, reader);
    }
}
