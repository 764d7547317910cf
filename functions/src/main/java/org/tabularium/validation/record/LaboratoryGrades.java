package org.tabularium.validation.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CtcaeGrading;
import org.tabularium.endpoint.toxicity.CtcaeTerm;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.endpoint.toxicity.LaboratoryRange;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A delivered laboratory grade (ATOXGR) goes with the value and its limits of normal: no grade above 0 within the limits, and
/// none that lies two grades or more from that of CTCAE.
///
/// The versions of CTCAE grade these tests by the same bounds, but for an abnormal baseline, which version 5 looks at: both ways
/// are tried, and grades of creatinine, which baseline alone may give, are not compared. Where less than half of a parameter's
/// grades are CTCAE's the study has another scale, and only values within the limits are told.
public final class LaboratoryGrades implements Rule {

    private static final int NONE = -1;
    private static final int APART = 2;
    /// Tests that CTCAE grades in both directions, always outside of the limits of normal.
    private static final Set<String> TWO_SIDED = Set.of("SODIUM", "NA", "K", "POTAS", "MG", "MAGNES");
    private static final Finding PATTERN = Finding.warning("GRADE_OF_VALUE", "").of("ATOXGR")
            .remedy("correct the grade, the value or its limits; tables go by the grade");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        with(study).forEach(
                name -> requested.ask(name, "PARAMCD", "PARAM", "AVALU", "AVAL", "BASE", "ATOXGR", "ANRLO", "ANRHI", "A1LO",
                        "A1HI"));
    }

    private static List<String> with(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> study.has(name, "ATOXGR") && study.has(name, "AVAL"))
                .filter(name -> study.has(name, "ANRHI") || study.has(name, "A1HI") || study.has(name, "ANRLO")
                        || study.has(name, "A1LO"))
                .toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, with(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL");
            Optional<Column> grade = dataset.column("ATOXGR");
            if (code.isPresent() && value.isPresent() && grade.isPresent()) {
                new Comparison(dataset, code.get(), value.get(), grade.get()).tell(findings);
            }
        }
    }

    /// The grades of one dataset.
    private static final class Comparison {

        private final ExaminedDataset dataset;
        private final TextColumn code;
        private final NumericColumn value;
        private final Column written;
        private final IntUnaryOperator grade;
        private final @Nullable NumericColumn lower;
        private final @Nullable NumericColumn upper;
        private final @Nullable NumericColumn base;
        private final @Nullable CtcaeGrading[] gradings;
        private final boolean[] compared;

        Comparison(ExaminedDataset dataset, TextColumn code, NumericColumn value, Column grade) {
            this.dataset = dataset;
            this.code = code;
            this.value = value;
            this.written = grade;
            this.grade = unsigned(grade);
            this.lower = dataset.number("ANRLO").or(() -> dataset.number("A1LO")).orElse(null);
            this.upper = dataset.number("ANRHI").or(() -> dataset.number("A1HI")).orElse(null);
            this.base = dataset.number("BASE").orElse(null);
            int parameters = code.dictionary().size();
            this.gradings = new CtcaeGrading[parameters];
            this.compared = new boolean[parameters];
            int[] first = code.uses().first();
            for (int used : code.uses().used()) {
                String name = code.dictionary().get(used).strip();
                CtcaeTerm term = CtcaeTerm.of(name).filter(t -> t != CtcaeTerm.CREATININE).orElse(null);
                gradings[used] = term == null ? null : term.in(unit(first[used])).orElse(null);
                compared[used] = term != null || TWO_SIDED.contains(name);
            }
        }

        private String unit(int row) {
            String ofLabel = dataset.text("PARAM").map(label -> MeasurementUnit.ofLabel(label.value(row))).orElse("");
            return ofLabel.isEmpty() ? dataset.text("AVALU").map(unit -> unit.value(row)).orElse("") : ofLabel;
        }

        private static IntUnaryOperator unsigned(Column column) {
            return switch (column) {
                case NumericColumn number -> row -> Grade.parse(Math.abs(number.value(row))).orElse(NONE);
                case TextColumn text -> {
                    int[] byCode = text.dictionary().stream().map(String::strip)
                            .mapToInt(g -> Grade.parse(g.startsWith("-") ? g.substring(1) : g).orElse(NONE)).toArray();
                    yield row -> byCode[text.code(row)];
                }
            };
        }

        private static double at(@Nullable NumericColumn column, int row) {
            return column == null ? Double.NaN : column.value(row);
        }

        void tell(Consumer<Finding> findings) {
            boolean[] byCtcae = byCtcae();
            try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
                for (int row = 0; row < dataset.rows(); row++) {
                    int of = code.code(row);
                    int given = compared[of] ? grade.applyAsInt(row) : NONE;
                    if (given == NONE || given == Grade.FATAL) {
                        continue;
                    }
                    if (given > 0 && isWithinLimits(row)) {
                        rows.add(row, at -> ValueText.text(written, at), at -> "is the grade of " + named(at)
                                + ", which lies within the limits of normal, " + ValueText.number(at(lower, at)) + " to "
                                + ValueText.number(at(upper, at)));
                    } else if (byCtcae[of] && distance(row, given) >= APART) {
                        rows.add(row, at -> ValueText.text(written, at), at -> "is the grade of " + named(at)
                                + ", which is grade " + expected(at, false).orElse(NONE) + " by CTCAE");
                    }
                }
            }
        }

        private String named(int row) {
            return code.value(row).strip() + " " + ValueText.number(value.value(row));
        }

        private boolean isWithinLimits(int row) {
            return value.value(row) > at(lower, row) && value.value(row) < at(upper, row);
        }

        /// Of which parameters at least half of the grades are those of CTCAE.
        private boolean[] byCtcae() {
            int[] all = new int[gradings.length];
            int[] same = new int[gradings.length];
            if (Arrays.stream(gradings).anyMatch(g -> g != null)) {
                for (int row = 0; row < dataset.rows(); row++) {
                    int given = gradings[code.code(row)] == null ? NONE : grade.applyAsInt(row);
                    int distance = given == NONE ? NONE : distance(row, given);
                    all[code.code(row)] += distance == NONE ? 0 : 1;
                    same[code.code(row)] += distance == 0 ? 1 : 0;
                }
            }
            boolean[] by = new boolean[gradings.length];
            for (int of = 0; of < by.length; of++) {
                by[of] = all[of] > 0 && 2 * same[of] >= all[of];
            }
            return by;
        }

        /// How many grades a delivered one is from that of CTCAE; [#NONE] where that cannot be known.
        private int distance(int row, int given) {
            OptionalInt plain = expected(row, false);
            OptionalInt fromBaseline = expected(row, true);
            if (plain.isEmpty() || fromBaseline.isEmpty()) {
                return NONE;
            }
            return Math.min(Math.abs(given - plain.getAsInt()), Math.abs(given - fromBaseline.getAsInt()));
        }

        private OptionalInt expected(int row, boolean withBaseline) {
            CtcaeGrading grading = gradings[code.code(row)];
            double of = value.value(row);
            if (grading == null || isOnOtherSide(grading, of, row)) {
                return OptionalInt.empty();
            }
            return grading.grade(of,
                    new LaboratoryRange(at(lower, row), at(upper, row), withBaseline ? at(base, row) : Double.NaN));
        }

        /// Whether a value lies beyond the limit of the other direction, in which another term of CTCAE may grade it.
        private boolean isOnOtherSide(CtcaeGrading grading, double of, int row) {
            return grading instanceof CtcaeGrading.Decreased ? of > at(upper, row) : of < at(lower, row);
        }
    }
}
