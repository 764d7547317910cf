package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.PairUses;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.study.Study;
import org.tabularium.study.unit.MeasurementUnit;

/// What tells several records of a subject and visit apart: the unit, the type of baseline (BASETYPE), the time point (ATPT).
/// Values of two units are never put together; time
/// points, periods and types of baseline are parts of a parameter where a subject has several of them at a visit.
public final class Dimensions {

    private static final Pattern UNIT = Pattern.compile("\\(([^()]*)\\)\\s*$");
    private static final String TIME_POINT = "ATPT";
    private static final List<String> ALWAYS = List.of("ATPT", "BASETYPE", "APERIOD", "DTYPE");
    /// Evaluators, categories, specimens and methods ([BdsParameter#TELLING]) come before how a record was made.
    private static final List<String> TELLING = Stream.of(ALWAYS.subList(0, 3), BdsParameter.TELLING, ALWAYS.subList(3, 4))
            .flatMap(List::stream).toList();
    private static final int MOST_LEVELS = 20;
    /// Where the unit stands of a dataset without AVALU: SDTM's unit of the standardised result.
    private static final List<String> COLLECTED = List.of("LBSTRESU", "VSSTRESU", "EGSTRESU");
    /// SDTM's variables of how a value was taken: position, fasting, laboratory, specimen, method, place, side, lead,
    /// evaluator.
    private static final Pattern CONDITIONS = Pattern
            .compile("(?:LB|VS|EG|QS|RS|PC|IS|XB|DA|FA)(?:POS|FAST|NAM|SPEC|METHOD|LOC|LAT|DIR|LEAD|EVAL|EVALID|REPNUM|TPT)");
    private static final List<String> PERIODS_AND_BASELINES = List.of("APERIOD", "APHASE", "BASETYPE");

    private Dimensions() {}

    /// The parameter in parts, each of one unit, type of baseline and time point; the parameter itself where it has no more
    /// than
    /// one.
    public static List<BdsParameter> split(BdsParameter parameter) {
        return besideTimePoints(parameter).stream().flatMap(part -> byTimePoint(part).stream()).toList();
    }

    /// The same without parting time points.
    public static List<BdsParameter> besideTimePoints(BdsParameter parameter) {
        List<BdsParameter> parts = byUnit(parameter);
        for (String variable : PERIODS_AND_BASELINES) {
            parts = parts.stream().flatMap(part -> by(variable, part).stream()).toList();
        }
        return parts;
    }

    /// A part in parts of one time point each; itself where no subject has several at a visit.
    public static List<BdsParameter> byTimePoint(BdsParameter part) {
        return by(TIME_POINT, part);
    }

    /// The parameter itself, for a table that cannot show it in parts.
    ///
    /// @throws NotProducedException where it has several units, types of baseline or time points; the reason names the line of
    ///     study.yaml that chooses one
    public static BdsParameter whole(BdsParameter parameter) throws NotProducedException {
        List<BdsParameter> parts = split(parameter);
        if (parts.size() > 1) {
            String variable = parts.getFirst().within().keySet().iterator().next();
            List<String> levels = parts.stream().map(p -> String.valueOf(p.within().get(variable))).distinct().toList();
            throw new NotProducedException(new RecordObstacle.SeveralValues(parameter.theirs(), variable, levels));
        }
        return parameter;
    }

    /// The same of several parameters.
    public static List<BdsParameter> split(List<BdsParameter> parameters) {
        return parameters.stream().flatMap(p -> split(p).stream()).toList();
    }

    /// Which variable tells several records of a subject at a visit apart, where one does: a dimension, or whatever else
    /// leaves one record of each of its levels.
    static RecordObstacle.Choice choice(BdsParameter parameter) {
        for (String variable : TELLING) {
            Optional<JoinedColumn> field = parameter.records().field(variable);
            List<String> levels = field.isEmpty() ? List.of() : levels(parameter, row -> field.get().text(row), variable);
            if (levels.size() > 1 && (ALWAYS.contains(variable) || isOneALevel(parameter, field.get()))) {
                String level = levels.stream().filter(l -> !l.isEmpty()).findFirst().orElseThrow();
                boolean observed = variable.equals("DTYPE") && isOneAVisit(parameter, row -> field.get().isMissing(row));
                return new RecordObstacle.Choice(variable, observed ? "" : level, List.of());
            }
        }
        JoinedRecords records = parameter.records();
        List<String> conditions = records.data().study().variables(records.name()).stream()
                .filter(CONDITIONS.asMatchPredicate()).sorted().toList();
        return new RecordObstacle.Choice(null, otherFlag(records), conditions);
    }

    /// Whether a subject has no more than one record at a visit of each level of a variable.
    private static boolean isOneALevel(BdsParameter parameter, JoinedColumn level) {
        List<String> levels = parameter.rows().stream().mapToObj(level::text).distinct().toList();
        return levels.size() <= MOST_LEVELS
                && levels.stream().allMatch(of -> isOneAVisit(parameter, row -> level.text(row).equals(of)));
    }

    /// Whether some of the parameter's records are one of a subject at a visit.
    private static boolean isOneAVisit(BdsParameter parameter, IntPredicate some) {
        JoinedRecords records = parameter.records();
        List<JoinedColumn> visit = Stream.of("AVISIT", "AVISITN").flatMap(name -> records.field(name).stream()).toList();
        Set<List<String>> seen = new HashSet<>();
        return parameter.rows().stream().filter(some).allMatch(row -> seen.add(Stream.concat(
                Stream.of(Integer.toString(records.subject(row))), visit.stream().map(f -> f.text(row))).toList()));
    }

    /// A flag of analysis of the dataset that is not the one in use; empty for none.
    private static String otherFlag(JoinedRecords records) {
        Study study = records.data().study();
        Optional<String> used = study.settings().records().flag(records.name());
        return study.variables(records.name()).stream()
                .filter(BdsParameter.FLAG.asMatchPredicate().and(flag -> !used.filter(flag::equals).isPresent()))
                .sorted()
                .findFirst()
                .orElse("");
    }

    /// The parameter in parts of one unit each; values of two units are never put together.
    public static List<BdsParameter> byUnit(BdsParameter parameter) {
        if (!maySeveralUnits(parameter)) {
            return List.of(parameter);
        }
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> label = records.field("PARAM").filter(f -> f.via() == null);
        Optional<JoinedColumn> given = unitField(records);
        boolean collected = given.isPresent() && !records.field("AVALU").equals(given);
        Map<String, String> known = new HashMap<>();
        IntFunction<String> ofLabel = row -> label.map(f -> known.computeIfAbsent(f.text(row), Dimensions::unitOf)).orElse("");
        IntFunction<String> ofUnit = row -> given.map(f -> f.text(row)).orElse("");
        // Labels that all say one unit say nothing of records whose own unit (AVALU) is another; of a unit that was collected
        // they do, since AVAL may have been converted.
        return Stream.of(first(ofLabel, ofUnit), collected ? first(ofLabel, ofUnit) : first(ofUnit, ofLabel))
                .map(unit -> byUnit(parameter, unit))
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .orElse(List.of(parameter));
    }

    private static IntFunction<String> first(IntFunction<String> one, IntFunction<String> other) {
        return row -> one.apply(row).isEmpty() ? other.apply(row) : one.apply(row);
    }

    private static List<BdsParameter> byUnit(BdsParameter parameter, IntFunction<String> unit) {
        List<String> units = levels(parameter, unit, "");
        if (units.stream().filter(u -> !u.isEmpty()).map(Dimensions::folded).distinct().count() < 2) {
            return List.of(parameter);
        }
        Map<String, String> spelled = new LinkedHashMap<>();
        units.forEach(u -> spelled.putIfAbsent(folded(u), u));
        return spelled.entrySet().stream()
                .map(e -> parameter.within("AVALU", e.getValue(), labelOf(parameter, e.getValue()),
                        row -> folded(unit.apply(row)).equals(e.getKey())))
                .filter(p -> !p.every().isEmpty())
                .toList();
    }

    /// Whether the parameter's records may be of several units: neither PARAM nor AVALU has one value throughout. Cheap to see,
    /// and nearly always enough.
    private static boolean maySeveralUnits(BdsParameter parameter) {
        return Stream.of(parameter.records().field("PARAM"), unitField(parameter.records())).flatMap(Optional::stream)
                .filter(f -> f.via() == null)
                .anyMatch(f -> !(f.column() instanceof TextColumn texts) || !isOneValue(parameter, texts));
    }

    /// Looks at rows only where other records of the PARAMCD may have another value.
    private static boolean isOneValue(BdsParameter parameter, TextColumn texts) {
        BitSet rows = parameter.rows();
        int first = rows.nextSetBit(0);
        if (first < 0 || isOneOfCode(parameter, texts, first)) {
            return true;
        }
        int row = first;
        while (row >= 0 && texts.code(row) == texts.code(first)) {
            row = rows.nextSetBit(row + 1);
        }
        return row < 0;
    }

    /// Whether all records with a row's PARAMCD, spelled as there, have its value, and the parameter has no other spelling.
    private static boolean isOneOfCode(BdsParameter parameter, TextColumn texts, int row) {
        JoinedRecords records = parameter.records();
        JoinedColumn field = records.field("PARAMCD").filter(f -> f.via() == null).orElse(null);
        if (field == null || !(field.column() instanceof TextColumn codes) || !codes.hasFewPairs(texts)) {
            return false;
        }
        PairUses pairs = records.data().pairs(codes, texts);
        int code = codes.code(row);
        int ofCode = IntStream.range(0, texts.dictionary().size()).map(text -> pairs.rows(code, text)).sum();
        return pairs.rows(code, texts.code(row)) == ofCode
                && codes.dictionary().stream().filter(text -> isSpelling(codes.value(row).strip(), text.strip())).count() == 1;
    }

    private static boolean isSpelling(String code, String text) {
        return text.equalsIgnoreCase(code) || text.toUpperCase(Locale.ROOT).equals(code.toUpperCase(Locale.ROOT));
    }

    /// The unit that stands in brackets at the end of a label; empty for none.
    public static String unitOf(String label) {
        return MeasurementUnit.ofLabel(label);
    }

    /// The one unit of a parameter's values: that of its label, else AVALU; empty where there is none or several.
    public static String unit(BdsParameter parameter) {
        String ofLabel = unitOf(parameter.label());
        if (!ofLabel.isEmpty()) {
            return ofLabel;
        }
        List<String> units = unitField(parameter.records()).map(field -> levels(parameter, field::text, ""))
                .orElse(List.of()).stream().filter(unit -> !unit.isBlank()).toList();
        return units.stream().map(MeasurementUnit::key).distinct().count() == 1 ? units.getFirst() : "";
    }

    /// The variable with the unit of each value: AVALU, else the unit of the result as it was collected; empty where there is
    /// neither.
    public static Optional<JoinedColumn> unitField(JoinedRecords records) {
        return Stream.concat(Stream.of("AVALU"), COLLECTED.stream()).flatMap(name -> records.field(name).stream())
                .filter(field -> field.via() == null && !field.numeric()).findFirst();
    }

    private static String folded(String unit) {
        return MeasurementUnit.key(unit);
    }

    private static String labelOf(BdsParameter parameter, String unit) {
        String name = UNIT.matcher(parameter.label()).replaceFirst("").strip();
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    private static List<BdsParameter> by(String variable, BdsParameter parameter) {
        Optional<JoinedColumn> field = parameter.records().field(variable).filter(f -> f.via() == null);
        if (field.isEmpty()) {
            return List.of(parameter);
        }
        List<String> levels = levels(parameter, row -> field.get().text(row), variable);
        if (levels.size() < 2 || !severalAtAVisit(parameter, field.get())) {
            return List.of(parameter);
        }
        List<BdsParameter> parts = new ArrayList<>();
        for (String level : levels) {
            IntPredicate of = row -> field.get().text(row).equals(level);
            String shown = level.isEmpty() ? RowName.Shared.NOT_GIVEN.level() : level;
            parts.add(parameter.within(variable, shown, parameter.label() + BdsParameter.behind(shown), of));
        }
        return parts;
    }

    /// Whether a subject has records of two levels at one visit.
    private static boolean severalAtAVisit(BdsParameter parameter, JoinedColumn level) {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> visit = records.field("AVISIT").or(() -> records.field("AVISITN"));
        record At(int subject, String visit) {}
        Map<At, String> first = new HashMap<>();
        IntPredicate valued = AnalysisValue.valued(records);
        BitSet rows = parameter.rows();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            String at = visit.isPresent() ? visit.get().text(row) : "";
            if (valued.test(row) && !at.isEmpty()) {
                String other = first.putIfAbsent(new At(records.subject(row), at), level.text(row));
                if (other != null && !other.equals(level.text(row))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The levels of the records with a value: time points by ATPTN, phases without APHASEN by their first day, others in their
    /// natural order.
    private static List<String> levels(BdsParameter parameter, IntFunction<String> level, String variable) {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> number = variable.isEmpty() ? Optional.empty() : records.field(variable + "N");
        Optional<IntToDoubleFunction> day = variable.equals("APHASE") ? day(records) : Optional.empty();
        IntToDoubleFunction place = number.<IntToDoubleFunction>map(field -> field::number).or(() -> day)
                .orElse(row -> Double.NaN);
        Map<String, Double> found = new LinkedHashMap<>();
        IntPredicate valued = AnalysisValue.valued(records);
        BitSet rows = parameter.rows();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (valued.test(row)) {
                found.merge(level.apply(row), place.applyAsDouble(row), Dimensions::least);
            }
        }
        Set<String> names = found.keySet();
        return names.stream()
                .sorted(Comparator.comparingDouble((String name) -> found.getOrDefault(name, Double.NaN))
                        .thenComparing(LevelOrder.natural()))
                .toList();
    }

    /// The day of each record by its date, else by its study day; NaN where unknown, empty where no record has any.
    private static Optional<IntToDoubleFunction> day(JoinedRecords records) {
        Optional<DatasetDates> dates = records.dataset().column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        if (dates.isPresent()) {
            return dates.map(days -> row -> days.epochDay(row) == DatasetDates.ABSENT ? Double.NaN : days.epochDay(row));
        }
        return records.field("ADY").or(() -> records.field("AVISITN")).filter(JoinedColumn::numeric).map(field -> field::number);
    }

    private static double least(double first, double second) {
        return Double.isNaN(first) || second < first ? second : first;
    }
}
