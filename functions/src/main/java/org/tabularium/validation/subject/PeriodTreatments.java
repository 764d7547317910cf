package org.tabularium.validation.subject;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The treatment that a record names is that of its period (APERIOD 2 is of TRT02A); and where records are of several periods
/// ADSL says the treatments of more than one. Periods of solicited reactions are doses of one treatment.
public final class PeriodTreatments implements Rule {

    private static final List<String> FIRST = List.of("TRT01A", "TRT01P");
    private static final int NAMED = 5;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        with(study).forEach(name -> requested.ask(name, SeveralTreatments.RECORD_VARIABLES));
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        FIRST.forEach(first -> requested.ask(Study.ADSL, SeveralTreatments.periods(study, first)));
    }

    private static List<String> with(Study study) {
        return ExaminedDataset.names(study).stream()
                .filter(name -> !name.equals(Study.ADSL) && study.has(name, SeveralTreatments.PERIOD))
                .toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, with(data.study()))) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, dataset.name());
            for (String first : FIRST) {
                Optional<SeveralTreatments> several = SeveralTreatments.of(data, first).filter(of -> of.periods().size() > 1);
                if (records.isPresent() && several.isPresent() && dataset.column(several.get().variable()).isPresent()) {
                    compare(dataset, several.get(), records.get(), findings);
                }
            }
            unexplained(dataset, data, findings);
        }
    }

    private static void compare(ExaminedDataset dataset, SeveralTreatments several, JoinedRecords records,
            Consumer<Finding> findings) {
        IntPredicate differs = several.contradictsPeriod(records);
        Column named = dataset.column(several.variable()).orElseThrow();
        Column period = dataset.column(SeveralTreatments.PERIOD).orElseThrow();
        Finding pattern = Finding.warning("PERIOD_TREATMENT", "is not the treatment of the record's period")
                .of(several.variable())
                .remedy("correct " + several.variable() + ", " + SeveralTreatments.PERIOD + " or ADSL");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            IntStream.range(0, dataset.rows()).filter(differs).forEach(row -> rows.add(row, at -> ValueText.text(named, at),
                    at -> "is not what its subject had in period " + ValueText.text(period, at)
                            + " by ADSL; the record counts under "
                            + several.variable()));
        }
    }

    private static void unexplained(ExaminedDataset dataset, StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        boolean told = SeveralTreatments.RECORD_VARIABLES.stream()
                .anyMatch(variable -> !variable.equals(SeveralTreatments.PERIOD) && study.has(dataset.name(), variable));
        boolean several = FIRST.stream().anyMatch(first -> SeveralTreatments.periods(study, first).size() > 1);
        boolean doses = dataset.name().equals("ADFACE") || study.has(dataset.name(), "FAOBJ");
        Column period = dataset.column(SeveralTreatments.PERIOD).orElse(null);
        if (told || several || doses || period == null || FIRST.stream().noneMatch(data.adsl()::has)) {
            return;
        }
        TreeSet<String> found = new TreeSet<>();
        for (int row = 0; row < dataset.rows() && found.size() <= NAMED; row++) {
            if (!period.isMissing(row)) {
                found.add(ValueText.text(period, row));
            }
        }
        if (found.size() > 1) {
            String more = found.size() > NAMED ? " and others" : "";
            findings.accept(dataset.in(Finding.note("PERIODS_OF_ONE_TREATMENT",
                    "has periods " + String.join(", ", found.stream().limit(NAMED).toList()) + more
                            + ", but ADSL has the treatment of one, under which all records count")
                    .of(dataset.named(SeveralTreatments.PERIOD))
                    .remedy("in a crossover give ADSL TRT02A and so on, and records their treatment (TRTA)")));
        }
    }
}
