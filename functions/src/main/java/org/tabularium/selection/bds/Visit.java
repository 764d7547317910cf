package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.HeldSet;
import org.tabularium.result.obstacle.RecordObstacle.Pair;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.dataset.TextColumn;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.study.PlacedVisit;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords.Phase;
import org.tabularium.study.records.BdsRecords;

/// One scheduled visit of a parameter: the record of each subject.
///
/// @param name AVISIT
/// @param phase where it lies in the study
/// @param recordOf for each subject the row of its record with a value; −1 for none
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Visit(String name, Phase phase, int[] recordOf) {

    static final int NONE = -1;

    private static final Set<String> ONE_BASELINE = Set.of("ATPT", "APERIOD", "APHASE");

    /// The visits of a parameter in order: by AVISITN, else by the time their names say, baseline first. Records without a
    /// value,
    /// without a visit and
    /// of unscheduled visits are passed over. Of several records at a visit one that is the subject's baseline counts.
    ///
    /// @param wanted AVISIT values in order, in any letter case; empty for all. A wanted visit that nobody has is there without
    ///     records
    /// @throws NotProducedException where a subject has two records at a visit; the reason names their rows
    public static List<Visit> of(BdsParameter parameter, List<String> wanted) throws NotProducedException {
        Map<String, VisitInMaking> visits = collect(parameter);
        Twice.refuse(parameter, visits.values().stream().map(v -> v.twice).toList());
        Map<String, Visit> made = new LinkedHashMap<>();
        inOrder(visits).forEach(v -> made.put(v.name.key(), new Visit(v.name.written(), v.phase(), v.recordOf)));
        if (wanted.isEmpty()) {
            return List.copyOf(made.values());
        }
        List<Visit> chosen = new ArrayList<>();
        for (String name : wanted) {
            Visit found = made.get(new VisitName(name).key());
            chosen.add(found != null ? found : nobody(name, parameter.records().data().subjectCount()));
        }
        return chosen;
    }

    /// The names of a parameter's visits in order, also where a subject has several records at one.
    public static List<String> names(BdsParameter parameter) {
        return inOrder(collect(parameter)).stream().map(visit -> visit.name.written()).toList();
    }

    private static List<VisitInMaking> inOrder(Map<String, VisitInMaking> visits) {
        return PlacedVisit.inOrder(visits.values(), VisitInMaking::placed);
    }

    /// The baseline record of each subject by the one definition ([BdsRecords]); −1 for none. Of a part of a parameter (a time
    /// point, a phase) the part's own; where nobody has one there, that of the whole, of which a subject has but one.
    ///
    /// @throws NotProducedException where a subject has two; the reason names their rows
    public static int[] baselines(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        BdsRecords known = parameter.known();
        int[] baselines = none(records.data().subjectCount());
        Twice twice = new Twice(records, "baseline");
        IntPredicate valued = AnalysisValue.valued(records);
        BitSet rows = known.baselinesAmong(parameter.every());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (valued.test(row)) {
                int subject = records.subject(row);
                int earlier = baselines[subject];
                boolean better = earlier != NONE && known.isMarked(row) && !known.isMarked(earlier);
                boolean worse = earlier != NONE && !known.isMarked(row) && known.isMarked(earlier);
                if (earlier != NONE && !better && !worse) {
                    twice.add(earlier, row);
                }
                baselines[subject] = worse ? earlier : row;
            }
        }
        Twice.refuse(parameter, List.of(twice));
        if (isOfOneBaseline(parameter) && Arrays.stream(baselines).allMatch(row -> row == NONE)) {
            return ofWhole(parameter, known, valued);
        }
        return baselines;
    }

    /// Whether a part is one of several that may have one baseline: values of other units or types of baseline have another.
    private static boolean isOfOneBaseline(BdsParameter parameter) {
        return !parameter.within().isEmpty() && ONE_BASELINE.containsAll(parameter.within().keySet());
    }

    /// The one baseline record of each subject among all records of a parameter.
    private static int[] ofWhole(BdsParameter parameter, BdsRecords known, IntPredicate valued) {
        JoinedRecords records = parameter.records();
        int[] baselines = none(records.data().subjectCount());
        BitSet several = new BitSet();
        IntPredicate own = records.field("PARAMCD").map(field -> field.is(parameter.theirs())).orElse(row -> false);
        for (int row = known.nextBaseline(0); row >= 0; row = known.nextBaseline(row + 1)) {
            int subject = own.test(row) && valued.test(row) ? records.subject(row) : NONE;
            if (subject >= 0) {
                several.set(subject, several.get(subject) || baselines[subject] != NONE);
                baselines[subject] = row;
            }
        }
        several.stream().forEach(subject -> baselines[subject] = NONE);
        return baselines;
    }

    /// Whether anybody has a value at the visit.
    public boolean isEmpty() {
        return Arrays.stream(recordOf).allMatch(row -> row == NONE);
    }

    /// The rows of the subjects' records: what of them is kept with results takes little room.
    ///
    /// @param recordOf for each subject a row; below 0 for none
    public static HeldSet rows(int[] recordOf) {
        return HeldSet.of(recordOf);
    }

    private static Visit nobody(String name, int subjects) {
        return new Visit(name, new VisitName(name).isBaseline() ? Phase.BASELINE : Phase.AFTER_BASELINE, none(subjects));
    }

    private static int[] none(int subjects) {
        int[] none = new int[subjects];
        Arrays.fill(none, NONE);
        return none;
    }

    private static Map<String, VisitInMaking> collect(BdsParameter parameter) {
        Collecting collecting = new Collecting(parameter);
        BitSet rows = parameter.rows();
        int from = rows.nextSetBit(0);
        while (from >= 0) {
            int to = Math.min(rows.nextClearBit(from), from + Collecting.MOST);
            collecting.add(from, to - from);
            from = rows.nextSetBit(to);
        }
        return collecting.spellings.visits;
    }

    /// Collects the records of a parameter, of which many follow each other: what they say is looked up for those together.
    private static final class Collecting {
        /// Records looked at at once.
        private static final int MOST = 1_024;

        private final JoinedRecords records;
        private final BdsRecords known;
        private final IntPredicate valued;
        private final RecordNumbers number;
        private final Spellings spellings;
        private final int[] subjects = new int[MOST];
        private final int[] codes = new int[MOST];
        private final double[] numbers = new double[MOST];

        Collecting(BdsParameter parameter) {
            this.records = parameter.records();
            this.known = parameter.known();
            this.valued = AnalysisValue.valued(records);
            this.number = records.field("AVISITN").map(RecordNumbers::of).orElse(row -> Double.NaN);
            this.spellings = new Spellings(parameter);
        }

        /// Rows that follow each other.
        void add(int from, int count) {
            records.subjects(from, count, subjects);
            spellings.codes(from, count, codes);
            number.following(from, count, numbers);
            for (int i = 0; i < count; i++) {
                int row = from + i;
                VisitInMaking building = valued.test(row) ? spellings.building(row, codes[i]) : null;
                if (building != null) {
                    building.add(row, subjects[i], known);
                    building.note(numbers[i]);
                }
            }
        }
    }

    /// Pairs of records of a subject at one visit: how many there are, and where the first of them lie.
    private static final class Twice {
        private static final int NAMED = 5;

        private final JoinedRecords records;
        private final String visit;
        private final List<Pair> named = new ArrayList<>();
        private int count;

        Twice(JoinedRecords records, String visit) {
            this.records = records;
            this.visit = visit;
        }

        void add(int first, int second) {
            if (count++ < NAMED) {
                named.add(new Pair(visit, records.dataset().sourceRow(first), records.dataset().sourceRow(second)));
            }
        }

        static void refuse(BdsParameter parameter, List<Twice> all) throws NotProducedException {
            int count = all.stream().mapToInt(t -> t.count).sum();
            if (count > 0) {
                throw new NotProducedException(new RecordObstacle.SeveralAtVisit(parameter.records().name(), parameter.code(),
                        all.stream().flatMap(t -> t.named.stream()).limit(NAMED).toList(), Math.max(0, count - NAMED),
                        Dimensions.choice(parameter)));
            }
        }
    }

    /// The visits by their names as records write them: each spelling is looked into once, not each row. Unscheduled visits
    /// have
    /// no building.
    private static final class Spellings {

        private final BdsParameter parameter;
        private final Optional<JoinedColumn> name;
        private final Optional<JoinedColumn> number;
        private final Map<String, VisitInMaking> visits = new LinkedHashMap<>();
        private final Map<String, Optional<VisitInMaking>> bySpelling = new HashMap<>();
        /// AVISIT, where it is text of the dataset itself: then visits are known by its codes. Null where it is not.
        private final @Nullable TextColumn coded;
        /// Codes whose visit was looked up.
        private final BitSet met = new BitSet();
        private final @Nullable VisitInMaking[] byCode;

        Spellings(BdsParameter parameter) {
            JoinedRecords records = parameter.records();
            this.parameter = parameter;
            this.name = records.field("AVISIT");
            this.number = records.field("AVISITN");
            this.coded = name.isPresent() && name.get().via() == null && name.get().column() instanceof TextColumn text
                    ? text
                    : null;
            this.byCode = new VisitInMaking[coded == null ? 0 : coded.dictionary().size()];
        }

        /// The codes of AVISIT of rows that follow each other; [#NONE] where it has none.
        void codes(int from, int count, int[] into) {
            if (coded == null) {
                Arrays.fill(into, 0, count, NONE);
            } else {
                coded.codes(from, count, into);
            }
        }

        /// The visit of a row; null where it has none or an unscheduled one.
        ///
        /// @param code of its AVISIT
        @Nullable
        VisitInMaking building(int row, int code) {
            VisitInMaking known = code == NONE ? null : byCode[code];
            return known == null ? unmet(row, code) : known;
        }

        private @Nullable VisitInMaking unmet(int row, int code) {
            if (code != NONE && met.get(code)) {
                return null; // an unscheduled one
            }
            VisitInMaking found = ofName(name(row));
            if (coded != null && !coded.dictionary().get(code).isBlank()) {
                met.set(code);
                byCode[code] = found;
            }
            return found;
        }

        private String name(int row) {
            String visit = name.map(f -> f.text(row)).orElse("");
            return visit.isEmpty()
                    ? number.map(f -> f.text(row)).filter(n -> !n.isEmpty()).map(n -> VisitName.numbered(n).written()).orElse("")
                    : visit;
        }

        private @Nullable VisitInMaking ofName(String spelled) {
            return bySpelling.computeIfAbsent(spelled, s -> {
                VisitName visit = new VisitName(s);
                return s.isEmpty() || visit.isUnscheduled()
                        ? Optional.empty()
                        : Optional.of(visits.computeIfAbsent(visit.key(), k -> new VisitInMaking(visit, parameter)));
            }).orElse(null);
        }
    }

    /// A visit while its records are collected.
    private static final class VisitInMaking {
        private final VisitName name;
        private final int[] recordOf;
        private final Twice twice;
        private final Phase phase;
        private final boolean ofPart;
        private double number = Double.NaN;
        private int records;
        private int baselines;
        private int afterDose;

        VisitInMaking(VisitName name, BdsParameter parameter) {
            this.name = name;
            JoinedRecords records = parameter.records();
            this.ofPart = !parameter.within().isEmpty();
            this.phase = parameter.known().phase(parameter.theirs(), name.key());
            this.recordOf = none(records.data().subjectCount());
            this.twice = new Twice(records, name.written());
        }

        void add(int row, int subject, BdsRecords known) {
            records++;
            baselines += known.isBaseline(row) ? 1 : 0;
            afterDose += ofPart && phase != Phase.AFTER_BASELINE && known.isAfterDose(row).orElse(false) ? 1 : 0;
            int earlier = recordOf[subject];
            boolean baseline = earlier != NONE && known.isBaseline(row) != known.isBaseline(earlier);
            if (earlier != NONE && !baseline) {
                twice.add(earlier, row);
            }
            recordOf[subject] = baseline && known.isBaseline(earlier) ? earlier : row;
        }

        /// AVISITN of one of its records; NaN where that has none.
        void note(double visitNumber) {
            if (!Double.isNaN(visitNumber)) {
                number = Double.isNaN(number) ? visitNumber : Math.min(number, visitNumber);
            }
        }

        /// Where it lies, which is baseline of a part (a type of baseline) most of whose records of it are so, and after
        /// baseline of
        /// a part (a time point) that was taken after the first dose on the day of baseline.
        Phase phase() {
            if (ofPart && 2 * baselines > records) {
                return Phase.BASELINE;
            }
            return baselines == 0 && 2 * afterDose > records ? Phase.AFTER_BASELINE : phase;
        }

        PlacedVisit placed() {
            return new PlacedVisit(name, number, phase() == Phase.BASELINE);
        }
    }
}
