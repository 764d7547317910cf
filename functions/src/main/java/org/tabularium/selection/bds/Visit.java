package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.VisitName;

/// One scheduled visit of a parameter: the record of each subject.
///
/// @param name AVISIT
/// @param phase where it lies in the study
/// @param recordOf for each subject the row of its record with a value; −1 for none
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Visit(String name, Phase phase, int[] recordOf) {

    /// Where a visit lies in the study. A response or a change exists only after baseline.
    public enum Phase {
        BEFORE_BASELINE, BASELINE, AFTER_BASELINE
    }

    static final int NONE = -1;

    /// The visits of a parameter in order: by AVISITN, else by the time their names say, baseline first. Records without a value, without a visit and
    /// of unscheduled visits are passed over. A visit is the baseline visit if it is called so or most of its records have ABLFL = Y.
    ///
    /// @param wanted AVISIT values in order, in any letter case; empty for all. A wanted visit that nobody has is there without records
    /// @throws NotProducedException where a subject has two records at a visit; the reason names their rows
    public static List<Visit> of(BdsParameter parameter, List<String> wanted) throws NotProducedException {
        Map<String, Building> visits = collect(parameter);
        Twice.refuse(parameter, visits.values().stream().map(v -> v.twice).toList());
        List<Building> inOrder = visits.values().stream()
                .sorted(Comparator.comparingDouble(Building::order).thenComparing(v -> !v.isBaseline()))
                .toList();
        int baseline = inOrder.indexOf(inOrder.stream().filter(Building::isBaseline).findFirst().orElse(null));
        Map<String, Visit> made = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Building visit = inOrder.get(i);
            Phase phase = visit.isBaseline() ? Phase.BASELINE : i < baseline ? Phase.BEFORE_BASELINE : Phase.AFTER_BASELINE;
            made.put(visit.name.key(), new Visit(visit.name.written(), phase, visit.recordOf));
        }
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

    /// Decimals that a variable of a parameter was collected with ([Decimals#collected]), of all visits together: a visit at which everybody has a whole
    /// number is shown like the others.
    ///
    /// @param subjects whose records count
    /// @param value of a row; NaN for missing
    public static int decimals(List<Visit> visits, BitSet subjects, IntToDoubleFunction value) {
        return Decimals.collected(visits.stream()
                .flatMapToDouble(visit -> subjects.stream()
                        .map(subject -> visit.recordOf[subject])
                        .filter(row -> row != NONE)
                        .mapToDouble(value))
                .toArray());
    }

    /// The baseline record of each subject: the one with ABLFL = Y, else that of the baseline visit; −1 for none.
    ///
    /// @throws NotProducedException where a subject has two records with ABLFL = Y and a value; the reason names their rows
    public static int[] baselines(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        IntPredicate isBaselineRecord = parameter.baselineRecord();
        int[] baselines = none(records.data().subjectCount());
        Twice twice = new Twice(records, "baseline (ABLFL)");
        IntPredicate valued = AnalysisValue.valued(records);
        for (int row = parameter.rows().nextSetBit(0); row >= 0; row = parameter.rows().nextSetBit(row + 1)) {
            if (isBaselineRecord.test(row) && valued.test(row)) {
                int earlier = baselines[records.subject(row)];
                if (earlier != NONE) {
                    twice.add(earlier, row);
                }
                baselines[records.subject(row)] = row;
            }
        }
        Twice.refuse(parameter, List.of(twice));
        for (Visit visit : of(parameter, List.of())) {
            for (int subject = 0; subject < baselines.length && visit.phase == Phase.BASELINE; subject++) {
                baselines[subject] = baselines[subject] == NONE ? visit.recordOf[subject] : baselines[subject];
            }
        }
        return baselines;
    }

    /// Whether anybody has a value at the visit.
    public boolean isEmpty() {
        return Arrays.stream(recordOf).allMatch(row -> row == NONE);
    }

    private static Visit nobody(String name, int subjects) {
        return new Visit(name, new VisitName(name).isBaseline() ? Phase.BASELINE : Phase.AFTER_BASELINE, none(subjects));
    }

    private static int[] none(int subjects) {
        int[] none = new int[subjects];
        Arrays.fill(none, NONE);
        return none;
    }

    private static Map<String, Building> collect(BdsParameter parameter) {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> number = records.field("AVISITN");
        IntPredicate baselineRecord = parameter.baselineRecord();
        IntPredicate valued = AnalysisValue.valued(records);
        Spellings spellings = new Spellings(records);
        for (int row = parameter.rows().nextSetBit(0); row >= 0; row = parameter.rows().nextSetBit(row + 1)) {
            Building building = valued.test(row) ? spellings.building(row) : null;
            if (building != null) {
                building.add(row, number.isPresent() ? number.get().number(row) : Double.NaN, baselineRecord.test(row));
            }
        }
        return spellings.visits;
    }

    /// Pairs of records of a subject at one visit: how many there are, and where the first of them lie.
    private static final class Twice {
        private static final int NAMED = 5;

        private final JoinedRecords records;
        private final String visit;
        private final List<String> named = new ArrayList<>();
        private int count;

        Twice(JoinedRecords records, String visit) {
            this.records = records;
            this.visit = visit;
        }

        void add(int first, int second) {
            if (count++ < NAMED) {
                named.add(visit + ", rows " + records.dataset().sourceRow(first) + " and "
                        + records.dataset().sourceRow(second));
            }
        }

        static void refuse(BdsParameter parameter, List<Twice> all) throws NotProducedException {
            int count = all.stream().mapToInt(t -> t.count).sum();
            if (count > 0) {
                throw new NotProducedException(parameter.records().name() + " has more than one " + parameter.code()
                        + " record of a subject at a visit: "
                        + all.stream().flatMap(t -> t.named.stream()).limit(NAMED).collect(Collectors.joining("; "))
                        + (count > NAMED ? "; and " + (count - NAMED) + " more" : ""));
            }
        }
    }

    /// The visits by their names as records write them: each spelling is looked into once, not each row. Unscheduled visits have no building.
    private static final class Spellings {

        private final JoinedRecords records;
        private final Optional<JoinedColumn> name;
        private final Optional<JoinedColumn> number;
        private final Map<String, Building> visits = new LinkedHashMap<>();
        private final Map<String, Optional<Building>> bySpelling = new HashMap<>();
        /// AVISIT, where it is text of the dataset itself: then visits are known by its codes. Null where it is not, and for codes not met yet.
        private final @Nullable TextColumn coded;
        private final List<@Nullable Optional<Building>> byCode;

        Spellings(JoinedRecords records) {
            this.records = records;
            this.name = records.field("AVISIT");
            this.number = records.field("AVISITN");
            this.coded = name.isPresent() && name.get().via() == null && name.get().column() instanceof TextColumn text
                    ? text
                    : null;
            this.byCode = new ArrayList<>(Collections.nCopies(coded == null ? 0 : coded.dictionary().size(), null));
        }

        /// The visit of a row; null where it has none or an unscheduled one.
        @Nullable
        Building building(int row) {
            int code = coded == null || coded.isMissing(row) ? NONE : coded.code(row);
            Optional<Building> known = code == NONE ? null : byCode.get(code);
            if (known == null) {
                known = ofName(name(row));
                if (code != NONE) {
                    byCode.set(code, known);
                }
            }
            return known.orElse(null);
        }

        private String name(int row) {
            String visit = name.map(f -> f.text(row)).orElse("");
            return visit.isEmpty()
                    ? number.map(f -> f.text(row)).filter(n -> !n.isEmpty()).map(n -> VisitName.numbered(n).written()).orElse("")
                    : visit;
        }

        private Optional<Building> ofName(String spelled) {
            return bySpelling.computeIfAbsent(spelled, s -> {
                VisitName visit = new VisitName(s);
                return s.isEmpty() || visit.isUnscheduled()
                        ? Optional.empty()
                        : Optional.of(visits.computeIfAbsent(visit.key(), k -> new Building(visit, records)));
            });
        }
    }

    /// A visit while its records are collected.
    private static final class Building {
        private final VisitName name;
        private final JoinedRecords records;
        private final int[] recordOf;
        private final Twice twice;
        private int rows;
        private int flagged;
        private double number = Double.NaN;

        Building(VisitName name, JoinedRecords records) {
            this.name = name;
            this.records = records;
            this.recordOf = none(records.data().subjectCount());
            this.twice = new Twice(records, name.written());
        }

        void add(int row, double visitNumber, boolean baselineRecord) {
            int subject = records.subject(row);
            int earlier = recordOf[subject];
            if (earlier != NONE) {
                twice.add(earlier, row);
            }
            recordOf[subject] = row;
            rows++;
            flagged += baselineRecord ? 1 : 0;
            if (!Double.isNaN(visitNumber)) {
                number = Double.isNaN(number) ? visitNumber : Math.min(number, visitNumber);
            }
        }

        boolean isBaseline() {
            return name.isBaseline() || 2 * flagged > rows;
        }

        double order() {
            return name.order(number, isBaseline());
        }
    }
}
