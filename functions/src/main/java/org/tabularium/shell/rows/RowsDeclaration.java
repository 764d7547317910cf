package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a shell writes one kind of rows.
///
/// @param word the key of an entry of `rows:` that says its kind
/// @param rows what the entry is read as
/// @param conditions whose variables its conditions name
/// @param reader of an entry that has passed the schema; fills in the defaults
/// @param figureKeys of what a figure shows, the keys beside its kind; null for rows of a table or listing
public record RowsDeclaration<R extends DeclaredRows>(
        String word, Class<R> rows, VariablesOf conditions, Function<JsonNode, R> reader,
        @Nullable List<String> figureKeys) {

    /// Rows whose kind says all below its word.
    ///
    /// @param reader of what is below the word
    static <R extends DeclaredRows> RowsDeclaration<R> of(
            String word, Class<R> rows, VariablesOf conditions, Function<JsonNode, R> reader) {
        return new RowsDeclaration<>(word, rows, conditions, entry -> reader.apply(entry.path(word)), null);
    }

    /// Rows whose kind says something beside its word.
    ///
    /// @param reader of the whole entry
    static <R extends DeclaredRows> RowsDeclaration<R> ofEntry(
            String word, Class<R> rows, VariablesOf conditions, Function<JsonNode, R> reader) {
        return new RowsDeclaration<>(word, rows, conditions, reader, null);
    }

    /// What a figure of a kind shows.
    ///
    /// @param keys beside the kind
    /// @param reader of all that is below `figure:`
    static <R extends DeclaredFigure> RowsDeclaration<R> ofFigure(
            String kind, Class<R> rows, List<String> keys, Function<JsonNode, R> reader) {
        return new RowsDeclaration<>(kind, rows, VariablesOf.RECORDS, reader, keys);
    }
}
