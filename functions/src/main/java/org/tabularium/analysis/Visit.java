package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// One scheduled visit of a parameter: the record of each subject.
///
/// @param name AVISIT
/// @param baseline whether it is the baseline visit
/// @param recordOf for each subject the row of its record with a value; −1 for none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Visit(String name, boolean baseline, int[] recordOf) {

    private static final int NONE = -1;
    /// How many pairs of records of a subject at one visit are named.
    private static final int NAMED = 5;

    /// The visits of a parameter in order: by AVISITN, else by the time their names say, baseline first. Records without a value, without a visit and
    /// of unscheduled visits are passed over.
    ///
    /// @param wanted AVISIT values in order, in any letter case; empty for all
    /// @throws NotProducedException where a subject has two records at a visit; the reason names their rows
    static List<Visit> of(Parameter parameter, List<String> wanted) throws NotProducedException {
        Map<String, Building> visits = collect(parameter);
        int twice = visits.values().stream().mapToInt(v -> v.twice).sum();
        if (twice > 0) {
            List<String> named = visits.values().stream().flatMap(v -> v.named.stream()).limit(NAMED).toList();
            throw new NotProducedException(parameter.records().name() + " has more than one " + parameter.code()
                    + " record of a subject at a visit: " + String.join("; ", named)
                    + (twice > NAMED ? "; and " + (twice - NAMED) + " more" : ""));
        }
        if (wanted.isEmpty()) {
            return visits.values().stream()
                    .sorted(Comparator.comparing((Building v) -> !v.baseline).thenComparingDouble(v -> v.order))
                    .map(Building::visit)
                    .toList();
        }
        List<Visit> chosen = new ArrayList<>();
        for (String name : wanted) {
            Building found = visits.get(key(name));
            chosen.add(found != null ? found.visit() : nobody(name, parameter.records().data().subjectCount()));
        }
        return chosen;
    }

    private static Visit nobody(String name, int subjects) {
        int[] none = new int[subjects];
        Arrays.fill(none, NONE);
        return new Visit(name, isBaseline(name), none);
    }

    private static Map<String, Building> collect(Parameter parameter) {
        Records records = parameter.records();
        Optional<Field> name = records.field("AVISIT");
        Optional<Field> number = records.field("AVISITN");
        IntPredicate flagged = records.field("ABLFL").map(f -> f.is("Y")).orElse(row -> false);
        Map<String, Building> visits = new LinkedHashMap<>();
        // Each spelling is looked into once, not each row; unscheduled visits have no building.
        Map<String, Optional<Building>> bySpelling = new HashMap<>();
        for (int row = parameter.rows().nextSetBit(0); row >= 0; row = parameter.rows().nextSetBit(row + 1)) {
            int at = row;
            String visit = name.map(f -> f.text(at)).orElse("");
            if (visit.isEmpty()) {
                visit = number.map(f -> f.text(at)).filter(n -> !n.isEmpty()).map(n -> "Visit " + n).orElse("");
            }
            if (visit.isEmpty() || !Score.hasValue(records, row)) {
                continue;
            }
            Optional<Building> building = bySpelling.computeIfAbsent(visit, spelled -> isUnscheduled(spelled)
                    ? Optional.empty()
                    : Optional.of(visits.computeIfAbsent(key(spelled), k -> new Building(spelled, records))));
            if (building.isPresent()) {
                building.get().add(row, number.isPresent() ? number.get().number(row) : Double.NaN, flagged.test(row));
            }
        }
        return visits;
    }

    private static String key(String visit) {
        return visit.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isUnscheduled(String visit) {
        return key(visit).contains("UNSCHED");
    }

    private static boolean isBaseline(String visit) {
        return key(visit).equals("BASELINE");
    }

    /// A visit while its records are collected.
    private static final class Building {
        private final String name;
        private final Records records;
        private final int[] recordOf;
        private final List<String> named = new ArrayList<>();
        private int twice;
        private boolean baseline;
        private double order = Double.MAX_VALUE;

        Building(String name, Records records) {
            this.name = name;
            this.records = records;
            this.recordOf = new int[records.data().subjectCount()];
            Arrays.fill(recordOf, NONE);
            this.baseline = isBaseline(name);
            VisitTime.of(name).ifPresent(time -> order = 1e6 + time.days());
        }

        void add(int row, double number, boolean flagged) {
            int subject = records.subject(row);
            int earlier = recordOf[subject];
            if (earlier != NONE && twice++ < NAMED) {
                named.add(name + ", rows " + records.dataset().sourceRow(earlier) + " and "
                        + records.dataset().sourceRow(row));
            }
            recordOf[subject] = row;
            baseline |= flagged;
            if (!Double.isNaN(number)) {
                order = Math.min(order, number);
            }
        }

        Visit visit() {
            return new Visit(name, baseline, recordOf);
        }
    }
}
