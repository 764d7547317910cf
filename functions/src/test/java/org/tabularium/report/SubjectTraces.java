package org.tabularium.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.study.ValueText;

/// What would give a subject away in a file: identifiers, and dates that one row alone has.
final class SubjectTraces {

    private SubjectTraces() {}

    static Set<String> identifiers(SelectionOracle oracle) {
        Set<String> identifiers = new HashSet<>();
        for (String variable : List.of("USUBJID", "SUBJID")) {
            values(oracle.data().adsl(), variable).stream().filter(id -> id.length() > 3).forEach(identifiers::add);
        }
        return identifiers;
    }

    /// Dates that one row alone has, as data and pages write them.
    static Set<String> uniqueDates(SelectionOracle oracle) {
        Map<String, Integer> times = new HashMap<>();
        for (Dataset dataset : oracle.data().datasets()) {
            for (Column column : dataset.columns()) {
                if (column.variable().name().matches(".*DTM?C?")) {
                    values(dataset, column.variable().name()).forEach(date -> times.merge(date, 1, Integer::sum));
                }
            }
        }
        Set<String> dates = new HashSet<>();
        times.forEach((date, number) -> {
            if (number == 1 && date.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
                dates.add(date.substring(0, 10));
                LocalDate day = LocalDate.parse(date.substring(0, 10));
                dates.add(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day));
            }
        });
        dates.removeAll(Set.of("2025-09-30", "30 Sep 2025", "2025-08-31", "31 Aug 2025")); // the cut-offs
        return dates;
    }

    private static List<String> values(Dataset dataset, String variable) {
        List<String> values = new ArrayList<>();
        dataset.column(variable).ifPresent(column -> {
            for (int row = 0; row < dataset.rows(); row++) {
                if (!column.isMissing(row)) {
                    values.add(ValueText.text(column, row));
                }
            }
        });
        return values;
    }
}
