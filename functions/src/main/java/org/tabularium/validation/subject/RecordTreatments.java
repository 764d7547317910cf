package org.tabularium.validation.subject;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.shell.Shell;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The treatment that a record names (TRTA, TRTP) is one that its subject had by ADSL (TRTxxA, TRTxxP), and a copy of TRT01A,
/// TRT01P or the variable of the arms that study.yaml names is what ADSL says. Blanks never differ.
/// Subjects who had several are said to.
public final class RecordTreatments implements Rule {

    /// Rows looked at at once.
    private static final int BLOCK = 2_048;
    private static final List<String> USUAL = List.of("TRT01A", "TRT01P");
    private static final String UNDER_ARM = "they count under the arm of ADSL";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).stream().filter(name -> !name.equals(Study.ADSL))
                .forEach(name -> {
                    requested.ask(name, SeveralTreatments.RECORD_VARIABLES);
                    requested.ask(name, "TRT01A", "TRT01P");
                    requested.ask(name, numbers(study, name));
                    requested.ask(name, List.copyOf(TreatmentVariables.of(study).both()));
                });
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        for (String first : USUAL) {
            requested.ask(Study.ADSL, SeveralTreatments.periods(study, first));
            requested.ask(Study.ADSL, Arms.companion(first));
        }
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
    }

    /// The numbers of treatments of a dataset that does not name these.
    private static List<String> numbers(Study study, String dataset) {
        return USUAL.stream().map(first -> SeveralTreatments.recordVariable(first).orElseThrow())
                .filter(variable -> !study.has(dataset, variable)).map(Arms::companion)
                .filter(number -> study.has(dataset, number)).toList();
    }

    @Override
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String first : USUAL) {
            if (data.adsl().has(first)) {
                Optional<SeveralTreatments> several = SeveralTreatments.of(data, first);
                several.ifPresent(treatments -> findings.accept(several(treatments, ExaminedDataset.adsl(data))));
                ExaminedDataset.of(data, ExaminedDataset.names(data.study())).stream()
                        .filter(dataset -> !dataset.name().equals(Study.ADSL))
                        .forEach(dataset -> {
                            compare(dataset, data, first, several, findings);
                            compareCopy(dataset, data, first, findings);
                            if (several.isEmpty()
                                    && dataset.text(SeveralTreatments.recordVariable(first).orElseThrow()).isEmpty()) {
                                compareNumbers(dataset, data, first, findings);
                            }
                        });
            }
        }
        TreatmentVariables.of(data.study()).both().stream().filter(named -> !USUAL.contains(named))
                .forEach(named -> ExaminedDataset.of(data, ExaminedDataset.names(data.study())).stream()
                        .filter(dataset -> !dataset.name().equals(Study.ADSL))
                        .forEach(dataset -> compareCopy(dataset, data, named, findings)));
    }

    private static Finding several(SeveralTreatments treatments, ExaminedDataset adsl) {
        boolean declared = treatments.periods().size() > 1;
        String message = treatments.withSeveral() + (treatments.withSeveral() == 1 ? " subject" : " subjects")
                + " had several treatments by "
                + (declared ? String.join(", ", treatments.periods()) : treatments.variable() + " of their records")
                + "; columns are treatments, and a record counts under its own (" + treatments.variable() + ")";
        Finding finding = declared ? Finding.note("SEVERAL_TREATMENTS", message) : Finding.warning("SEVERAL_TREATMENTS", message);
        return adsl.in(finding.remedy(declared
                ? ""
                : "check " + treatments.variable() + "; by: " + treatments.periods().getFirst()
                        + " in tables: makes a table by the arm of ADSL"));
    }

    private static void compare(ExaminedDataset dataset, StudyData data, String first, Optional<SeveralTreatments> several,
            Consumer<Finding> findings) {
        String variable = SeveralTreatments.recordVariable(first).orElseThrow();
        Optional<TextColumn> own = dataset.text(variable);
        Optional<JoinedRecords> records = JoinedRecords.of(data, dataset.name());
        if (own.isEmpty() || records.isEmpty()) {
            return;
        }
        TextColumn column = own.get();
        Difference differs = several.isPresent()
                ? (subject, code) -> !SeveralTreatments.isNone(ValueText.folded(column.dictionary().get(code)))
                        && !several.get().had(subject, column.dictionary().get(code))
                : ofArm(column, data, first, true);
        String counts = several.isPresent()
                ? "they count under the only treatment of ADSL, where it is one, else in the total only"
                : UNDER_ARM;
        report(dataset, records.get(), column, differs, new Named(variable, first, counts), findings);
    }

    /// The dataset's own copy of the arm is that of ADSL.
    private static void compareCopy(ExaminedDataset dataset, StudyData data, String first, Consumer<Finding> findings) {
        Optional<TextColumn> own = dataset.text(first).filter(_ -> dataset.named(first).equalsIgnoreCase(first));
        Optional<JoinedRecords> records = JoinedRecords.of(data, dataset.name());
        if (own.isPresent() && records.isPresent()) {
            report(dataset, records.get(), own.get(), ofArm(own.get(), data, first, false),
                    new Named(first, first, UNDER_ARM), findings);
        }
    }

    /// Where records give the number of their treatment alone (TRTAN), it is that of ADSL (TRT01AN).
    private static void compareNumbers(ExaminedDataset dataset, StudyData data, String first, Consumer<Finding> findings) {
        String variable = Arms.companion(SeveralTreatments.recordVariable(first).orElseThrow());
        NumericColumn own = dataset.number(variable).orElse(null);
        if (own == null || !(data.adsl().column(Arms.companion(first)).orElse(null) instanceof NumericColumn arms)) {
            return;
        }
        RowSubjects subjects = dataset.subjects();
        int[] differing = IntStream.range(0, dataset.rows()).filter(row -> subjects.of(row) != StudyData.UNKNOWN
                && !own.isMissing(row) && !arms.isMissing(subjects.of(row)) && own.value(row) != arms.value(subjects.of(row)))
                .toArray();
        if (differing.length > 0) {
            findings.accept(dataset.at(differing[0],
                    Finding.warning("RECORD_TREATMENT_DIFFERS", "is not the number of its subject's "
                            + "treatment in ADSL, " + Arms.companion(first) + ", in " + differing.length
                            + (differing.length == 1 ? " record; " : " records, the first of them this; ") + UNDER_ARM)
                            .of(dataset.named(variable)).value(ValueText.text(own, differing[0]))
                            .remedy("correct " + variable + " or " + Arms.companion(first))));
        }
    }

    /// Which variable of the records is compared with which of ADSL, and where the records count.
    private record Named(String variable, String first, String counts) {}

    /// Whether a record's treatment is none of its subject's.
    @FunctionalInterface
    private interface Difference {

        /// @param code of the record's treatment, which is not blank
        boolean is(int subject, int code);
    }

    private static void report(ExaminedDataset dataset, JoinedRecords records, TextColumn column, Difference differs,
            Named named, Consumer<Finding> findings) {
        int count = 0;
        int first = -1;
        int[] subjects = new int[BLOCK];
        int[] codes = new int[BLOCK];
        // A subject's records mostly follow each other: what is found of one is found of the next.
        int subject = StudyData.UNKNOWN;
        int code = -1;
        boolean found = false;
        for (int from = 0; from < dataset.rows(); from += BLOCK) {
            int some = Math.min(BLOCK, dataset.rows() - from);
            records.subjects(from, some, subjects);
            column.codes(from, some, codes);
            for (int i = 0; i < some; i++) {
                if (subjects[i] != subject || codes[i] != code) {
                    subject = subjects[i];
                    code = codes[i];
                    found = subject != StudyData.UNKNOWN && !column.dictionary().get(code).isBlank() && differs.is(subject, code);
                }
                if (found) {
                    first = count++ == 0 ? from + i : first;
                }
            }
        }
        if (count > 0) {
            String message = "names a treatment that its subject did not have by " + named.first() + " of ADSL in " + count
                    + (count == 1 ? " record; " : " records, the first of them this; ") + named.counts();
            String where = named.variable().equals(named.first()) ? dataset.name() : named.variable();
            findings.accept(dataset.at(first, Finding.warning("RECORD_TREATMENT_DIFFERS", message)
                    .of(dataset.named(named.variable()))
                    .value(ValueText.text(column, first))
                    .remedy("correct " + where + " or " + (where.equals(named.variable()) ? named.first() : "ADSL"))));
        }
    }

    /// Whether a record's treatment is another than its subject's. A blank arm of the subject differs from none.
    ///
    /// @param mayBeNone whether a word for no treatment differs from none either
    private static Difference ofArm(TextColumn column, StudyData data, String first, boolean mayBeNone) {
        if (!(data.adsl().column(first).orElse(null) instanceof TextColumn arms)) {
            return (subject, code) -> false;
        }
        List<String> own = column.dictionary().stream().map(ValueText::folded).toList();
        List<String> of = arms.dictionary().stream().map(ValueText::folded).toList();
        BitSet failures = ScreenFailures.of(data.adsl());
        return (subject, code) -> {
            String arm = of.get(arms.code(subject));
            return !arm.isEmpty() && !failures.get(subject)
                    && !(mayBeNone && SeveralTreatments.isNone(own.get(code)))
                    && !arm.equals(own.get(code));
        };
    }
}
