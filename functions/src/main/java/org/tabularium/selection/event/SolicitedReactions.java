package org.tabularium.selection.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;

/// What the records of solicited reactions say: which reaction each is about, and whether it occurred or how severe it was.
///
/// A reaction is FAOBJ, else what stands in PARAM before the words for what was asked ("Fatigue occurrence indicator"). A
/// parameter all of whose values are yes or no asks whether it occurred; one of whose values are words of severity or grades
/// asks how severe it was, numbers counting as grades from 0 to 4 only where FATESTCD or PARAM says so. Any other, as a
/// diameter, is a measurement.
///
/// @param reactions in the order of PARAMN, then by name
/// @param answers by row; [#NO_ANSWER] where there is none
/// @param words whether severity is said in words, and not in grades
/// @param occurrences rows of the parameters that ask whether a reaction occurred
/// @param measurements labels of parameters that are neither
public record SolicitedReactions(List<Reaction> reactions, IntUnaryOperator answers, boolean words, BitSet occurrences,
        List<String> measurements) {

    /// One reaction.
    ///
    /// @param label as printed
    /// @param category of it; empty for none
    /// @param codes its PARAMCDs
    /// @param rows its records
    public record Reaction(String label, String category, List<String> codes, BitSet rows) {}

    public static final List<String> READ = List.of("PARAMCD", "PARAM", "PARAMN", "FAOBJ", "FATESTCD", "AVAL", "AVALC");

    public static final int NO_ANSWER = -1;
    /// An answer that a reaction did not occur.
    public static final int NONE = 0;
    /// That it occurred; how severe it was another record may say.
    public static final int OCCURRED = 99;

    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\s+(occurrence indicator|occurrence|occurred|maximum severity|maximum intensity|severity/intensity|severity|"
                    + "intensity|(maximum |toxicity )*grade|maximum diameter|diameter|maximum temperature)\\b.*$");
    private static final Pattern ASKS_SEVERITY = Pattern.compile("(?i)\\b(severity|intensity|grade)\\b");
    private static final Pattern GRADE = Pattern.compile("(?i)(?:grade\\s*)?([0-5])(?:\\.0*)?");
    private static final Set<String> SEVERITY_TESTS = Set.of("SEV", "SEVERITY", "TOXGR", "GRADE", "MAXSEV");

    /// What a parameter's answers are.
    private enum Kind {
        OCCURRENCE, SEVERITY, MEASUREMENT
    }

    /// Reads some records.
    ///
    /// @param category variable with the category of a reaction
    public static SolicitedReactions of(JoinedRecords records, BitSet rows, String category) {
        Map<String, BitSet> byParameter = new LinkedHashMap<>();
        rows.stream().forEach(row -> byParameter.computeIfAbsent(text(records, "PARAMCD", row), c -> new BitSet()).set(row));
        int[] answers = new int[records.size()];
        Arrays.fill(answers, NO_ANSWER);
        List<String> measurements = new ArrayList<>();
        boolean words = false;
        Map<String, String> objects = objects(records, byParameter);
        Map<String, Found> found = new LinkedHashMap<>();
        BitSet occurrences = new BitSet();
        for (Map.Entry<String, BitSet> parameter : byParameter.entrySet()) {
            BitSet own = parameter.getValue();
            int first = own.nextSetBit(0);
            String label = text(records, "PARAM", first);
            String asked = ASKED.matcher(label).replaceFirst("").strip();
            String name = asked.isEmpty() ? text(records, "PARAMCD", first) : asked;
            Kind kind = kind(records, own, label);
            if (kind == Kind.MEASUREMENT) {
                measurements.add(label);
                continue;
            }
            if (kind == Kind.OCCURRENCE) {
                occurrences.or(own);
            }
            words |= own.stream().anyMatch(row -> Severity.of(text(records, "AVALC", row)).isPresent());
            own.stream().forEach(row -> answers[row] = answer(kind, value(records, row)));
            String key = objects.getOrDefault(folded(name), folded(name));
            Found reaction = found.computeIfAbsent(key, k -> new Found(name, text(records, category, first),
                    number(records, first), new ArrayList<>(), new BitSet()));
            reaction.codes.add(parameter.getKey());
            reaction.rows.or(own);
        }
        List<Reaction> reactions = found.values().stream()
                .sorted(Comparator.comparingDouble(Found::order).thenComparing(Found::label))
                .map(reaction -> new Reaction(reaction.label, reaction.category, List.copyOf(reaction.codes), reaction.rows))
                .toList();
        return new SolicitedReactions(reactions, row -> answers[row], words, occurrences, List.copyOf(measurements));
    }

    private record Found(String label, String category, double order, List<String> codes, BitSet rows) {}

    /// Names of reactions in PARAM whose FAOBJ has another name.
    private static Map<String, String> objects(JoinedRecords records, Map<String, BitSet> byParameter) {
        Map<String, String> objects = new HashMap<>();
        byParameter.values().forEach(rows -> {
            String name = folded(ASKED.matcher(text(records, "PARAM", rows.nextSetBit(0))).replaceFirst("").strip());
            rows.stream().mapToObj(row -> folded(text(records, "FAOBJ", row))).filter(object -> !object.isEmpty()).findFirst()
                    .ifPresent(object -> objects.putIfAbsent(name, object));
        });
        return objects;
    }

    private static Kind kind(JoinedRecords records, BitSet rows, String label) {
        Set<String> values = new LinkedHashSet<>();
        rows.stream().mapToObj(row -> value(records, row)).filter(value -> !value.isEmpty()).forEach(values::add);
        String test = text(records, "FATESTCD", rows.nextSetBit(0)).toUpperCase(Locale.ROOT);
        if (values.stream().allMatch(SolicitedReactions::isYesOrNo)) {
            return Kind.OCCURRENCE;
        }
        boolean severities = values.stream().allMatch(value -> severity(value).isPresent());
        boolean said = SEVERITY_TESTS.contains(test) || ASKS_SEVERITY.matcher(label).find()
                || values.stream()
                        .anyMatch(value -> Severity.of(value).isPresent() || value.toUpperCase(Locale.ROOT).startsWith("GRADE"));
        return severities && said ? Kind.SEVERITY : Kind.MEASUREMENT;
    }

    private static boolean isYesOrNo(String value) {
        return value.equalsIgnoreCase("Y") || value.equalsIgnoreCase("N") || value.equalsIgnoreCase("YES")
                || value.equalsIgnoreCase("NO");
    }

    private static int answer(Kind kind, String value) {
        if (value.isEmpty()) {
            return NO_ANSWER;
        }
        if (kind == Kind.OCCURRENCE) {
            return value.toUpperCase(Locale.ROOT).startsWith("Y") ? OCCURRED : NONE;
        }
        return severity(value).orElse(NO_ANSWER);
    }

    private static OptionalInt severity(String value) {
        if (value.equalsIgnoreCase("NONE") || value.equalsIgnoreCase("ABSENT") || value.equalsIgnoreCase("NO")) {
            return OptionalInt.of(NONE);
        }
        Optional<Severity> word = Severity.of(value);
        if (word.isPresent()) {
            return OptionalInt.of(word.get().rank());
        }
        Matcher grade = GRADE.matcher(value.strip());
        return grade.matches() ? OptionalInt.of(Integer.parseInt(grade.group(1))) : OptionalInt.empty();
    }

    /// AVALC, else AVAL.
    private static String value(JoinedRecords records, int row) {
        String words = text(records, "AVALC", row).strip();
        return words.isEmpty() ? text(records, "AVAL", row).strip() : words;
    }

    private static String text(JoinedRecords records, String variable, int row) {
        return records.field(variable).map(field -> field.text(row)).orElse("");
    }

    private static double number(JoinedRecords records, int row) {
        double number = records.field("PARAMN").map((JoinedColumn field) -> field.number(row)).orElse(Double.NaN);
        return Double.isNaN(number) ? Double.MAX_VALUE : number;
    }

    /// Whether an answer says that there was a reaction and how severe it was.
    public static boolean isSevere(int answer) {
        return answer > NONE && answer != OCCURRED;
    }

    private static String folded(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
