package org.tabularium.analysis.subject;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.shell.rows.Prose;
import org.tabularium.shell.rows.RowsDeclaration;

/// A text ([Prose]): it computes nothing, since its numbers are those of tables.
public final class TextRows implements RowsKind<Prose> {

    @Override
    public RowsDeclaration<Prose> declaration() {
        return Prose.DECLARATION;
    }

    @Override
    public void ask(Prose rows, ColumnRequest request) {
        // the tables that it quotes ask
    }

    @Override
    public void add(Prose rows, TableFrame frame, TableRecords records, TableBody body) {
        // no rows
    }

    @Override
    public RowsPromise promise(Prose rows) {
        return RowsPromise.NONE;
    }
}
