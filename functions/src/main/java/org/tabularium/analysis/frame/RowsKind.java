package org.tabularium.analysis.frame;

import java.util.List;
import java.util.Optional;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredKind;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// A kind of rows: what it asks of the data, why it cannot be made, what it adds to a table, and what its rows promise. Each kind
/// is one class of a room of its family.
///
/// @param <R> how a shell declares such rows
public interface RowsKind<R extends DeclaredRows> extends DeclaredKind {

    @Override
    RowsDeclaration<R> declaration();

    /// Asks for every column that the rows may look at, before anything is read.
    void ask(R rows, ColumnRequest request);

    /// Why the rows cannot be made, as far as the datasets' headers tell.
    ///
    /// @return empty where they do not stand against it
    default Optional<Obstacle> unmet(R rows, Shell shell, Study study) {
        return Optional.empty();
    }

    /// Whether a study that does not list its tables gets such rows, now that its data are there: what is of another disease or
    /// treatment is offered only where somebody asks for it.
    default boolean isFitting(R rows, Shell shell, StudyData data) {
        return true;
    }

    /// Computes the rows and adds them.
    ///
    /// @throws NotProducedException where they cannot be made of these data
    void add(R rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException;

    /// What the rows promise to those who do not know the kind.
    RowsPromise promise(R rows);

    /// The parameters that a table of rows which leave theirs open is made of, one each.
    default List<String> parameters(StudyData data) {
        return List.of();
    }

    /// Who is counted where a shell leaves that to its parameter ([PopulationName#BY_PARAMETER]).
    default PopulationName population(R rows, Shell shell, StudyData data) {
        return PopulationName.EFFICACY;
    }

    /// Why there is no such parameter.
    default Obstacle withoutParameter(Shell shell, StudyData data) {
        return new AbsenceObstacle.NoOpenParameter();
    }

    /// Adds what the table has whether there are records or not: what stands for `{…}` in the title, the columns of a listing.
    default void prepare(R rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {}
}
