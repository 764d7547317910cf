package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.shell.Shell;
import org.tabularium.study.ValueText;

/// Says how many of the subjects in the columns of a table received another treatment than planned, and under which of the two
/// they are counted. Of several treatments of one subject other remarks tell.
public final class OtherTreatments {

    private OtherTreatments() {}

    /// Adds the remark where there are such subjects.
    public static void addRemark(TableFrame frame, TableBody body) {
        TreatmentVariables treatment = TreatmentVariables.of(frame.data());
        Optional<Column> planned = treatment.planned().flatMap(frame.data().adsl()::column);
        Optional<Column> actual = treatment.actual().flatMap(frame.data().adsl()::column);
        boolean byTreatment = frame.shell().by().equals(Shell.BY_TREATMENT) && treatment.both().size() > 1
                && frame.arms().several() == null && !frame.shell().listsRecords();
        if (!byTreatment || planned.isEmpty() || actual.isEmpty()) {
            return;
        }
        BitSet counted = new BitSet();
        frame.columns().forEach(column -> counted.or(column.subjects()));
        long others = counted.stream()
                .filter(subject -> !planned.get().isMissing(subject) && !actual.get().isMissing(subject))
                .filter(subject -> !folded(planned.get(), subject).equals(folded(actual.get(), subject)))
                .count();
        if (others > 0) {
            body.remarks.add(new PopulationRemark.OtherTreatment(others,
                    treatment.actual().filter(frame.arms().variable()::equals).isPresent()));
        }
    }

    private static String folded(Column treatment, int subject) {
        return ValueText.folded(ValueText.text(treatment, subject));
    }
}
