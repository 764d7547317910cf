package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.TermFilter;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredEvents.GradesIn;
import org.tabularium.shell.rows.DeclaredEvents.Nest;
import org.tabularium.shell.rows.DeclaredEvents.Queries;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Rows of events by the sponsor's queries ([Queries]): each query, and below it its preferred terms.
public final class EventQueriesRows implements RowsKind<Queries> {

    private static final String TERM = "AEDECOD";
    /// What names the first query of an event; a table of queries is called by it.
    private static final String QUERY = "SMQ01NAM";

    @Override
    public RowsDeclaration<Queries> declaration() {
        return Queries.DECLARATION;
    }

    @Override
    public void ask(Queries rows, ColumnRequest request) {
        request.ofTable(List.of(TERM));
        request.ofTable(EventGroups.variables(request.study()));
        request.ofTable(EventGroups.scopes(request.study()));
    }

    @Override
    public Optional<Obstacle> unmet(Queries rows, Shell shell, Study study) {
        return EventGroups.variables(study).isEmpty()
                ? Optional.of(new AbsenceObstacle.NothingOf(List.of(shell.dataset() + "." + QUERY)))
                : Optional.empty();
    }

    @Override
    public boolean isFitting(Queries rows, Shell shell, StudyData data) {
        return JoinedRecords.of(data, shell.dataset()).filter(events -> !EventGroups.names(events, List.of()).isEmpty())
                .isPresent();
    }

    @Override
    public void add(Queries rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        List<String> names = EventGroups.names(records.records(), List.of());
        if (names.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NothingOf(List.of(records.records().name() + "." + QUERY)));
        }
        long broad = EventGroups.broad(records.records(), records.selected());
        if (broad > 0) {
            body.remarks.add(new EventRemark.BroadTerms(broad));
        }
        for (String name : names) {
            Filter query = TermFilter.reported(name, records.records());
            BitSet selected = records.records().select(query, records.selected());
            Nest terms = new Nest(List.of(TERM), rows.events(), RowOrder.DESCENDING, 0, false, List.of(), GradesIn.ROWS, name,
                    null,
                    List.of(), "");
            NestAnalysis.add(terms, frame, records.records(), records.filter().and(query), selected, body);
        }
    }

    @Override
    public RowsPromise promise(Queries rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL).with(rows.events() ? Cells.COUNT_PERCENT_EVENTS : Cells.COUNT_PERCENT)
                .withStubLevels(List.of(QUERY, TERM));
    }
}
