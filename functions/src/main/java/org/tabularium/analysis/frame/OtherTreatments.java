package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.result.Result;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.shell.Shell;
import org.tabularium.study.ValueText;

/// Says how many of the subjects in the columns of a table, or of those whose treatment a listing shows, received another
/// treatment than planned, and under which of the two they stand. Of several treatments of one subject other remarks tell.
public final class OtherTreatments {

    private static final String SUBJECT = "USUBJID";

    private OtherTreatments() {}

    /// Adds the remark where there are such subjects.
    public static void addRemark(TableFrame frame, TableBody body) {
        TreatmentVariables treatment = TreatmentVariables.of(frame.data());
        Optional<Column> planned = treatment.planned().flatMap(frame.data().adsl()::column);
        Optional<Column> actual = treatment.actual().flatMap(frame.data().adsl()::column);
        boolean listing = frame.shell().listsRecords();
        boolean byTreatment = (listing || frame.shell().by().equals(Shell.BY_TREATMENT)) && treatment.both().size() > 1
                && frame.arms().several() == null;
        if (!byTreatment || planned.isEmpty() || actual.isEmpty()) {
            return;
        }
        Set<String> variables = listing
                ? shown(treatment, body).map(Result::variable).collect(Collectors.toSet())
                : Set.of(frame.arms().variable());
        if (variables.size() != 1) { // a listing with both says it in its columns
            return;
        }
        long others = (listing ? listed(frame, treatment, body) : counted(frame)).stream()
                .filter(subject -> !planned.get().isMissing(subject) && !actual.get().isMissing(subject))
                .filter(subject -> !SeveralTreatments.isNone(folded(planned.get(), subject))
                        && !SeveralTreatments.isNone(folded(actual.get(), subject)))
                .filter(subject -> !folded(planned.get(), subject).equals(folded(actual.get(), subject)))
                .count();
        if (others > 0) {
            body.remarks.add(new PopulationRemark.OtherTreatment(others,
                    treatment.actual().filter(variables::contains).isPresent(), listing));
        }
    }

    private static BitSet counted(TableFrame frame) {
        BitSet counted = new BitSet();
        frame.columns().forEach(column -> counted.or(column.subjects()));
        return counted;
    }

    /// The subjects whose treatment a listing shows.
    private static BitSet listed(TableFrame frame, TreatmentVariables treatment, TableBody body) {
        Set<String> ids = shown(treatment, body).map(result -> result.groups().getOrDefault(SUBJECT, ""))
                .collect(Collectors.toSet());
        return frame.data().adsl().column(SUBJECT).stream().flatMapToInt(column -> frame.population().subjects().stream()
                .filter(subject -> ids.contains(ValueText.text(column, subject))))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static Stream<Result> shown(TreatmentVariables treatment, TableBody body) {
        return body.rows.stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream())
                .filter(result -> treatment.both().contains(Objects.requireNonNullElse(result.variable(), "")));
    }

    private static String folded(Column treatment, int subject) {
        return ValueText.folded(ValueText.text(treatment, subject));
    }
}
