package org.tabularium.validation.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.laboratory.WrittenLevels;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The levels that records repeat of their subject's baseline (BTOXGR, BNRIND) are what the baseline record has (ATOXGR, ANRIND).
/// Where a subject has several baseline records of a parameter, or its record is of another BASETYPE or time point, nothing is
/// compared.
public final class BaselineLevels implements Rule {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    /// A variable that repeats what another one of the baseline record says.
    private record Repeated(String variable, String of) {}

    private static final List<Repeated> REPEATED = List.of(
            new Repeated("BTOXGR", "ATOXGR"), new Repeated("BNRIND", "ANRIND"));

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").forEach(name -> {
            BdsParameter.ask(study, name, requested);
            REPEATED.stream().filter(pair -> study.has(name, pair.variable))
                    .forEach(pair -> requested.ask(name, pair.variable, pair.of));
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null && dataset.column("PARAMCD").orElse(null) instanceof TextColumn parameters
                    && REPEATED.stream().anyMatch(pair -> dataset.has(pair.variable) && dataset.has(pair.of))) {
                ExaminedDataset examined = ExaminedDataset.of(data, name).orElseThrow();
                Baselines baselines = new Baselines(data, dataset, parameters);
                REPEATED.forEach(pair -> check(examined, baselines, pair, findings));
            }
        }
    }

    private static void check(ExaminedDataset dataset, Baselines baselines, Repeated pair, Consumer<Finding> findings) {
        Optional<Column> repeated = dataset.column(pair.variable);
        Optional<Column> own = dataset.column(pair.of);
        if (repeated.isEmpty() || own.isEmpty()) {
            return;
        }
        Column said = repeated.get();
        Column has = own.get();
        IntToDoubleFunction its = level(said);
        IntToDoubleFunction baselineHas = level(has);
        Finding pattern = Finding.warning("BASELINE_LEVEL_DIFFERS", "is not what the subject's baseline record has")
                .of(pair.variable)
                .remedy("derive " + pair.variable + " again, or flag the record that is baseline");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int baseline = baselines.of(row);
                if (baseline >= 0 && isOff(its.applyAsDouble(row), baselineHas.applyAsDouble(baseline))) {
                    rows.add(row, at -> ValueText.text(said, at),
                            at -> "is not " + dataset.named(pair.of) + " of the subject's baseline record, row "
                                    + dataset.sourceRow(baselines.of(at)) + ": " + ValueText.text(has, baselines.of(at))
                                    + "; shifts are from " + pair.variable);
                }
            }
        }
    }

    /// A number, or the level that a text means; NaN for none.
    private static IntToDoubleFunction level(Column column) {
        return switch (column) {
            case NumericColumn number -> number::value;
            case TextColumn text -> {
                double[] byCode = text.dictionary().stream().map(WrittenLevels::of)
                        .mapToDouble(level -> level.orElse(Double.NaN)).toArray();
                yield row -> byCode[text.code(row)];
            }
        };
    }

    /// False where one of the two is missing.
    private static boolean isOff(double repeated, double own) {
        return Math.abs(repeated - own) > 0;
    }

    /// The one baseline record of each subject and parameter.
    private static final class Baselines {
        private final TextColumn parameters;
        private final RowSubjects subjects;
        private final List<Column> dimensions;
        private final Map<Integer, int[]> rowOf = new HashMap<>();

        Baselines(StudyData data, Dataset dataset, TextColumn parameters) {
            this.parameters = parameters;
            this.subjects = data.subjectsOf(dataset);
            this.dimensions = Stream.of("BASETYPE", "ATPT").flatMap(name -> dataset.column(name).stream()).toList();
            BdsRecords records = BdsRecords.of(data, dataset);
            IntPredicate valued = valued(dataset);
            for (int row = 0; row < dataset.rows(); row++) {
                int subject = subjects.of(row);
                if (subject >= 0 && records.isBaseline(row) && valued.test(row)) {
                    int[] ofParameter = rowOf.computeIfAbsent(parameters.code(row), code -> nobody(data.subjectCount()));
                    ofParameter[subject] = ofParameter[subject] == NONE ? row : SEVERAL;
                }
            }
        }

        private static int[] nobody(int subjects) {
            int[] nobody = new int[subjects];
            Arrays.fill(nobody, NONE);
            return nobody;
        }

        private static IntPredicate valued(Dataset dataset) {
            List<Column> values = Stream.of("AVAL", "AVALC").flatMap(name -> dataset.column(name).stream()).toList();
            return row -> values.stream().anyMatch(value -> !value.isMissing(row));
        }

        /// The row of the baseline record that a row's repeats; below 0 where it is not one, or of something else.
        int of(int row) {
            int subject = subjects.of(row);
            int[] ofParameter = rowOf.get(parameters.code(row));
            int baseline = subject < 0 || ofParameter == null ? NONE : ofParameter[subject];
            boolean same = baseline >= 0 && dimensions.stream()
                    .allMatch(column -> ValueText.text(column, row).equals(ValueText.text(column, baseline)));
            return same ? baseline : NONE;
        }
    }
}
