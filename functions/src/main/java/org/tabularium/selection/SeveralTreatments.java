package org.tabularium.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The treatments of subjects some of whom had several (crossover, extension): a subject stands in the column of each that it
/// had, a record in that of its own.
///
/// A subject had those of TRT01A, TRT02A … (of TRT01P, TRT02P … where the planned arm counts). Where these say one each, but TRTA
/// (TRTP) of somebody's records says several, those of the records too.
public final class SeveralTreatments {

    /// The number of the period that a record is of.
    public static final String PERIOD = "APERIOD";
    /// The variables of records that say under which treatment they are.
    public static final List<String> RECORD_VARIABLES = List.of("TRTA", "TRTP", PERIOD);

    /// What is no treatment although it stands in TRTA.
    private static final Set<String> NONE = Set.of("", "none", "n/a", "notapplicable", "notreatment", "nottreated", "screening",
            "pre-treatment",
            "pretreatment",
            "post-treatment", "posttreatment", "follow-up", "followup", "washout", "wash-out", "run-in", "screenfailure",
            "notassigned", "unassigned", "notrandomised", "notrandomized", "notdosed");
    private static final int MOST_PERIODS = 20;

    /// The treatment of no record, or of one whose own its subject did not have.
    public static final int UNKNOWN = -1;

    private final String variable;
    private final List<String> periods;
    private final List<String> labels;
    private final List<BitSet> subjects;
    private final Map<String, Integer> places = new HashMap<>();

    private SeveralTreatments(String variable, List<String> periods, List<String> labels, Map<String, BitSet> had) {
        this.variable = variable;
        this.periods = periods;
        this.labels = labels;
        this.subjects = labels.stream().map(label -> had.getOrDefault(ValueText.folded(label), new BitSet())).toList();
        labels.forEach(label -> places.put(ValueText.folded(label), places.size()));
    }

    /// The variables of ADSL with the treatments of all periods; empty for a variable that is not of a period.
    ///
    /// @param first TRT01A or TRT01P
    public static List<String> periods(Study study, String first) {
        List<String> periods = new ArrayList<>();
        if (recordVariable(first).isPresent()) {
            for (int period = 1; period <= MOST_PERIODS; period++) {
                String variable = "TRT" + period / 10 + period % 10 + first.substring(5);
                if (study.has(Study.ADSL, variable)) {
                    periods.add(variable);
                }
            }
        }
        return List.copyOf(periods);
    }

    /// The variable of a record that is of the same kind as one of ADSL: TRTA of TRT01A, TRTP of TRT01P; empty for any other.
    public static Optional<String> recordVariable(String first) {
        return switch (first) {
            case "TRT01A" -> Optional.of("TRTA");
            case "TRT01P" -> Optional.of("TRTP");
            default -> Optional.empty();
        };
    }

    /// The treatments, where somebody had several.
    ///
    /// @param first the variable of ADSL that gives the columns
    public static Optional<SeveralTreatments> of(StudyData data, String first) {
        return data.once(Found.class, first, () -> new Found(find(data, first))).treatments;
    }

    private record Found(Optional<SeveralTreatments> treatments) {}

    private static Optional<SeveralTreatments> find(StudyData data, String first) {
        Optional<String> ofRecord = recordVariable(first);
        if (ofRecord.isEmpty()) {
            return Optional.empty();
        }
        List<String> periods = periods(data.study(), first);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, BitSet> had = new HashMap<>();
        BitSet failures = ScreenFailures.of(data.adsl());
        periods.forEach(
                period -> data.adsl().column(period).ifPresent(column -> add(column, subject -> subject, failures, names, had)));
        if (ofSeveral(had.values()).isEmpty()) {
            Map<String, BitSet> recorded = new HashMap<>();
            Map<String, String> more = new LinkedHashMap<>(names);
            records(data).forEach(dataset -> dataset.column(ofRecord.get())
                    .ifPresent(column -> add(column, data.subjects(dataset.name()), failures, more, recorded)));
            BitSet ofSeveral = ofSeveral(recorded.values());
            if (ofSeveral.isEmpty()) {
                return Optional.empty();
            }
            recorded.values().forEach(subjects -> subjects.and(ofSeveral));
            recorded.values().removeIf(BitSet::isEmpty);
            recorded.forEach((name, subjects) -> {
                had.computeIfAbsent(name, n -> new BitSet()).or(subjects);
                names.putIfAbsent(name, more.getOrDefault(name, name));
            });
        }
        List<String> labels = ArmOrder.sorted(names.values(), data.adsl(), periods, data.settings().treatment());
        return Optional.of(new SeveralTreatments(ofRecord.get(), periods, labels, had));
    }

    private static Stream<Dataset> records(StudyData data) {
        return data.datasets().stream().filter(d -> !d.name().equals(Study.ADSL));
    }

    private static void add(Column column, RowSubjects subjects, BitSet failures, Map<String, String> names,
            Map<String, BitSet> had) {
        if (!(column instanceof TextColumn texts)) {
            return;
        }
        List<BitSet> byCode = new ArrayList<>();
        texts.dictionary().forEach(text -> byCode.add(new BitSet()));
        for (int row = 0; row < column.size(); row++) {
            int subject = subjects.of(row);
            if (subject != StudyData.UNKNOWN && !failures.get(subject)) {
                byCode.get(texts.code(row)).set(subject);
            }
        }
        for (int code = 0; code < byCode.size(); code++) {
            String name = texts.dictionary().get(code).strip();
            if (!byCode.get(code).isEmpty() && !NONE.contains(ValueText.folded(name))) {
                names.putIfAbsent(ValueText.folded(name), name);
                had.computeIfAbsent(ValueText.folded(name), n -> new BitSet()).or(byCode.get(code));
            }
        }
    }

    /// Who is in several of some sets.
    private static BitSet ofSeveral(Collection<BitSet> sets) {
        BitSet seen = new BitSet();
        BitSet again = new BitSet();
        for (BitSet subjects : sets) {
            BitSet both = (BitSet) subjects.clone();
            both.and(seen);
            again.or(both);
            seen.or(subjects);
        }
        return again;
    }

    /// Whether a name without letter case and blanks says that there was no treatment.
    public static boolean isNone(String folded) {
        return NONE.contains(folded);
    }

    /// The variable of records that says under which treatment they are: TRTA or TRTP.
    public String variable() {
        return variable;
    }

    /// The variables of ADSL that they stand in.
    public List<String> periods() {
        return periods;
    }

    /// The treatments in the order of the columns.
    public List<String> labels() {
        return labels;
    }

    /// Who had a treatment in any period.
    public BitSet subjects(int treatment) {
        return subjects.get(treatment);
    }

    /// How many subjects had several.
    public int withSeveral() {
        return ofSeveral(subjects).cardinality();
    }

    /// The first treatment of a subject in the order of the columns; [#UNKNOWN] for none.
    int firstOf(int subject) {
        return IntStream.range(0, labels.size()).filter(t -> subjects.get(t).get(subject)).findFirst().orElse(UNKNOWN);
    }

    /// Whether the records of a dataset say under which treatment they are, or of which period of several in ADSL.
    public boolean areToldBy(Dataset dataset) {
        return dataset.column(variable).orElse(null) instanceof TextColumn || isByPeriod(dataset);
    }

    private boolean isByPeriod(Dataset dataset) {
        return periods.size() > 1 && dataset.has(PERIOD);
    }

    /// Whether some record that names no treatment is counted under that of its period.
    ///
    /// @param rows those that are counted
    public boolean goesByPeriod(JoinedRecords records, BitSet rows) {
        IntUnaryOperator byPeriod = ofPeriods(records);
        return rows.stream().anyMatch(row -> isBlank(records, row) && byPeriod.applyAsInt(row) != UNKNOWN);
    }

    private boolean isBlank(JoinedRecords records, int row) {
        return records.dataset().column(variable).map(column -> column.isMissing(row)).orElse(true);
    }

    /// The treatment of each record: its own where its subject had it; of one that names none that of its period (APERIOD 2 is of
    /// TRT02A); that of a subject who had but one; else [#UNKNOWN].
    ///
    /// @return empty where the dataset does not say
    public Optional<IntUnaryOperator> ofRecords(JoinedRecords records) {
        if (!areToldBy(records.dataset())) {
            return Optional.empty();
        }
        IntUnaryOperator own = ofNames(records);
        IntUnaryOperator byPeriod = ofPeriods(records);
        return Optional.of(row -> {
            int subject = records.subject(row);
            if (subject == StudyData.UNKNOWN) {
                return UNKNOWN;
            }
            int said = isBlank(records, row) ? byPeriod.applyAsInt(row) : own.applyAsInt(row);
            if (said >= 0 && subjects.get(said).get(subject)) {
                return said;
            }
            return subjects.stream().filter(of -> of.get(subject)).count() == 1 ? firstOf(subject) : UNKNOWN;
        });
    }

    /// Whether a record names another treatment than its subject had in its period.
    public IntPredicate contradictsPeriod(JoinedRecords records) {
        IntUnaryOperator own = ofNames(records);
        IntUnaryOperator byPeriod = ofPeriods(records);
        return row -> own.applyAsInt(row) != UNKNOWN && byPeriod.applyAsInt(row) != UNKNOWN
                && own.applyAsInt(row) != byPeriod.applyAsInt(row);
    }

    private IntUnaryOperator ofNames(JoinedRecords records) {
        if (!(records.dataset().column(variable).orElse(null) instanceof TextColumn texts)) {
            return row -> UNKNOWN;
        }
        int[] byCode = texts.dictionary().stream()
                .mapToInt(text -> places.getOrDefault(ValueText.folded(text), UNKNOWN))
                .toArray();
        return row -> byCode[texts.code(row)];
    }

    /// The treatment of each record's period.
    private IntUnaryOperator ofPeriods(JoinedRecords records) {
        if (!isByPeriod(records.dataset())) {
            return row -> UNKNOWN;
        }
        Column period = records.dataset().column(PERIOD).orElseThrow();
        Map<String, int[]> ofSubject = new HashMap<>();
        periods.forEach(name -> records.data().adsl().column(name).ifPresent(column -> ofSubject.put(
                ValueText.number(Integer.parseInt(name.substring(3, 5))),
                IntStream.range(0, column.size())
                        .map(subject -> places.getOrDefault(ValueText.folded(ValueText.text(column, subject)), UNKNOWN))
                        .toArray())));
        return row -> {
            int[] own = ofSubject.get(ValueText.text(period, row));
            int subject = records.subject(row);
            return own == null || subject == StudyData.UNKNOWN ? UNKNOWN : own[subject];
        };
    }

    /// Whether a subject had a treatment of this name, in any letter case and with any blanks.
    public boolean had(int subject, String name) {
        int place = places.getOrDefault(ValueText.folded(name), UNKNOWN);
        return place >= 0 && subjects.get(place).get(subject);
    }

    /// The treatments of a subject in the order of the columns.
    public List<String> of(int subject) {
        return IntStream.range(0, labels.size()).filter(t -> subjects.get(t).get(subject)).mapToObj(labels::get).toList();
    }
}
