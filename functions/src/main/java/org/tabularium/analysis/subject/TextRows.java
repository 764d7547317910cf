package org.tabularium.analysis.subject;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.RowsPromise;
import org.tabularium.shell.DeclaredText;
import org.tabularium.shell.RowsDeclaration;
import org.tabularium.shell.TextDeclaration;

/// A text ([DeclaredText]): it computes nothing, since its numbers are those of tables.
public final class TextRows implements RowsKind<DeclaredText> {

    @Override
    public RowsDeclaration<DeclaredText> declaration() {
        return TextDeclaration.TEXT;
    }

    @Override
    public void ask(DeclaredText rows, ColumnRequest request) {
        // the tables that it quotes ask
    }

    @Override
    public void add(DeclaredText rows, TableFrame frame, TableRecords records, TableBody body) {
        // no rows
    }

    @Override
    public RowsPromise promise(DeclaredText rows) {
        return RowsPromise.NONE;
    }
}
