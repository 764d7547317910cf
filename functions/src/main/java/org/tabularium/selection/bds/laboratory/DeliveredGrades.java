package org.tabularium.selection.bds.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CtcaeDirection;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;

/// The grades that a laboratory parameter comes with, by direction: ATOXGRL and ATOXGRH; else ATOXGR by its sign (a minus says
/// that the value was low); else by the CTCAE term. An unsigned grade of a
/// parameter that has both directions takes the side of ANRIND, else that of AVAL against the limits, else it is left out. Grade
/// 0 is one of both directions.
///
/// @param direction empty where the test is not known and nothing shows that it has two
/// @param grade of a row, 0 to 5
/// @param baseline the grade at baseline that a row repeats
/// @param baselineVariable the variable that says it
/// @param leftOut how many graded records have no direction that can be told
record DeliveredGrades(Optional<CtcaeDirection> direction, IntUnaryOperator grade, IntUnaryOperator baseline,
        String baselineVariable,
        long leftOut) {

    private static final int NONE = LevelSource.NONE;

    /// What stands for no grade among signed ones.
    private static final int MISSING = Integer.MIN_VALUE;

    /// The directions that a parameter has grades of; empty where it has no grade.
    static List<DeliveredGrades> of(BdsParameter parameter) {
        List<DeliveredGrades> apart = apart(parameter);
        return apart.isEmpty() ? together(parameter) : apart;
    }

    /// How many records have a grade above 0 in ATOXGR, whatever its direction.
    static long graded(BdsParameter parameter) {
        IntUnaryOperator signed = signed(parameter, "ATOXGR");
        return parameter.every().stream().filter(row -> signed.applyAsInt(row) > 0).count();
    }

    private static List<DeliveredGrades> apart(BdsParameter parameter) {
        List<DeliveredGrades> found = new ArrayList<>();
        for (CtcaeDirection direction : List.of(CtcaeDirection.LOW, CtcaeDirection.HIGH)) {
            String end = direction == CtcaeDirection.LOW ? "L" : "H";
            IntUnaryOperator grade = unsigned(signed(parameter, "ATOXGR" + end));
            if (parameter.every().stream().anyMatch(row -> grade.applyAsInt(row) != NONE)) {
                String before = "BTOXGR" + end;
                found.add(new DeliveredGrades(Optional.of(direction), grade, unsigned(signed(parameter, before)), before, 0));
            }
        }
        return found;
    }

    private static List<DeliveredGrades> together(BdsParameter parameter) {
        IntUnaryOperator signed = signed(parameter, "ATOXGR");
        IntUnaryOperator before = signed(parameter, "BTOXGR");
        BitSet every = parameter.every();
        if (every.stream().allMatch(row -> signed.applyAsInt(row) == MISSING)) {
            return List.of();
        }
        Optional<CtcaeDirection> known = CtcaeDirection.of(parameter.code());
        boolean negative = every.stream().anyMatch(row -> signed.applyAsInt(row) < 0 && signed.applyAsInt(row) != MISSING);
        if (!negative && known.filter(direction -> direction != CtcaeDirection.BOTH).isPresent()) {
            return List.of(new DeliveredGrades(known, unsigned(signed), unsigned(before), "BTOXGR", 0));
        }
        boolean signs = negative || isSigned(parameter.records());
        IntUnaryOperator side = signs ? row -> 1 : side(parameter);
        boolean two = signs || known.isPresent() || (hasSide(every, signed, side, -1) && hasSide(every, signed, side, 1));
        if (!two) {
            return List.of(new DeliveredGrades(Optional.empty(), unsigned(signed), unsigned(before), "BTOXGR", 0));
        }
        long leftOut = every.stream().filter(row -> signed.applyAsInt(row) > 0 && side.applyAsInt(row) == 0).count();
        if (leftOut > 0 && !hasSide(every, signed, side, -1) && !hasSide(every, signed, side, 1)) {
            return List.of();
        }
        IntUnaryOperator sideBefore = signs ? row -> 1 : indicated(parameter, "BNRIND");
        return List.of(
                new DeliveredGrades(Optional.of(CtcaeDirection.LOW), of(signed, side, -1), of(before, sideBefore, -1), "BTOXGR",
                        leftOut),
                new DeliveredGrades(Optional.of(CtcaeDirection.HIGH), of(signed, side, 1), of(before, sideBefore, 1), "BTOXGR",
                        0));
    }

    /// Whether some grade of the dataset has a minus, so that one without is of a high value.
    private static boolean isSigned(JoinedRecords records) {
        IntUnaryOperator grade = signed(records.field("ATOXGR"));
        return IntStream.range(0, records.size()).anyMatch(row -> grade.applyAsInt(row) < 0 && grade.applyAsInt(row) != MISSING);
    }

    private static boolean hasSide(BitSet rows, IntUnaryOperator signed, IntUnaryOperator side, int wanted) {
        return rows.stream().anyMatch(row -> signed.applyAsInt(row) > 0 && side.applyAsInt(row) == wanted);
    }

    /// The grades of one side: those of the other are 0 in it.
    private static IntUnaryOperator of(IntUnaryOperator signed, IntUnaryOperator side, int wanted) {
        return row -> {
            int grade = signed.applyAsInt(row);
            if (grade == MISSING || grade == 0) {
                return grade == 0 ? 0 : NONE;
            }
            int at = grade < 0 ? -1 : side.applyAsInt(row);
            if (at == 0) {
                return NONE;
            }
            return at == wanted ? Math.abs(grade) : 0;
        };
    }

    /// −1 for a low value, 1 for a high one, 0 where neither ANRIND nor the limits tell.
    private static IntUnaryOperator side(BdsParameter parameter) {
        IntUnaryOperator indicated = indicated(parameter, "ANRIND");
        ReferenceLimits limits = ReferenceLimits.of(parameter.records());
        return row -> {
            int said = indicated.applyAsInt(row);
            double value = AnalysisValue.number(parameter.records(), row);
            if (said != 0) {
                return said;
            }
            if (value < limits.lower(row)) { // false for NaN
                return -1;
            }
            return value > limits.upper(row) ? 1 : 0;
        };
    }

    private static IntUnaryOperator indicated(BdsParameter parameter, String variable) {
        IntUnaryOperator level = RangeLevels.indicators(parameter.records().field(variable));
        return row -> switch (level.applyAsInt(row)) {
            case RangeLevels.LOW -> -1;
            case RangeLevels.HIGH -> 1;
            default -> 0;
        };
    }

    private static IntUnaryOperator unsigned(IntUnaryOperator signed) {
        return row -> {
            int grade = signed.applyAsInt(row);
            return grade == MISSING ? NONE : Math.abs(grade);
        };
    }

    private static IntUnaryOperator signed(BdsParameter parameter, String variable) {
        return signed(parameter.records().field(variable));
    }

    /// The grade that each row of the dataset says, with its sign.
    private static IntUnaryOperator signed(Optional<JoinedColumn> field) {
        Optional<Column> column = field.filter(f -> f.via() == null).map(JoinedColumn::column);
        if (column.isEmpty()) {
            return row -> MISSING;
        }
        return switch (column.get()) {
            case TextColumn text -> {
                int[] byCode = text.dictionary().stream().mapToInt(DeliveredGrades::signed).toArray();
                yield row -> byCode[text.code(row)];
            }
            case NumericColumn number -> row -> Grade.parse(Math.abs(number.value(row)))
                    .stream().map(grade -> number.value(row) < 0 ? -grade : grade).findFirst().orElse(MISSING);
        };
    }

    private static int signed(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        boolean minus = text.startsWith("-") || text.startsWith("−");
        return Grade.parse(minus ? text.substring(1) : text).stream().map(grade -> minus ? -grade : grade).findFirst()
                .orElse(MISSING);
    }
}
