package org.tabularium.selection.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The days of each subject's infusions of a cell therapy: the day zero of study.yaml, else INFDT, else TRTSDT; the starts of
/// later periods (TR02SDT …) and, where the first is no mere TRTSDT, the last treatment (TRTEDT) of ADSL; the records of a
/// dose in ADEX (PARAMCD = DOSE). What lies
/// before the first one is lymphodepletion.
public final class Infusions {

    private static final String EXPOSURE = "ADEX";
    private static final Pattern LATER = Pattern.compile("TR\\d{2}SDT|AP\\d{2}SDT|INF\\d{1,2}DT|INFDT\\d");

    private final Map<Integer, NavigableSet<Integer>> days;

    private Infusions(Map<Integer, NavigableSet<Integer>> days) {
        this.days = days;
    }

    /// Asks for the dates.
    public static void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "INFDT", "TRTSDT", "TRTEDT");
        requested.ask(Study.ADSL, later(study));
        if (study.has(EXPOSURE)) {
            requested.ask(EXPOSURE, "PARAMCD", "ASTDT", "AVAL");
        }
    }

    private static List<String> later(Study study) {
        return study.variables(Study.ADSL).stream().filter(name -> LATER.matcher(name).matches()).sorted().toList();
    }

    /// The infusions of a study.
    public static Infusions of(StudyData data) {
        String chosen = data.settings().records().dayZero();
        String usual = data.adsl().has("INFDT") ? "INFDT" : "TRTSDT";
        Map<Integer, Integer> first = new TreeMap<>();
        dates(data.adsl(), chosen == null ? usual : chosen).ifPresent(dates -> each(data.adsl(), dates, first::put));
        Map<Integer, NavigableSet<Integer>> days = new HashMap<>();
        first.forEach((subject, day) -> days.computeIfAbsent(subject, s -> new TreeSet<>()).add(day));
        List<String> more = new ArrayList<>(later(data.study()));
        if (chosen != null || data.adsl().has("INFDT")) {
            more.add("TRTEDT");
        }
        more.forEach(variable -> dates(data.adsl(), variable)
                .ifPresent(dates -> each(data.adsl(), dates, (subject, day) -> add(days, first, subject, day))));
        data.dataset(EXPOSURE).ifPresent(exposure -> {
            String dose = data.study().names().parameter("DOSE");
            dates(exposure, "ASTDT").ifPresent(dates -> each(exposure, dates, (row, day) -> {
                int subject = data.subjects(EXPOSURE).of(row);
                if (subject != StudyData.UNKNOWN && exposure.column("PARAMCD")
                        .filter(code -> ValueText.text(code, row).equalsIgnoreCase(dose)).isPresent()) {
                    add(days, first, subject, day);
                }
            }));
        });
        return new Infusions(days);
    }

    private static Optional<DatasetDates> dates(Dataset dataset, String variable) {
        return dataset.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
    }

    private interface Dated {
        void on(int row, int day);
    }

    private static void each(Dataset dataset, DatasetDates dates, Dated dated) {
        for (int row = 0; row < dataset.rows(); row++) {
            if (dates.epochDay(row) != DatasetDates.ABSENT) {
                dated.on(row, dates.epochDay(row));
            }
        }
    }

    private static void add(Map<Integer, NavigableSet<Integer>> days, Map<Integer, Integer> first, int subject, int day) {
        Integer begun = first.get(subject);
        if (begun != null && day > begun) {
            days.computeIfAbsent(subject, s -> new TreeSet<>()).add(day);
        }
    }

    /// The days of a subject's infusions, days since 1970-01-01; empty for none.
    public NavigableSet<Integer> of(int subject) {
        return days.getOrDefault(subject, new TreeSet<>());
    }

    /// Whether somebody had several.
    public boolean areSeveral() {
        return days.values().stream().anyMatch(of -> of.size() > 1);
    }

    /// The day of the first of some events after each infusion, the day of the infusion as day 1, by subject. Events before the
    /// first infusion and those without a complete date are left out.
    public Map<Integer, List<Double>> onset(JoinedRecords records, BitSet events) {
        Optional<DatasetDates> starts = dates(records.dataset(), "ASTDT");
        Map<Integer, TreeMap<Integer, Double>> found = new HashMap<>();
        for (int row = events.nextSetBit(0); row >= 0 && starts.isPresent(); row = events.nextSetBit(row + 1)) {
            int day = starts.get().epochDay(row);
            NavigableSet<Integer> of = days.get(records.subject(row));
            Integer infused = of == null || day == DatasetDates.ABSENT ? null : of.floor(day);
            if (infused != null) {
                found.computeIfAbsent(records.subject(row), s -> new TreeMap<>()).merge(infused, day - infused + 1.0, Math::min);
            }
        }
        Map<Integer, List<Double>> onset = new HashMap<>();
        found.forEach((subject, of) -> onset.put(subject, List.copyOf(of.values())));
        return onset;
    }
}
