package org.tabularium.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.DeclaredRows;

/// Every kind of rows there is, by what it declares.
final class RowsKinds {

    static final List<RowsKind<?>> ALL = DeclaredKinds.all().stream().<RowsKind<?>>map(kind -> (RowsKind<?>) kind).toList();

    private static final Map<Class<?>, RowsKind<?>> BY_DECLARATION = byDeclaration();

    private RowsKinds() {}

    /// @throws IllegalArgumentException for a declaration without a kind, which is a fault of the program
    @SuppressWarnings("unchecked") // a kind is found by the class that it declares
    static <R extends DeclaredRows> RowsKind<R> of(R rows) {
        RowsKind<?> kind = BY_DECLARATION.get(rows.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("no kind of rows is declared by " + rows.getClass().getSimpleName());
        }
        return (RowsKind<R>) kind;
    }

    private static Map<Class<?>, RowsKind<?>> byDeclaration() {
        Map<Class<?>, RowsKind<?>> kinds = new HashMap<>();
        ALL.forEach(kind -> kinds.put(kind.declaration().rows(), kind));
        return kinds;
    }
}
