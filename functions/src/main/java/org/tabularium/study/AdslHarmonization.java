package org.tabularium.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.study.settings.TreatmentSettings;

/// Makes ADSL say one thing in one way before anything is counted: arms that differ only in letter case, spaces or dashes become
/// one,
/// ages in other units become years, durations of follow-up months. Each change is a warning. Of a disposition term (DCDECOD)
/// that stands for the status (EOSSTT) the reasons are discontinuation, which is a note.
final class AdslHarmonization {

    private static final Pattern ARM_VARIABLE = Pattern.compile("TRT\\d\\d[AP]|ARM|ACTARM");

    /// Arms of SDTM, whose spelling is their own.
    private static final Set<String> SDTM = Set.of("ARM", "ACTARM");

    private static final String STATUS = "EOSSTT";
    private static final String DISPOSITION_TERM = "DCDECOD";

    /// Terms of disposition that are no reasons: the status of CDISC's code list, and who was never in the study.
    private static final Set<String> NO_REASONS = Set.of("", "COMPLETED", "ONGOING", "DISCONTINUED", "SCREEN FAILURE");

    private AdslHarmonization() {}

    static Dataset apply(Dataset adsl, Study study, Findings findings) {
        TreatmentSettings treatment = study.settings().treatment();
        List<TextColumn> treatments = adsl.columns().stream()
                .filter(column -> isArm(column.variable().name(), treatment) && !SDTM.contains(column.variable().name()))
                .flatMap(column -> column instanceof TextColumn text ? Stream.of(text) : Stream.empty())
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Column column : adsl.columns()) {
            String name = column.variable().name();
            if (isArm(name, treatment) && column instanceof TextColumn text) {
                boolean treatmentVariable = !SDTM.contains(name);
                columns.add(mergeSpellings(text, treatmentVariable ? treatments : List.of(text), adsl, findings));
            } else if (name.equals(CommonUnits.AGE) && column instanceof NumericColumn age) {
                columns.add(inYears(age, adsl, findings));
            } else if (name.equals(CommonUnits.FOLLOW_UP) && column instanceof NumericColumn duration) {
                columns.add(inMonths(duration, study, adsl, findings));
            } else if (name.equals(STATUS) && column instanceof TextColumn terms && isDispositionTerm(adsl, study)) {
                columns.add(status(terms, adsl, findings));
            } else {
                columns.add(column);
            }
        }
        return adsl.withColumns(columns);
    }

    private static boolean isArm(String name, TreatmentSettings treatment) {
        return ARM_VARIABLE.matcher(name).matches() || name.equals(treatment.planned()) || name.equals(treatment.actual());
    }

    /// Values that are equal but for letter case and blanks become the most frequent spelling of all variables of the arms of the
    /// kind (the first in the file on a tie).
    private static TextColumn mergeSpellings(TextColumn arms, List<TextColumn> alike, Dataset adsl, Findings findings) {
        Map<String, Map<String, Integer>> uses = new LinkedHashMap<>();
        alike.forEach(column -> {
            for (int code : inOrder(column)) {
                String text = column.dictionary().get(code);
                uses.computeIfAbsent(ValueText.folded(text), k -> new LinkedHashMap<>())
                        .merge(text, column.uses().rows()[code], Integer::sum);
            }
        });
        Map<String, Set<String>> own = new LinkedHashMap<>();
        for (int code : inOrder(arms)) {
            String text = arms.dictionary().get(code);
            own.computeIfAbsent(ValueText.folded(text), k -> new LinkedHashSet<>()).add(text);
        }
        Map<String, String> labels = new HashMap<>();
        own.forEach((folded, spellings) -> {
            String label = mostFrequent(uses.getOrDefault(folded, Map.of())).strip().replaceAll("(?U)[\\s\u00a0]+", " ");
            labels.put(folded, label);
            boolean other = spellings.stream().noneMatch(s -> s.strip().replaceAll("(?U)[\\s\u00a0]+", " ").equals(label));
            if (spellings.size() > 1 || other) {
                findings.add(Finding.warning("ARM_SPELLING", spellings.size() > 1
                        ? "is spelled in " + spellings.size()
                                + " ways that differ in letter case, spaces or dashes; they were merged"
                        : "is spelled in another way here, with other letter case, spaces or dashes; it was merged")
                        .in(adsl.name())
                        .of(arms.variable().name())
                        .value(label));
            }
        });
        return recoded(arms, adsl,
                arms.dictionary().stream().map(text -> labels.getOrDefault(ValueText.folded(text), text)).toList());
    }

    /// The codes that rows have, in the order in which they come.
    private static int[] inOrder(TextColumn column) {
        int[] first = column.uses().first();
        return Arrays.stream(column.uses().used()).boxed().sorted(Comparator.comparingInt(code -> first[code]))
                .mapToInt(Integer::intValue).toArray();
    }

    private static String mostFrequent(Map<String, Integer> uses) {
        String most = "";
        for (Map.Entry<String, Integer> use : uses.entrySet()) {
            most = use.getValue() > uses.getOrDefault(most, 0) ? use.getKey() : most;
        }
        return most;
    }

    private static TextColumn recoded(TextColumn arms, Dataset adsl, List<String> labels) {
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] codes = new int[adsl.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = index.computeIfAbsent(labels.get(arms.code(row)), l -> index.size());
        }
        return new TextColumn(arms.variable(), codes, List.copyOf(index.keySet()));
    }

    private static boolean isDispositionTerm(Dataset adsl, Study study) {
        return study.settings().variables().get(STATUS) == null
                && study.names().variable(STATUS, study.variables(adsl.name())).equals(Optional.of(DISPOSITION_TERM));
    }

    /// The status behind terms of disposition: whoever has a reason, such as ADVERSE EVENT, discontinued.
    private static TextColumn status(TextColumn terms, Dataset adsl, Findings findings) {
        List<String> reasons = terms.dictionary().stream()
                .filter(term -> !NO_REASONS.contains(term.strip().toUpperCase(Locale.ROOT))).sorted().toList();
        if (reasons.isEmpty()) {
            return terms;
        }
        findings.add(Finding.note("DISPOSITION_TERMS", "stands for the status of each subject (" + STATUS
                + "), which ADSL does not have: terms that are reasons were read as DISCONTINUED")
                .in(adsl.name()).of(DISPOSITION_TERM).value(String.join(", ", reasons)));
        return recoded(terms, adsl,
                terms.dictionary().stream().map(term -> reasons.contains(term) ? "DISCONTINUED" : term).toList());
    }

    /// The duration of follow-up in months, by the label of study.yaml, else of the dataset.
    private static Column inMonths(NumericColumn duration, Study study, Dataset adsl, Findings findings) {
        String label = study.settings().display().label(CommonUnits.FOLLOW_UP).orElse(duration.variable().label());
        Optional<TimeUnit> unit = CommonUnits.ofFollowUp(label);
        if (unit.isEmpty() || unit.get() == TimeUnit.MONTHS) {
            return duration;
        }
        findings.add(Finding.warning("FOLLOW_UP_UNIT", "is in " + unit.get().word() + " by its label; it was converted to months")
                .in(adsl.name()).of(CommonUnits.FOLLOW_UP).value(label));
        return CommonUnits.inMonths(duration, unit.get());
    }

    private static Column inYears(NumericColumn age, Dataset adsl, Findings findings) {
        if (!(adsl.column("AGEU").orElse(null) instanceof TextColumn unit)) {
            return age;
        }
        double[] years = new double[adsl.rows()];
        int converted = 0;
        Set<String> unknown = new TreeSet<>();
        for (int row = 0; row < years.length; row++) {
            String written = unit.value(row).strip().toUpperCase(Locale.ROOT);
            double perYear = perYear(written);
            if (Double.isNaN(perYear)) {
                unknown.add(written);
                perYear = 1;
            }
            years[row] = perYear == 1 ? age.value(row) : age.value(row) / perYear;
            converted += perYear != 1 && !age.isMissing(row) ? 1 : 0;
        }
        if (!unknown.isEmpty()) {
            findings.add(Finding.warning("AGE_UNIT", "is no unit of age that is known; such ages are taken as years")
                    .in(adsl.name()).of("AGEU").value(String.join(", ", unknown))
                    .remedy("write YEARS, MONTHS, WEEKS, DAYS or HOURS"));
        }
        if (converted == 0) {
            return age;
        }
        findings.add(Finding.warning("AGE_UNIT", "is not in years for " + converted
                + (converted == 1 ? " subject; it was" : " subjects; they were") + " converted to years")
                .in(adsl.name())
                .of("AGE"));
        return new NumericColumn(age.variable(), years);
    }

    private static double perYear(String unit) {
        return switch (unit) {
            case "", "YEARS", "YEAR", "YRS", "YR", "Y", "A", "岁" -> 1;
            case "MONTHS", "MONTH", "MOS", "MO", "M", "月" -> 12;
            case "WEEKS", "WEEK", "WKS", "WK", "W", "周" -> 365.25 / 7;
            case "DAYS", "DAY", "D", "天" -> 365.25;
            case "HOURS", "HOUR", "H" -> 365.25 * 24;
            default -> Double.NaN;
        };
    }
}
