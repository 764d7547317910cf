package org.tabularium.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;

/// Makes one level of values that differ in letter case or blanks only: the most frequent spelling, of two equally frequent ones
/// the first in the alphabet. Each variable with such
/// values is a warning. Identifiers, flags, dates and what a person reported in their own words stay as they are; arms are merged
/// with ADSL.
final class LevelSpellings {

    private static final Pattern AS_REPORTED = Pattern
            .compile("USUBJID|.*FL|SUBJID|STUDYID|SITEID|INVID|DOMAIN|.*TERM|[A-Z]{2}TRT|.*DTC|.*COM|COVAL.*|.*NAR.*");
    private static final Pattern ARMS = Pattern.compile("TRT[0-9]{2}[AP]|ARM|ACTARM");
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\u00a0]+");

    private static final String SEX = "SEX";
    private static final Map<String, String> SEXES = Map.of("female", "f", "male", "m", "unknown", "u");

    private LevelSpellings() {}

    /// @param told the study's variables of whom a finding has been made
    private record Place(Study study, String dataset, Set<String> told) {

        /// The study's name of a column.
        String theirs(Column column) {
            String ours = column.variable().name();
            return study.names().variable(ours, study.variables(dataset)).orElse(ours);
        }
    }

    /// The dataset with one spelling a level.
    ///
    /// @param study whose study.yaml may name values (`levels:`), each of which is a level of its own
    static Dataset merge(Dataset dataset, Study study, Findings findings) {
        Map<String, Map<String, String>> named = study.settings().display().levels();
        List<Column> columns = new ArrayList<>();
        boolean changed = false;
        Set<String> told = new HashSet<>();
        for (Column column : dataset.columns()) {
            Column merged = column instanceof TextColumn text && isOfLevels(text.variable().name())
                    ? merge(text, dataset, named.getOrDefault(text.variable().name(), Map.of()).keySet(),
                            new Place(study, dataset.name(), told), findings)
                    : column;
            changed |= merged != column;
            columns.add(merged);
        }
        return changed ? dataset.withColumns(columns) : dataset;
    }

    private static boolean isOfLevels(String variable) {
        return !AS_REPORTED.matcher(variable).matches() && !ARMS.matcher(variable).matches();
    }

    @SuppressWarnings("ReferenceEquality") // the caller asks whether it is the same column
    private static TextColumn merge(TextColumn column, Dataset dataset, Set<String> named, Place place, Findings findings) {
        List<String> dictionary = column.dictionary();
        Map<String, List<Integer>> spellings = new LinkedHashMap<>();
        for (int code = 0; code < dictionary.size(); code++) {
            String value = dictionary.get(code);
            if (!value.isBlank() && !named.contains(value.strip())) {
                spellings.computeIfAbsent(folded(column.variable().name(), value), key -> new ArrayList<>(1)).add(code);
            }
        }
        spellings.values().removeIf(codes -> codes.stream().map(code -> dictionary.get(code).strip()).distinct().count() < 2);
        if (spellings.isEmpty()) {
            return column;
        }
        int[] uses = column.uses().rows();
        Map<Integer, String> labels = new HashMap<>();
        List<String> merged = new ArrayList<>();
        String others = "";
        for (List<Integer> codes : spellings.values()) {
            int most = codes.stream()
                    .max(Comparator
                            .<Integer>comparingInt(code -> isCode(column, dictionary.get(code)) ? Integer.MAX_VALUE : uses[code])
                            .thenComparing(Comparator.<Integer, String>comparing(dictionary::get).reversed()))
                    .orElseThrow();
            String label = BLANKS.matcher(dictionary.get(most).strip()).replaceAll(" ");
            codes.forEach(code -> labels.put(code, label));
            merged.add(label);
            others = others.isEmpty() ? others(codes, dictionary, label) : others;
        }
        String theirs = place.theirs(column);
        if (!place.told.add(theirs)) {
            return recoded(column, dataset, labels); // under another name of ours: it was told
        }
        findings.add(Finding
                .warning("LEVEL_SPELLING", "is also spelled " + others + ", which "
                        + (column.variable().name().equals(SEX)
                                ? "means the same"
                                : "differs in letter case, spaces or dashes only")
                        + more(merged.size() - 1) + "; they were made one")
                .in(place.study.shownName(place.dataset)).of(theirs).value(merged.getFirst())
                .remedy("where they are different levels, name each in study.yaml: levels: {" + column.variable().name() + ": {"
                        + merged.getFirst() + ": …}}"));
        return recoded(column, dataset, labels);
    }

    private static String more(int values) {
        if (values == 0) {
            return "";
        }
        return values == 1 ? ", as does 1 more value" : ", as do " + values + " more values";
    }

    /// What makes two spellings the same level.
    private static String folded(String variable, String value) {
        String folded = ValueText.folded(value);
        return variable.equals(SEX) ? SEXES.getOrDefault(folded, folded) : folded;
    }

    /// The code of a sex goes before its words.
    private static boolean isCode(Column column, String value) {
        return column.variable().name().equals(SEX) && SEXES.containsValue(value.strip().toLowerCase(Locale.ROOT))
                && value.equals(value.toUpperCase(Locale.ROOT));
    }

    private static String others(List<Integer> codes, List<String> dictionary, String label) {
        return codes.stream().map(dictionary::get).filter(value -> !value.equals(label)).distinct().sorted()
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(", "));
    }

    private static TextColumn recoded(TextColumn column, Dataset dataset, Map<Integer, String> labels) {
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] newCode = new int[column.dictionary().size()];
        for (int code = 0; code < newCode.length; code++) {
            newCode[code] = index.computeIfAbsent(labels.getOrDefault(code, column.dictionary().get(code)),
                    label -> index.size());
        }
        int[] codes = new int[dataset.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = newCode[column.code(row)];
        }
        return new TextColumn(column.variable(), codes, List.copyOf(index.keySet()));
    }
}
