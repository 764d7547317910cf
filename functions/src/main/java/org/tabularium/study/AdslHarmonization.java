package org.tabularium.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.study.settings.TreatmentSettings;

/// Makes ADSL say one thing in one way before anything is counted: arms that differ only in letter case or spaces become one, ages in other
/// units become years. Each change is a warning.
final class AdslHarmonization {

    private static final List<String> ARM_VARIABLES = List.of("TRT01A", "TRT01P", "ARM", "ACTARM");

    private AdslHarmonization() {}

    static Dataset apply(Dataset adsl, Study study, Findings findings) {
        TreatmentSettings treatment = study.settings().treatment();
        List<Column> columns = new ArrayList<>();
        for (Column column : adsl.columns()) {
            String name = column.variable().name();
            boolean arm = ARM_VARIABLES.contains(name) || name.equals(treatment.planned()) || name.equals(treatment.actual());
            if (arm && column instanceof TextColumn text) {
                columns.add(mergeSpellings(text, adsl, findings));
            } else if (name.equals("AGE") && column instanceof NumericColumn age) {
                columns.add(inYears(age, adsl, findings));
            } else {
                columns.add(column);
            }
        }
        return adsl.withColumns(columns);
    }

    /// Values that are equal but for letter case and blanks become the most frequent spelling (the first in the file on a tie).
    private static TextColumn mergeSpellings(TextColumn arms, Dataset adsl, Findings findings) {
        int[] uses = new int[arms.dictionary().size()];
        for (int row = 0; row < adsl.rows(); row++) {
            uses[arms.code(row)]++;
        }
        Map<String, List<Integer>> spellings = new LinkedHashMap<>();
        for (int row = 0; row < adsl.rows(); row++) {
            int code = arms.code(row);
            List<Integer> same = spellings.computeIfAbsent(ValueText.folded(arms.dictionary().get(code)), k -> new ArrayList<>());
            if (!same.contains(code)) {
                same.add(code);
            }
        }
        Map<Integer, String> merged = new HashMap<>();
        for (List<Integer> codes : spellings.values()) {
            int most = codes.stream()
                    .max(Comparator.<Integer>comparingInt(c -> uses[c])
                            .thenComparing(Comparator.<Integer>comparingInt(codes::indexOf).reversed()))
                    .orElseThrow();
            String label = arms.dictionary().get(most).strip().replaceAll("(?U)[\\s\u00a0]+", " ");
            codes.forEach(c -> merged.put(c, label));
            if (codes.size() > 1) {
                findings.add(Finding.warning(
                        "ARM_SPELLING",
                        "is spelled in " + codes.size()
                                + " ways that differ in letter case or spaces; they were merged")
                        .in(adsl.name())
                        .of(arms.variable().name())
                        .value(label));
            }
        }
        List<String> dictionary = new ArrayList<>();
        for (int code = 0; code < arms.dictionary().size(); code++) {
            dictionary.add(merged.getOrDefault(code, arms.dictionary().get(code)));
        }
        return recoded(arms, adsl, dictionary);
    }

    private static TextColumn recoded(TextColumn arms, Dataset adsl, List<String> labels) {
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] codes = new int[adsl.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = index.computeIfAbsent(labels.get(arms.code(row)), l -> index.size());
        }
        return new TextColumn(arms.variable(), codes, List.copyOf(index.keySet()));
    }

    private static Column inYears(NumericColumn age, Dataset adsl, Findings findings) {
        if (!(adsl.column("AGEU").orElse(null) instanceof TextColumn unit)) {
            return age;
        }
        double[] years = new double[adsl.rows()];
        int converted = 0;
        for (int row = 0; row < years.length; row++) {
            double perYear = perYear(unit.value(row).strip().toUpperCase(Locale.ROOT));
            years[row] = perYear == 1 ? age.value(row) : age.value(row) / perYear;
            converted += perYear != 1 && !age.isMissing(row) ? 1 : 0;
        }
        if (converted == 0) {
            return age;
        }
        findings.add(Finding.warning("AGE_UNIT", "is not in years for " + converted + " subject(s); it was converted to years")
                .in(adsl.name())
                .of("AGE"));
        return new NumericColumn(age.variable(), years);
    }

    private static double perYear(String unit) {
        return switch (unit) {
            case "MONTHS", "MONTH" -> 12;
            case "WEEKS", "WEEK" -> 365.25 / 7;
            case "DAYS", "DAY" -> 365.25;
            default -> 1;
        };
    }
}
