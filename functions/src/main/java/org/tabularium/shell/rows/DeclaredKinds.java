package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabularium.Providers;

/// Every kind of rows there is.
public final class DeclaredKinds {

    private static final List<DeclaredKind> ALL = Providers.of(DeclaredKind.class);

    private static final Map<String, RowsDeclaration<?>> BY_WORD = byWord(false);
    private static final Map<String, RowsDeclaration<?>> FIGURES = byWord(true);

    private DeclaredKinds() {}

    /// All of them, in the order of their names in `META-INF/services`.
    public static List<DeclaredKind> all() {
        return ALL;
    }

    /// The words with which a shell may begin rows, a word a kind.
    public static Set<String> words() {
        return BY_WORD.keySet();
    }

    /// Reads an entry of `rows:` that has passed the schema, and fills in the defaults.
    public static DeclaredRows read(JsonNode entry) {
        return of(entry).reader().apply(entry);
    }

    /// Reads what a figure shows, which has passed the schema, and fills in the defaults.
    public static DeclaredRows readFigure(JsonNode figure) {
        String kind = figure.path("kind").asText();
        RowsDeclaration<?> declaration = FIGURES.get(kind);
        if (declaration == null) {
            throw new IllegalArgumentException("no kind of figure: " + kind);
        }
        return declaration.reader().apply(figure);
    }

    /// The kinds of figures, a word each.
    public static Set<String> figures() {
        return FIGURES.keySet();
    }

    /// The keys of a kind of figure; empty for a word that is none.
    public static List<String> figureKeys(String kind) {
        RowsDeclaration<?> declaration = FIGURES.get(kind);
        return declaration == null || declaration.figureKeys() == null ? List.of() : declaration.figureKeys();
    }

    /// The word of an entry's kind.
    public static String word(JsonNode entry) {
        return of(entry).word();
    }

    /// Whose variables the conditions of rows name.
    ///
    /// @param word of their kind; another word for what is in no rows
    public static VariablesOf conditions(String word) {
        RowsDeclaration<?> declaration = BY_WORD.get(word);
        return declaration == null ? VariablesOf.RECORDS : declaration.conditions();
    }

    private static RowsDeclaration<?> of(JsonNode entry) {
        for (RowsDeclaration<?> declaration : BY_WORD.values()) {
            if (entry.has(declaration.word())) {
                return declaration;
            }
        }
        throw new IllegalArgumentException("a row of no kind: " + entry);
    }

    private static Map<String, RowsDeclaration<?>> byWord(boolean figures) {
        Map<String, RowsDeclaration<?>> declarations = new LinkedHashMap<>();
        ALL.stream().filter(kind -> figures == (kind.declaration().figureKeys() != null))
                .forEach(kind -> declarations.put(kind.declaration().word(), kind.declaration()));
        return declarations;
    }
}
