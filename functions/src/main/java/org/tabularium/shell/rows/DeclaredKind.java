package org.tabularium.shell.rows;

/// A kind of rows, as far as a shell knows it. The kinds are found by [java.util.ServiceLoader]: each is a public class with a
/// public constructor without arguments, named in `META-INF/services`; `analysis` computes them.
public interface DeclaredKind {

    /// How a shell writes such rows.
    RowsDeclaration<?> declaration();
}
