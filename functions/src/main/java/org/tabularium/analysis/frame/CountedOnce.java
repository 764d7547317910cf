package org.tabularium.analysis.frame;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.display.EventRemark.Counted.Events;
import org.tabularium.result.display.EventRemark.Counted.Once;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredEvents;

/// Says how the rows of a table count subjects and events, where it has such rows.
public final class CountedOnce {

    private static final Set<Form> COUNTS = EnumSet.of(Form.COUNT_PERCENT, Form.COUNT_PERCENT_EVENTS, Form.FRACTION);

    private static final String DEVIATIONS = "ADDV";

    private CountedOnce() {}

    /// Adds the remark that the shell asks for, before all others.
    public static void addRemark(Shell shell, TableBody body) {
        if (shell.countedOnce() && (!body.drawn.isEmpty() || has(body, COUNTS))) {
            boolean events = has(body, EnumSet.of(Form.COUNT_PERCENT_EVENTS));
            List<Remark> others = List.copyOf(body.remarks);
            body.remarks.clear();
            body.remarks.add(new EventRemark.Counted(once(shell), events ? events(shell) : Events.NONE));
            body.remarks.addAll(others);
        }
    }

    private static boolean has(TableBody body, Set<Form> forms) {
        return body.rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> forms.contains(cell.form()));
    }

    private static Events events(Shell shell) {
        return shell.dataset().equals(DEVIATIONS) ? Events.DEVIATIONS : Events.EVENTS;
    }

    private static Once once(Shell shell) {
        if (shell.rows().stream().anyMatch(DeclaredEvents.Grades.class::isInstance)) {
            return Once.EVENT;
        }
        long graded = shell.rows().stream().filter(rows -> rows instanceof DeclaredEvents.Nest nest && nest.grades()).count();
        if (graded == 0) {
            return Once.ROW;
        }
        return graded == 1 ? Once.WORST_OF_ROW : Once.WORST_OF_ROW_IN_PARTS;
    }
}
