package org.tabularium.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.table.spelling.LetterCases;
import org.tabularium.table.spelling.TitleCase;
import org.tabularium.table.spelling.Typography;
import org.tabularium.table.wording.UsualNames;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Moment;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Result;
import org.tabularium.study.CommonUnits;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.country.CountryNames;
import org.tabularium.study.settings.DisplaySettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.table.wording.PrintedNames;

/// What variables and their levels are called in text. Results keep the codes.
final class Labels implements PrintedNames {

    /// Variables whose values are names, codes or words that stand as they were written.
    private static final Pattern VERBATIM = Pattern.compile(
            ".*(?:ID|CD|TERM|SEQ|TRT|NAM|DECOD|BODSYS|SOC|HLT|HLGT|LLT|MODIFY|DT|DTM|DTC|NO)|SITE.*|ATC.*|COUNTRY");

    /// Variables whose levels are arms.
    private static final Pattern ARMS = Pattern.compile("TRT[0-9]{2}[AP]|TRT[AP]|(?:ACT)?ARM");

    private static final Set<String> ANSWERS = Set.of("Y", "N", "U", "NA", "UNKNOWN", "NOT APPLICABLE", "YES", "NO", "");

    private final StudyData data;
    private final List<String> datasets;
    private final DisplaySettings display;
    private final LetterCases cases;
    private final boolean typesetDoses;
    private final boolean sentenceCase;
    private final char decimalMark;
    private final Map<String, Boolean> answers = new HashMap<>();
    private final Map<String, Boolean> numbers = new HashMap<>();
    private final Set<String> unnamed;

    /// @param datasets those of the table
    /// @param unnamed takes `DATASET VARIABLE` of each variable whose name is printed for want of a label
    Labels(StudyData data, List<String> datasets, HouseStyle style, Set<String> unnamed) {
        this.data = data;
        this.datasets = datasets.stream().filter(d -> !d.equals(Study.ADSL)).toList();
        this.display = data.settings().display();
        this.cases = new LetterCases(data, datasets);
        this.typesetDoses = style.typesetDoses();
        this.sentenceCase = style.sentenceCase();
        this.decimalMark = style.numbers().decimalMark();
        this.unnamed = unnamed;
    }

    /// A variable's label with its unit: "Age (years)".
    @Override
    public String ofVariable(String dataset, String variable) {
        return CommonUnits.label(variable, ofData(dataset, variable));
    }

    /// As study.yaml, the data or we call it.
    private String ofData(String dataset, String variable) {
        Optional<String> given = display.label(variable);
        if (given.isPresent()) {
            return given.get();
        }
        Optional<String> usual = UsualNames.ofFlag(variable)
                .or(() -> Optional.of(UsualNames.ofTerms(variable)).filter(name -> !name.isEmpty()));
        if (usual.isPresent()) {
            return usual.get();
        }
        String label = data.dataset(dataset)
                .flatMap(d -> d.column(variable))
                .map(Column::variable)
                .map(v -> v.label().strip())
                .filter(l -> !l.isEmpty() && !l.equals(variable) && !l.equals(variable.toLowerCase(Locale.ROOT)))
                .map(this::ofText)
                .orElseGet(() -> AdamVariables.label(variable));
        if (label.isEmpty() || label.equals(variable)) {
            unnamed.add(dataset + " " + variable);
            return variable;
        }
        Optional<String> plain = UsualNames.ofStock(label);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (variable.equals("AGE") && !label.contains("(") && !label.toLowerCase(Locale.ROOT).contains("year")) {
            return label + " (years)";
        }
        return variable.endsWith("FL") ? withoutFlag(label) : label;
    }

    /// A variable of the table's dataset, else of ADSL.
    @Override
    public String ofVariable(String variable) {
        return ofNested(variable, "");
    }

    /// A variable whose levels are nested, by the label of the table's dataset.
    ///
    /// @param usual our own name for it, which only study.yaml changes; empty for none
    String ofNested(String variable, String usual) {
        if (!usual.isEmpty()) {
            return display.label(variable).orElse(usual);
        }
        String dataset = datasets.stream().filter(d -> data.dataset(d).filter(found -> found.has(variable)).isPresent())
                .findFirst()
                .orElse(Study.ADSL);
        return ofVariable(dataset, variable);
    }

    /// An arm as study.yaml wants it printed, else as it is; a dose with the style's decimal mark.
    @Override
    public String ofArm(String arm) {
        return display.label(arm).orElseGet(() -> typesetDoses
                ? ofNumbers(Typography.dose(arm))
                : arm);
    }

    @Override
    public String ofParameter(String code) {
        return display.label(code).or(() -> UsualNames.ofParameter(code)).orElse(code);
    }

    @Override
    public String ofDataset(String dataset) {
        return data.study().shownName(dataset);
    }

    /// A text of the study or of a shell with its signs and units as print sets them.
    @Override
    public String ofText(String text) {
        String set = ofNumbers(Typography.label(text));
        return sentenceCase ? TitleCase.label(set) : set;
    }

    @Override
    public String within(String text) {
        String set = ofText(text);
        return sentenceCase ? TitleCase.begunSmall(set) : set;
    }

    @Override
    public String ofNumbers(String text) {
        return Typography.decimals(text, decimalMark);
    }

    /// Whether Y and N of a variable are answers: it has no other values but those that say that there is none. The values of
    /// parameters (AVALC) are of many questions.
    private boolean isAnswer(String variable) {
        return Stream.concat(datasets.stream().flatMap(name -> data.dataset(name).stream()), Stream.of(data.adsl()))
                .flatMap(dataset -> dataset.column(variable).stream()).findFirst()
                .filter(TextColumn.class::isInstance).map(TextColumn.class::cast)
                .map(text -> variable.startsWith("AVALC")
                        || text.dictionary().stream().map(value -> value.strip().toUpperCase(Locale.ROOT))
                                .allMatch(ANSWERS::contains))
                .orElse(true);
    }

    private boolean isArm(String variable) {
        TreatmentSettings treatment = data.settings().treatment();
        return ARMS.matcher(variable).matches() || variable.equals(treatment.planned()) || variable.equals(treatment.actual());
    }

    /// What a statistic's numbers stand for where they are dates or times and no differences of such.
    Optional<Moment> moment(Result result) {
        String variable = result.variable();
        return variable == null || !result.statistic().describesValues()
                ? Optional.empty()
                : data.dataset(result.dataset()).flatMap(dataset -> dataset.column(variable))
                        .filter(NumericColumn.class::isInstance).map(Column::variable).flatMap(Moment::of);
    }

    /// "Completers of Week 24 Population Flag" is "Completers of Week 24".
    private static String withoutFlag(String label) {
        String short1 = label.replaceFirst("(?i)\\s+flag$", "");
        return short1.replaceFirst("(?i)\\s+population$", "");
    }

    /// A level in text.
    @Override
    public String ofLevel(String variable, String level) {
        String given = given(variable, level);
        if (given != null) {
            return given;
        }
        Optional<String> decoded = decoded(variable, level);
        if (decoded.isPresent()) {
            return decoded.get();
        }
        Optional<String> known = UsualNames.ofCode(variable, level)
                .or(() -> CountryNames.ofLevel(variable, level))
                .or(() -> answers.computeIfAbsent(variable, this::isAnswer) ? UsualNames.ofAnswer(level) : Optional.empty());
        if (known.isPresent()) {
            return known.get();
        }
        if (isArm(variable)) {
            return ofArm(level);
        }
        String shown = cases.of(variable, word(variable, level));
        return VERBATIM.matcher(variable).matches() ? shown : ofNumbers(Typography.level(shown));
    }

    /// The word of study.yaml for a level, in any letter case.
    private @Nullable String given(String variable, String level) {
        Map<String, String> levels = display.levels().getOrDefault(variable, Map.of());
        String exact = levels.get(level);
        return exact != null || levels.isEmpty()
                ? exact
                : levels.entrySet().stream().filter(e -> ValueText.folded(e.getKey()).equals(ValueText.folded(level)))
                        .map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /// What define.xml says that a code stands for; nothing of arms, whose names are the study's own.
    private Optional<String> decoded(String variable, String level) {
        return isArm(variable)
                ? Optional.empty()
                : Stream.concat(datasets.stream(), Stream.of(Study.ADSL))
                        .map(dataset -> data.study().codes(dataset, variable)).filter(codes -> !codes.isEmpty()).findFirst()
                        .flatMap(codes -> codes.printed(level)).map(Typography::level);
    }

    /// The word that an N companion stands for.
    private String word(String variable, String level) {
        Optional<TextColumn> words = NumericCodes.words(data, variable);
        Optional<Column> numbers = data.adsl().column(variable);
        if (words.isEmpty() || numbers.isEmpty()) {
            return level;
        }
        for (int row = 0; row < words.get().size(); row++) {
            if (ValueText.text(numbers.get(), row).equals(level)) {
                return words.get().value(row).strip();
            }
        }
        return level;
    }

    /// A listing's text: by the rule of its variable; several values joined by ` / ` each by its own, and one alone, where the
    /// others are missing, by that of the first variable that has it.
    ///
    /// @param variable several joined by `/` where the cell shows them together
    String inListing(String variable, String text) {
        String[] variables = variable.split("/", -1);
        String[] parts = text.split(" / ", -1);
        if (variables.length != parts.length) {
            return Arrays.stream(variables).filter(name -> cases.has(name, text)).findFirst().map(name -> shown(name, text))
                    .orElse(text);
        }
        return IntStream.range(0, parts.length).mapToObj(i -> shown(variables[i], parts[i])).collect(Collectors.joining(" / "));
    }

    /// Whether a variable holds numbers that are no dates.
    private boolean isNumber(String variable) {
        return numbers.computeIfAbsent(variable, v -> Stream
                .concat(datasets.stream().flatMap(name -> data.dataset(name).stream()), Stream.of(data.adsl()))
                .flatMap(dataset -> dataset.column(v).stream()).findFirst()
                .filter(column -> column instanceof NumericColumn && Moment.of(column.variable()).isEmpty()).isPresent());
    }

    private String shown(String variable, String text) {
        String given = given(variable, text);
        if (given != null) {
            return given;
        }
        Optional<String> country = CountryNames.ofLevel(variable, text);
        if (country.isPresent()) {
            return country.get();
        }
        if (isArm(variable)) {
            return ofArm(text);
        }
        if (isNumber(variable)) {
            return Typography.value(text).replace('.', decimalMark);
        }
        String cased = cases.of(variable, text);
        if (variable.equals("PARAM")) {
            return ofText(cased);
        }
        return VERBATIM.matcher(variable).matches() ? cased : ofNumbers(Typography.value(cased));
    }
}
