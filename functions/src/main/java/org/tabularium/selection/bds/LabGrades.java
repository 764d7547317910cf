package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CtcaeGrading;
import org.tabularium.endpoint.toxicity.CtcaeTerm;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.endpoint.toxicity.LaboratoryRange;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;

/// The toxicity grade of each record of a laboratory parameter: ATOXGR and BTOXGR where the parameter has them, else CTCAE version 5.0 by value, limits of normal
/// (ANRLO, ANRHI) and baseline.
///
/// A minus before a grade says that the value was low; low and high are not told apart here.
public final class LabGrades implements LevelSource {

    /// What is read beside the variables of every parameter.
    public static final List<String> READ = List.of("ATOXGR", "BTOXGR", "ANRLO", "ANRHI", "AVALU");

    private static final List<String> LEVELS = List.of("Grade 0", "Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5");
    private static final int FATAL = 5;

    private final IntUnaryOperator ofRow;
    private final int[] baseline;
    private final boolean derived;

    private LabGrades(IntUnaryOperator ofRow, int[] baseline, boolean derived) {
        this.ofRow = ofRow;
        this.baseline = baseline;
        this.derived = derived;
    }

    /// The grades of a parameter; empty where it has none and none can be derived.
    ///
    /// @throws NotProducedException where BTOXGR contradicts itself
    public static Optional<LabGrades> of(BdsParameter parameter, ParameterTimeline course) throws NotProducedException {
        Optional<LabGrades> given = given(parameter, course);
        return given.isPresent() ? given : derived(parameter, course);
    }

    private static Optional<LabGrades> given(BdsParameter parameter, ParameterTimeline course) throws NotProducedException {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> field = records.field("ATOXGR").filter(f -> f.via() == null);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        IntUnaryOperator grade = grades(field.get().column());
        if (parameter.every().stream().allMatch(row -> grade.applyAsInt(row) == NONE)) {
            return Optional.empty();
        }
        IntUnaryOperator repeated = records.field("BTOXGR").map(f -> grades(f.column())).orElse(row -> NONE);
        int[] baseline = RepeatedBaseline.of(parameter, "BTOXGR", repeated, NONE);
        for (int subject = 0; subject < baseline.length; subject++) {
            if (baseline[subject] == NONE && course.baseline(subject) != NONE) {
                baseline[subject] = grade.applyAsInt(course.baseline(subject));
            }
        }
        return Optional.of(new LabGrades(grade, baseline, false));
    }

    /// The grade that each row of a column says.
    private static IntUnaryOperator grades(Column column) {
        return switch (column) {
            case TextColumn text -> {
                int[] byCode = text.dictionary().stream()
                        .mapToInt(value -> Grade.parse(value.strip().replaceFirst("^-", "")).orElse(NONE))
                        .toArray();
                yield row -> byCode[text.code(row)];
            }
            case NumericColumn number -> row -> Grade.parse(Math.abs(number.value(row))).orElse(NONE);
        };
    }

    private static Optional<LabGrades> derived(BdsParameter parameter, ParameterTimeline course) {
        JoinedRecords records = parameter.records();
        Optional<CtcaeGrading> grading = CtcaeTerm.of(parameter.code()).flatMap(term -> term.in(unit(parameter)));
        Optional<JoinedColumn> value = records.field("AVAL").filter(JoinedColumn::numeric);
        if (grading.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Values values = new Values(value.get(), records.field("ANRLO").filter(JoinedColumn::numeric),
                records.field("ANRHI").filter(JoinedColumn::numeric), records.field("BASE").filter(JoinedColumn::numeric));
        int[] baseline = new int[records.data().subjectCount()];
        Arrays.fill(baseline, NONE);
        for (int subject = 0; subject < baseline.length; subject++) {
            int row = course.baseline(subject);
            if (row != NONE) {
                baseline[subject] = grading.get()
                        .grade(values.value.number(row), values.range(row, Double.NaN)).orElse(NONE);
            }
        }
        IntUnaryOperator grade = row -> {
            int before = course.baseline(records.subject(row));
            double base = before == NONE ? values.base(row) : values.value.number(before);
            return grading.get().grade(values.value.number(row), values.range(row, row == before ? Double.NaN : base))
                    .orElse(NONE);
        };
        return parameter.every().stream().allMatch(row -> grade.applyAsInt(row) == NONE)
                ? Optional.empty()
                : Optional.of(new LabGrades(grade, baseline, true));
    }

    /// What a grade is derived from.
    private record Values(JoinedColumn value, Optional<JoinedColumn> lower, Optional<JoinedColumn> upper,
            Optional<JoinedColumn> baseline) {

        LaboratoryRange range(int row, double base) {
            return new LaboratoryRange(lower.map(f -> f.number(row)).orElse(Double.NaN),
                    upper.map(f -> f.number(row)).orElse(Double.NaN), base);
        }

        double base(int row) {
            return baseline.map(f -> f.number(row)).orElse(Double.NaN);
        }
    }

    /// The unit of a parameter: what stands in brackets at the end of PARAM, else AVALU; empty where neither says it.
    static String unit(BdsParameter parameter) {
        String inLabel = Dimensions.unitOf(parameter.label());
        return !inLabel.isEmpty()
                ? inLabel
                : parameter.records().field("AVALU").map(f -> f.text(parameter.every().nextSetBit(0))).orElse("");
    }

    /// Whether they are derived by CTCAE.
    public boolean isDerived() {
        return derived;
    }

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    /// Grade 5 is no grade of a laboratory value.
    @Override
    public boolean alwaysShown(int level) {
        return level < FATAL;
    }

    @Override
    public RowLabel label(int level) {
        return new RowLabel.Fixed(LEVELS.get(level));
    }

    @Override
    public RowLabel baselineLabel(int level) {
        return new RowLabel.Fixed("Baseline grade " + level);
    }

    @Override
    public int of(int row) {
        return ofRow.applyAsInt(row);
    }

    @Override
    public int baseline(int subject) {
        return baseline[subject];
    }

    @Override
    public int worse(int first, int second) {
        return Math.max(first, second);
    }

    @Override
    public String variable() {
        return "ATOXGR";
    }
}
