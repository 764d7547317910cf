package org.tabularium.validation.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A variable of ADSL that another dataset copies is the same there (ADaM): else that dataset was made of another ADSL, and a
/// condition on the records, which looks at the copy, is not that of the population, the arms and subgroups, which go by ADSL.
/// Blanks differ in flags alone. Copies of the arm have a rule of their own ([RecordTreatments]).
public final class CopiedValues implements Rule {

    /// What is compared in datasets of events and times even if no table asks for it there, who is counted and since when; else
    /// what tables ask for.
    private static final List<String> USUAL = List.of("ITTFL", "FASFL", "SAFFL", "SEX", "AGE", "TRTSDT");
    private static final Set<String> KEYS = Set.of("STUDYID", "USUBJID", "DOMAIN");
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;
    private static final double NOISE = 1e-9;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        Set<String> adsl = study.variables(Study.ADSL);
        for (String name : ExaminedDataset.names(study)) {
            if (!name.equals(Study.ADSL)) {
                if (name.equals("ADAE") || name.equals("ADTTE")) {
                    requested.ask(name, USUAL.stream().filter(adsl::contains).toList());
                }
                requested.ask(Study.ADSL, requested.variables().getOrDefault(name, Set.of()).stream()
                        .filter(adsl::contains).filter(study.variables(name)::contains).toList());
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Set<String> arms = TreatmentVariables.of(data.study()).both();
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            if (!dataset.name().equals(Study.ADSL)) {
                List<Copy> copies = dataset.columns().stream()
                        .filter(copy -> !KEYS.contains(name(copy)) && !name(copy).startsWith("TRT0")
                                && !arms.contains(name(copy)) && dataset.named(name(copy)).equals(name(copy)))
                        .flatMap(copy -> data.adsl().column(name(copy)).map(adsl -> new Copy(adsl, copy)).stream())
                        .toList();
                if (!copies.isEmpty()) {
                    compare(dataset, copies);
                    copies.forEach(copy -> copy.report(dataset, findings));
                }
            }
        }
    }

    private static void compare(ExaminedDataset dataset, List<Copy> copies) {
        RowSubjects subjects = dataset.subjects();
        int[] block = new int[BLOCK];
        for (int from = 0; from < dataset.rows(); from += BLOCK) {
            int some = Math.min(BLOCK, dataset.rows() - from);
            subjects.fill(from, some, block);
            for (int i = 0; i < some; i++) {
                if (block[i] != StudyData.UNKNOWN) {
                    for (Copy copy : copies) {
                        copy.compare(block[i], from + i);
                    }
                }
            }
        }
    }

    private static String name(Column column) {
        return column.variable().name();
    }

    /// A variable of ADSL and its copy, and what was found of them.
    private static final class Copy {

        private final Column adsl;
        private final Column copy;
        private final Comparison comparison;
        private int count;
        private int first;
        private int subject;

        Copy(Column adsl, Column copy) {
            this.adsl = adsl;
            this.copy = copy;
            this.comparison = Comparison.of(adsl, copy);
        }

        void compare(int of, int row) {
            if (comparison.differs(of, row)) {
                first = count == 0 ? row : first;
                subject = count++ == 0 ? of : subject;
            }
        }

        void report(ExaminedDataset dataset, Consumer<Finding> findings) {
            if (count == 0) {
                return;
            }
            String written = ValueText.text(copy, first);
            Finding finding = Finding
                    .warning("COPY_DIFFERS", (written.isEmpty() ? "is blank where ADSL says " : "is not that of ADSL, ")
                            + said(ValueText.text(adsl, subject)) + (count == 1 ? "" : " (" + count + " records)")
                            + "; populations, arms and subgroups go by ADSL, conditions on the records by " + dataset.name())
                    .of(name(copy))
                    .remedy("make " + dataset.name() + " anew from this ADSL");
            findings.accept(dataset.at(first, written.isEmpty() ? finding : finding.value(written)));
        }
    }

    private static String said(String value) {
        return value.isEmpty() ? "blank" : value;
    }

    /// Whether a record's value is another than its subject's.
    @FunctionalInterface
    private interface Comparison {

        boolean differs(int subject, int row);

        static Comparison of(Column adsl, Column copy) {
            if (FlagCoding.isFlag(name(copy)) && adsl instanceof TextColumn one && copy instanceof TextColumn other) {
                boolean[] flagged = flagged(one);
                boolean[] copied = flagged(other);
                return (subject, row) -> flagged[one.code(subject)] != copied[other.code(row)];
            }
            if (adsl instanceof NumericColumn one && copy instanceof NumericColumn other) {
                return (subject, row) -> !one.isMissing(subject) && !other.isMissing(row)
                        && Math.abs(one.value(subject) - other.value(row)) > NOISE * Math.max(1, Math.abs(one.value(subject)));
            }
            if (adsl instanceof TextColumn one && copy instanceof TextColumn other) {
                Map<String, Integer> numbers = new HashMap<>();
                int[] own = folded(one, numbers);
                int[] copied = folded(other, numbers);
                return (subject, row) -> own[one.code(subject)] >= 0 && copied[other.code(row)] >= 0
                        && own[one.code(subject)] != copied[other.code(row)];
            }
            return (subject, row) -> false;
        }

        private static boolean[] flagged(TextColumn flags) {
            boolean[] yes = new boolean[flags.dictionary().size()];
            for (int code = 0; code < yes.length; code++) {
                yes[code] = flags.dictionary().get(code).strip().equalsIgnoreCase("Y");
            }
            return yes;
        }

        /// A number for each distinct text without letter case and blanks; -1 for blank.
        private static int[] folded(TextColumn texts, Map<String, Integer> numbers) {
            return texts.dictionary().stream()
                    .map(ValueText::folded)
                    .mapToInt(text -> text.isEmpty() ? -1 : numbers.computeIfAbsent(text, t -> numbers.size()))
                    .toArray();
        }
    }
}
