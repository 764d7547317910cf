package org.tabularium.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;

/// Makes flags say Y and N, whichever coding a study has: Yes and No, true and false, 1 and 0 as text or as numbers, in any
/// letter case; AESER also Serious and Non-serious. Severities of events that are all numbers from 1 to 5 become words. Each
/// variable recoded is a note.
///
/// Digits are flags only where the variable has no other value than 0 and 1: of 1 and 2 nothing tells which is which; so are the
/// letters T and F. Values that are no answer stay as they are.
public final class FlagCoding {

    /// SDTM's variables of adverse events with the answers Y and N.
    private static final Set<String> ANSWERS = Set.of("AESER", "AESCAN", "AESCONG", "AESDISAB", "AESDTH", "AESHOSP", "AESLIFE",
            "AESOD", "AESMIE", "AEPRESP", "AESINTV");
    private static final Map<String, String> WORDS = Map.of("Y", "Y", "YES", "Y", "TRUE", "Y", "N", "N", "NO", "N", "FALSE", "N",
            "是", "Y", "否", "N");
    /// What AESER says in words of its own.
    private static final Map<String, String> SERIOUS = Map.of("SERIOUS", "Y", "NON-SERIOUS", "N", "NON SERIOUS", "N",
            "NONSERIOUS", "N",
            "NOT SERIOUS", "N", "严重", "Y", "非严重", "N");
    private static final Map<String, String> DIGITS = Map.of("1", "Y", "0", "N");
    /// Severities by their numbers, the mildest first, as the grades of CTCAE name them.
    private static final Map<String, String> SEVERITIES = Map.of("1", "MILD", "2", "MODERATE", "3", "SEVERE", "4",
            "LIFE THREATENING",
            "5", "FATAL");
    private static final Set<String> SEVERITY_VARIABLES = Set.of("AESEV", "ASEV");
    /// Letters that R's users write for TRUE and FALSE; flags only where there is no other value.
    private static final Map<String, String> LETTERS = Map.of("T", "Y", "F", "N");
    private static final Set<String> CODED = Set.of("Y", "N", "");

    private FlagCoding() {}

    /// Whether a variable is a flag by its name: ADaM's end in FL.
    public static boolean isFlag(String variable) {
        return variable.endsWith("FL") || ANSWERS.contains(variable);
    }

    /// What a value of a flag is read as, Y or N; empty for one that is no answer.
    public static Optional<String> answer(String value) {
        String upper = value.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(WORDS.getOrDefault(upper, DIGITS.get(upper)));
    }

    static Dataset apply(Dataset dataset, Study study, Findings findings) {
        List<Column> columns = new ArrayList<>();
        boolean changed = false;
        for (Column column : dataset.columns()) {
            Optional<TextColumn> recoded = recoded(column);
            columns.add(recoded.isPresent() ? recoded.get() : column);
            changed |= recoded.isPresent();
            recoded.ifPresent(flag -> findings.add(note(column, dataset, study)));
        }
        return changed ? dataset.withColumns(columns) : dataset;
    }

    private static Finding note(Column column, Dataset dataset, Study study) {
        String ours = column.variable().name();
        String read = SEVERITY_VARIABLES.contains(ours) ? "MILD (1), MODERATE (2), SEVERE (3) and so on" : "Y and N";
        return Finding.note("FLAG_CODING", "is coded " + String.join(", ", values(column)) + " and was read as " + read)
                .in(study.shownName(dataset.name()))
                .of(study.names().variable(ours, study.variables(dataset.name())).orElse(ours));
    }

    private static Optional<TextColumn> recoded(Column column) {
        String name = column.variable().name();
        if (!isFlag(name) && !SEVERITY_VARIABLES.contains(name)) {
            return Optional.empty();
        }
        Set<String> values = values(column);
        if (CODED.containsAll(values) || values.size() > 100) {
            return Optional.empty();
        }
        Map<String, String> meaning = meaning(name, values);
        if (meaning.isEmpty()) {
            return Optional.empty();
        }
        List<String> flags = IntStream.range(0, column.size())
                .mapToObj(row -> ValueText.text(column, row))
                .map(text -> meaning.getOrDefault(text.toUpperCase(Locale.ROOT), text))
                .toList();
        Variable variable = column.variable();
        TextColumn recoded = TextColumn.of(new Variable(variable.name(), variable.label(), Kind.TEXT, ""), flags);
        return values(recoded).equals(values) ? Optional.empty() : Optional.of(recoded);
    }

    /// What the values of a variable are read as; empty where none of them is understood.
    private static Map<String, String> meaning(String variable, Set<String> values) {
        if (SEVERITY_VARIABLES.contains(variable)) {
            return SEVERITIES.keySet().containsAll(values) ? SEVERITIES : Map.of();
        }
        if (DIGITS.keySet().containsAll(values)) {
            return DIGITS;
        }
        if (LETTERS.keySet().containsAll(values)) {
            return LETTERS;
        }
        Map<String, String> words = new HashMap<>(WORDS);
        if (variable.equals("AESER")) {
            words.putAll(SERIOUS);
        }
        return values.stream().anyMatch(value -> words.containsKey(value.toUpperCase(Locale.ROOT))) ? words : Map.of();
    }

    /// The values that rows have but for missing ones, in the order in which they come.
    private static Set<String> values(Column column) {
        Set<String> values = switch (column) {
            case TextColumn text -> {
                int[] first = text.uses().first();
                yield Arrays.stream(text.uses().used())
                        .mapToObj(code -> first[code])
                        .sorted()
                        .map(row -> ValueText.text(text, row))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
            case NumericColumn number -> IntStream.range(0, number.size())
                    .filter(row -> !number.isMissing(row))
                    .mapToDouble(number::value)
                    .distinct()
                    .limit(101)
                    .mapToObj(ValueText::number)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        };
        values.remove("");
        return values;
    }
}
