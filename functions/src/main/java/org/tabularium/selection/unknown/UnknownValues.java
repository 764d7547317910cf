package org.tabularium.selection.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.finding.Finding;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventGroups;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.selection.StandardValues;
import org.tabularium.selection.ValueComparison;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.DeviationImportance;
import org.tabularium.yaml.NearestWord;
import org.tabularium.yaml.YamlMap;

/// Values that a sponsor's shell or an entry of `tables:` asks for and that nothing in the data has: of variables in
/// conditions,
/// of visits, of terms. One that is near to a value of the data, or to a standard one, is a slip and a warning with its
/// line; another standard value is none, since a study may lack it; what is neither is a note. A value that cannot be compared
/// with its variable at all (a word with numbers) is an error.
public final class UnknownValues {

    private static final Set<String> ORDERED = Set.of("lt", "le", "gt", "ge");
    private static final Set<String> WORDS = Set.of("eq", "ne", "in", "not-in");

    private final StudyData data;
    private final Shell shell;
    private final YamlMap map;
    private final List<Finding> findings = new ArrayList<>();

    private UnknownValues(StudyData data, Shell shell, YamlMap map) {
        this.data = data;
        this.shell = shell;
        this.map = map;
    }

    /// The faults of what somebody wrote.
    ///
    /// @param shell the table as it is made
    /// @param map the shell, or the parameters of an entry of `tables:`
    public static List<Finding> of(StudyData data, Shell shell, YamlMap map) {
        UnknownValues values = new UnknownValues(data, shell, map);
        values.walk("", map.node());
        return values.findings;
    }

    private void walk(String pointer, JsonNode node) {
        groups(pointer, node);
        node.properties().forEach(entry -> {
            String below = pointer + "/" + entry.getKey();
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "where", "among" -> condition(below, value);
                case "visit", "visits" -> each(below, value, this::visit);
                case "terms" -> each(below, value, this::term);
                default -> walk(below, value);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, node.path(i));
        }
    }

    /// Levels of the outermost variable of `nest` that are counted together.
    private void groups(String pointer, JsonNode node) {
        JsonNode nest = node.path("nest");
        String outermost = nest.isArray() ? nest.path(0).asText() : nest.asText();
        List<Column> columns = columns(outermost);
        JsonNode groups = node.path("groups");
        for (int i = 0; !columns.isEmpty() && groups.isArray() && i < groups.size(); i++) {
            each(pointer + "/groups/" + i + "/levels", groups.path(i).path("levels"),
                    (written, at) -> value(outermost, columns, written, at));
        }
    }

    private interface Look {
        void at(String written, String pointer);
    }

    private static void each(String pointer, JsonNode value, Look look) {
        if (value.isValueNode()) {
            look.at(value.asText(), pointer);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (value.path(i).isValueNode()) {
                look.at(value.path(i).asText(), pointer + "/" + i);
            }
        }
    }

    private void condition(String pointer, JsonNode node) {
        node.properties().forEach(entry -> {
            String below = pointer + "/" + entry.getKey();
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "and", "or" -> {
                    for (int i = 0; i < value.size(); i++) {
                        condition(below + "/" + i, value.path(i));
                    }
                }
                case "not" -> condition(below, value);
                case "term" -> each(below, value, this::term);
                default -> comparisons(entry.getKey(), below, value);
            }
        });
    }

    private void comparisons(String variable, String pointer, JsonNode value) {
        List<Column> columns = columns(variable);
        if (columns.isEmpty() || isParameter(variable)) {
            return;
        }
        if (!value.isObject()) {
            each(pointer, value, (written, at) -> value(variable, columns, written, at));
            return;
        }
        value.properties().forEach(entry -> {
            if (WORDS.contains(entry.getKey())) {
                each(pointer + "/" + entry.getKey(), entry.getValue(), (written, at) -> value(variable, columns, written, at));
            } else if (ORDERED.contains(entry.getKey())) {
                each(pointer + "/" + entry.getKey(), entry.getValue(), (written, at) -> bound(variable, columns, written, at));
            } else if (entry.getKey().equals("is")) {
                each(pointer + "/is", entry.getValue(), (written, at) -> set(variable, written, at));
            }
        });
    }

    /// Grades stand for each other, and a parameter's values may be derived.
    private boolean isParameter(String variable) {
        return EventGrades.FILTER_NAMES.contains(variable)
                && columns(variable).stream().allMatch(NumericColumn.class::isInstance);
    }

    /// Where the values of a condition's variable stand: the shell's dataset, else ADSL, else whatever dataset has it.
    private List<Column> columns(String variable) {
        Optional<Column> own = data.dataset(shell.dataset()).flatMap(dataset -> dataset.column(variable))
                .or(() -> data.adsl().column(variable));
        return own.map(List::of)
                .orElseGet(() -> data.datasets().stream().flatMap(dataset -> dataset.column(variable).stream()).toList());
    }

    private void value(String variable, List<Column> columns, String written, String pointer) {
        if ((EventGrades.FILTER_NAMES.contains(variable) && Grade.parse(written).isPresent()) || isDate(columns, written)) {
            return;
        }
        if (columns.stream().allMatch(NumericColumn.class::isInstance)) {
            if (number(written).isEmpty()) {
                add(Finding.error("VALUE_UNKNOWN", "is no number, and the values of " + variable + " are numbers"), written,
                        pointer);
            }
            return;
        }
        if (variable.equals("PARAMCD") && data.derived(written).isPresent()) {
            return;
        }
        Set<String> there = words(columns);
        Optional<String> term = EventTerms.counted(variable, written);
        boolean has = there.stream().anyMatch(value -> ValueComparison.isSame(value, written)
                || term.filter(t -> EventTerms.counted(variable, value).filter(t::equals).isPresent()).isPresent());
        if (!has) {
            absent(there, written, pointer, "is the value of no " + variable + " in the data");
        }
    }

    /// A named set of values: `related`, or one of study.yaml.
    private void set(String variable, String written, String pointer) {
        Set<String> known = new TreeSet<>(data.settings().values().getOrDefault(variable, Map.of()).keySet());
        if (RangeIndicator.isIn(variable)) {
            Arrays.stream(RangeIndicator.values()).forEach(side -> known.add(side.name().toLowerCase(Locale.ROOT)));
        }
        if (DeviationImportance.isIn(variable)) {
            known.add(DeviationImportance.SET);
        }
        if (RelationWords.VARIABLES.contains(variable)) {
            known.add("related");
            known.add("unrelated");
        }
        if (!known.contains(written)) {
            add(Finding.error("VALUE_UNKNOWN", "is no set of values of " + variable)
                    .remedy(NearestWord.of(written, known).map(near -> "did you mean `" + near + "`?")
                            .orElse("name its values in study.yaml: values: {" + variable + ": {" + written + ": […]}}")),
                    written, pointer);
        }
    }

    private void bound(String variable, List<Column> columns, String written, String pointer) {
        boolean grade = EventGrades.FILTER_NAMES.contains(variable) && Grade.parse(written).isPresent();
        boolean limit = written.startsWith("{");
        if (!grade && !limit && number(written).isEmpty() && !isDate(columns, written)) {
            add(Finding.error("VALUE_UNKNOWN", "is neither a number nor, where " + variable
                    + " holds dates, a whole date; nothing is less or greater than it"), written, pointer);
        }
    }

    private static boolean isDate(List<Column> columns, String written) {
        return written.matches("\\d{4}-\\d{2}-\\d{2}")
                && columns.stream().anyMatch(column -> DatasetDates.of(column).holdsDates());
    }

    private static Optional<Double> number(String written) {
        try {
            return Optional.of(Double.valueOf(written.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void visit(String written, String pointer) {
        Set<String> there = words(all("AVISIT"));
        if (!there.isEmpty() && there.stream().noneMatch(visit -> ValueText.folded(visit).equals(ValueText.folded(written)))) {
            absent(there, written, pointer, "is the name of no visit in the data");
        }
    }

    private void term(String written, String pointer) {
        List<Column> columns = new ArrayList<>(all("AEDECOD"));
        data.datasets().forEach(dataset -> dataset.columns().stream()
                .filter(column -> EventGroups.isGroup(column.variable().name())).forEach(columns::add));
        Set<String> there = words(columns);
        if (!there.isEmpty() && there.stream().noneMatch(written::equalsIgnoreCase)) {
            nearest(written, there).ifPresent(near -> add(slip("is no term of the data", near), written, pointer));
        }
    }

    private List<Column> all(String variable) {
        return data.datasets().stream().map(dataset -> dataset.column(variable)).flatMap(Optional::stream).toList();
    }

    private static Set<String> words(List<Column> columns) {
        Set<String> words = new TreeSet<>();
        for (Column column : columns) {
            if (column instanceof TextColumn text) {
                text.dictionary().stream().map(String::strip).filter(word -> !word.isEmpty()).forEach(words::add);
            }
        }
        return words;
    }

    /// A value that no row has.
    private void absent(Set<String> there, String written, String pointer, String message) {
        Optional<String> whole = there.stream().filter(value -> isShort(written, value) || isShort(value, written)).findFirst();
        if (whole.isPresent()) {
            add(slip(message, whole.get()), written, pointer);
            return;
        }
        Optional<String> code = there.stream().filter(value -> isSameNumber(written, value)).findFirst();
        if (code.isPresent()) {
            add(slip(message, code.get()), written, pointer);
            return;
        }
        if (there.isEmpty() || StandardValues.isKnown(written)) {
            return;
        }
        Set<String> likely = new LinkedHashSet<>(there);
        if (there.stream().anyMatch(StandardValues::isListed)) {
            likely.addAll(StandardValues.all());
        }
        Optional<String> near = nearest(written, likely);
        add(near.isPresent() ? slip(message, near.get()) : Finding.note("VALUE_ABSENT", message), written, pointer);
    }

    /// Whether a code of digits is written without its zeros in front.
    private static boolean isSameNumber(String written, String value) {
        return written.matches("\\d+") && value.matches("0+\\d+")
                && value.replaceFirst("^0+(?=\\d)", "").equals(written.replaceFirst("^0+(?=\\d)", ""));
    }

    /// Whether a letter stands for a word: F for Female.
    private static boolean isShort(String letter, String word) {
        return letter.length() == 1 && Character.isLetter(letter.charAt(0)) && word.length() > 2
                && word.substring(0, 1).equalsIgnoreCase(letter);
    }

    /// The nearest value, unless the two are different by their numbers (Week 2, Week 4) or by a letter of a code.
    private static Optional<String> nearest(String written, Set<String> there) {
        String word = letters(written);
        return NearestWord.of(written, there.stream().filter(value -> !letters(value).equals(word)).toList())
                .filter(near -> word.length() > 3);
    }

    private static String letters(String word) {
        return word.replaceAll("[\\d\\s.,_-]+", "").toUpperCase(Locale.ROOT);
    }

    private static Finding slip(String message, String near) {
        return Finding.warning("VALUE_UNKNOWN", message).remedy("did you mean `" + near + "`?");
    }

    private void add(Finding finding, String written, String pointer) {
        findings.add(finding.in(map.file()).at(map.lineOf(pointer)).value(written)
                .of(pointer.substring(1).replaceAll("/[0-9]+(?=/|$)", "").replace('/', '.')));
    }
}
