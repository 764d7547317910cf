package org.tabularium.validation.subject;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Who was treated otherwise than planned by ACTARM (or TRT01AN) stands so in the variable that safety tables go by. Arms that
/// stand in SDTM's variables may be named otherwise than in ADaM's, so each pair is compared within itself.
public final class ActualArms implements Rule {

    /// Pairs of the planned and the actual arm.
    private static final List<List<String>> PAIRS = List.of(List.of("ARM", "ACTARM"), List.of("ARMCD", "ACTARMCD"),
            List.of("TRT01PN", "TRT01AN"));
    private static final int NAMED = 5;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        PAIRS.forEach(pair -> requested.ask(Study.ADSL, pair));
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
        requested.ask(Study.ADSL, List.copyOf(TreatmentVariables.of(study).both()));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        TreatmentVariables arms = TreatmentVariables.of(data);
        Optional<Column> planned = arms.planned().flatMap(data.adsl()::column);
        Optional<Column> actual = arms.actual().flatMap(data.adsl()::column);
        if (planned.isEmpty() || actual.isEmpty() || !TreatmentVariables.absent(data.study()).isEmpty()) {
            return;
        }
        IntPredicate asPlanned = row -> same(planned.get(), actual.get(), row);
        for (List<String> pair : PAIRS) {
            Optional<Column> plan = data.adsl().column(pair.getFirst());
            Optional<Column> fact = data.adsl().column(pair.getLast());
            if (plan.isPresent() && fact.isPresent() && !arms.actual().equals(Optional.of(pair.getLast()))) {
                BitSet failures = ScreenFailures.of(data.adsl());
                List<Integer> rows = IntStream.range(0, data.adsl().rows())
                        .filter(row -> !failures.get(row) && isArm(plan.get(), row) && isArm(fact.get(), row))
                        .filter(row -> !same(plan.get(), fact.get(), row) && asPlanned.test(row))
                        .boxed().toList();
                if (!rows.isEmpty()) {
                    findings.accept(finding(ExaminedDataset.adsl(data), pair, arms.actual().orElseThrow(), rows));
                    return;
                }
            }
        }
    }

    private static boolean isArm(Column column, int row) {
        return !SeveralTreatments.isNone(ValueText.folded(ValueText.text(column, row)));
    }

    private static boolean same(Column one, Column other, int row) {
        return ValueText.folded(ValueText.text(one, row)).equals(ValueText.folded(ValueText.text(other, row)));
    }

    private static Finding finding(ExaminedDataset adsl, List<String> pair, String actual, List<Integer> rows) {
        String named = rows.stream().limit(NAMED).map(row -> Long.toString(adsl.sourceRow(row)))
                .collect(Collectors.joining(", "));
        boolean number = pair.getLast().endsWith("N");
        return adsl.in(Finding.warning("ACTUAL_ARM_DIFFERS", "is another than " + pair.getFirst() + " for " + rows.size()
                + (rows.size() == 1 ? " subject" : " subjects") + " (row " + named + (rows.size() > NAMED ? ", …" : "")
                + "), who by "
                + adsl.named(actual) + (rows.size() == 1 ? " was" : " were")
                + " treated as planned; safety tables go by " + adsl.named(actual))
                .of(pair.getLast())
                .remedy("correct " + (number || actual.equals("TRT01A")
                        ? "whichever is wrong"
                        : "it, or name the actual arm in "
                                + "study.yaml, treatment: {actual: " + pair.getLast() + "}")));
    }
}
