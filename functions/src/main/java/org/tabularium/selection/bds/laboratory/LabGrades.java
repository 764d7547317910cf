package org.tabularium.selection.bds.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabularium.endpoint.toxicity.CtcaeDirection;
import org.tabularium.endpoint.toxicity.CtcaeGrading;
import org.tabularium.endpoint.toxicity.CtcaeTerm;
import org.tabularium.endpoint.toxicity.LaboratoryRange;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ParameterTimeline;

/// The toxicity grade of each record of a laboratory parameter in one direction: as delivered ([DeliveredGrades]), else CTCAE
/// version 5.0 by value, limits of normal ([ReferenceLimits]) and baseline.
///
/// Low and high are never one grade. Where no record has the limit that the grade hangs on, nothing is graded, since only the bad
/// grades could be told.
public final class LabGrades implements LevelSource {

    /// What is read beside the variables of every parameter.
    public static final List<String> READ = List.of("ATOXGR", "BTOXGR", "ATOXGRL", "ATOXGRH", "BTOXGRL", "BTOXGRH", "ANRLO",
            "ANRHI",
            "A1LO", "A1HI", "AVALU");

    private static final List<String> LEVELS = List.of("Grade 0", "Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5");
    private static final int FATAL = 5;

    private final IntUnaryOperator ofRow;
    private final int[] baseline;
    private final boolean derived;
    private final @Nullable CtcaeDirection direction;
    private final long leftOut;

    private LabGrades(IntUnaryOperator ofRow, int[] baseline, boolean derived, @Nullable CtcaeDirection direction, long leftOut) {
        this.ofRow = ofRow;
        this.baseline = baseline;
        this.derived = derived;
        this.direction = direction;
        this.leftOut = leftOut;
    }

    /// The grades of a parameter, one for each direction that it is graded in; empty where it has none and none can be derived.
    ///
    /// @throws NotProducedException where BTOXGR contradicts itself
    public static List<LabGrades> of(BdsParameter parameter, ParameterTimeline timeline) throws NotProducedException {
        List<LabGrades> given = new ArrayList<>();
        for (DeliveredGrades delivered : DeliveredGrades.of(parameter)) {
            given.add(given(parameter, timeline, delivered));
        }
        return given.isEmpty() ? derived(parameter, timeline).stream().toList() : given;
    }

    private static LabGrades given(BdsParameter parameter, ParameterTimeline timeline, DeliveredGrades delivered)
            throws NotProducedException {
        int[] baseline = RepeatedBaseline.of(parameter, delivered.baselineVariable(), delivered.baseline(), NONE);
        for (int subject = 0; subject < baseline.length; subject++) {
            if (baseline[subject] == NONE && timeline.baseline(subject) != NONE) {
                baseline[subject] = delivered.grade().applyAsInt(timeline.baseline(subject));
            }
        }
        return new LabGrades(delivered.grade(), baseline, false, delivered.direction().orElse(null), delivered.leftOut());
    }

    private static Optional<LabGrades> derived(BdsParameter parameter, ParameterTimeline timeline) {
        JoinedRecords records = parameter.records();
        Optional<CtcaeGrading> grading = grading(parameter);
        Optional<JoinedColumn> value = records.field("AVAL").filter(JoinedColumn::numeric);
        if (grading.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        ReferenceLimits limits = ReferenceLimits.of(records);
        boolean low = grading.get() instanceof CtcaeGrading.Decreased;
        if (parameter.every().stream().allMatch(row -> Double.isNaN(low ? limits.lower(row) : limits.upper(row)))) {
            return Optional.empty();
        }
        JoinedColumn number = value.get();
        Optional<JoinedColumn> before = records.field("BASE").filter(JoinedColumn::numeric);
        int[] baseline = new int[records.data().subjectCount()];
        Arrays.fill(baseline, NONE);
        for (int subject = 0; subject < baseline.length; subject++) {
            int row = timeline.baseline(subject);
            if (row != NONE) {
                baseline[subject] = grading.get()
                        .grade(number.number(row), new LaboratoryRange(limits.lower(row), limits.upper(row), Double.NaN))
                        .orElse(NONE);
            }
        }
        IntUnaryOperator grade = row -> {
            int first = timeline.baseline(records.subject(row));
            double repeated = before.map(field -> field.number(row)).orElse(Double.NaN);
            double base = first == NONE ? repeated : number.number(first);
            return grading.get()
                    .grade(number.number(row),
                            new LaboratoryRange(limits.lower(row), limits.upper(row), row == first ? Double.NaN : base))
                    .orElse(NONE);
        };
        if (parameter.every().stream().allMatch(row -> grade.applyAsInt(row) == NONE)) {
            return Optional.empty();
        }
        return Optional.of(new LabGrades(grade, baseline, true, low ? CtcaeDirection.LOW : CtcaeDirection.HIGH, 0));
    }

    /// How a parameter is graded in its unit: that in the brackets of PARAM, else AVALU, whichever is known.
    private static Optional<CtcaeGrading> grading(BdsParameter parameter) {
        Optional<CtcaeTerm> term = CtcaeTerm.of(parameter.code());
        return term.flatMap(t -> t.in(unit(parameter)).or(() -> t.in(ofValue(parameter))));
    }

    /// Whether a parameter is known as another laboratory test than the one that is looked for, however alike their codes are.
    public static boolean isAnotherTest(String wanted, String code) {
        Optional<CtcaeTerm> term = CtcaeTerm.of(wanted);
        return term.isPresent() && CtcaeTerm.of(code).filter(other -> other != term.get()).isPresent();
    }

    /// What a parameter without grades lacks.
    public static LaboratoryRemark.Lack lack(BdsParameter parameter) {
        long graded = DeliveredGrades.graded(parameter);
        if (graded > 0) {
            return new LaboratoryRemark.NoDirection(graded);
        }
        return unknownUnit(parameter).<LaboratoryRemark.Lack>map(LaboratoryRemark.NoKnownUnit::new)
                .orElseGet(LaboratoryRemark.NothingParticular::new);
    }

    /// The unit of a parameter that CTCAE grades and whose unit is not known; empty for every other one.
    private static Optional<String> unknownUnit(BdsParameter parameter) {
        return CtcaeTerm.of(parameter.code()).isPresent() && grading(parameter).isEmpty()
                ? Optional.of(unit(parameter))
                : Optional.empty();
    }

    /// The unit of a parameter: what stands in brackets at the end of PARAM, else AVALU; empty where neither says it.
    static String unit(BdsParameter parameter) {
        String inLabel = Dimensions.unitOf(parameter.label());
        return inLabel.isEmpty() ? ofValue(parameter) : inLabel;
    }

    private static String ofValue(BdsParameter parameter) {
        return Dimensions.unitField(parameter.records()).map(f -> f.text(parameter.every().nextSetBit(0))).orElse("");
    }

    /// The direction; null for a test that is graded in one alone, whichever it is.
    public @Nullable CtcaeDirection direction() {
        return direction;
    }

    /// The parameter's label with the direction, "Haemoglobin (g/L), low"; without it where CTCAE has this one alone.
    public RowLabel label(BdsParameter parameter) {
        boolean only = direction == null || CtcaeDirection.of(parameter.code()).filter(direction::equals).isPresent();
        return direction == null || only
                ? parameter.heading()
                : new RowLabel.InDirection(parameter.label(), direction);
    }

    /// How many graded records have no direction that can be told; they have no grade here.
    public long leftOut() {
        return leftOut;
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
        return new RowLabel.OfGrade(level);
    }

    @Override
    public RowLabel baselineLabel(int level) {
        return new RowLabel.AtBaseline(new RowLabel.OfGrade(level));
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
        if (direction == null) {
            return "ATOXGR";
        }
        return direction == CtcaeDirection.LOW ? "ATOXGRL" : "ATOXGRH";
    }
}
