package org.tabularium.table.spelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.DisplaySettings.LetterCase;

/// The letter case that a variable's values are shown in: terms of dictionaries, names, codes and text in mixed case as
/// delivered; a variable all of whose values
/// are in capitals in sentence case. `case` of study.yaml changes it for all.
public final class LetterCases {

    /// Variables whose values are names or codes, which stand as they are whatever study.yaml says.
    private static final Set<String> NAMES = Set.of("USUBJID", "SUBJID", "SITEID", "STUDYID", "TRT01A", "TRT01P", "ARM", "ACTARM",
            "AVISIT", "COUNTRY", "AETERM", "CMTRT", "MHTERM", "PARAMCD", "PARAM");

    /// Terms of MedDRA, WHODrug and queries, whose capitals nobody can restore.
    private static final Pattern DICTIONARY = Pattern.compile(
            "(AE|CM|MH|PR|CE|FA|EC|HO)(DECOD|BODSYS|SOC|HLT|HLGT|LLT|PTCD|CLAS.*|MODIFY)|(CQ|SMQ|SDG)[0-9]{2}NAM|ATC.*|AE(HLT|LLT|HLGT).*");

    private final StudyData data;
    private final List<String> datasets;
    private final Map<String, Boolean> words = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    /// @param datasets those of the table, whose values decide
    public LetterCases(StudyData data, List<String> datasets) {
        this.data = data;
        this.datasets = datasets;
    }

    /// A value as it is shown.
    public String of(String variable, String text) {
        LetterCase chosen = data.settings().display().letterCase();
        if (chosen == LetterCase.AS_IS || NAMES.contains(variable)) {
            return text;
        }
        if (chosen == LetterCase.SENTENCE) {
            return SentenceCase.of(text);
        }
        boolean sentence = !DICTIONARY.matcher(variable).matches() && words.computeIfAbsent(variable, this::areWordsInCapitals);
        return sentence ? SentenceCase.ofWords(text) : text;
    }

    /// Whether a variable of the table has this value.
    public boolean has(String variable, String text) {
        return values
                .computeIfAbsent(variable, name -> column(name).map(found -> Set.copyOf(found.dictionary())).orElse(Set.of()))
                .contains(text);
    }

    private boolean areWordsInCapitals(String variable) {
        return column(variable)
                .filter(values -> values.dictionary().stream().noneMatch(v -> v.chars().anyMatch(Character::isLowerCase)))
                .filter(values -> SentenceCase.areWords(values.dictionary()))
                .isPresent();
    }

    /// The variable as the table's datasets have it, else as another has it.
    private Optional<TextColumn> column(String variable) {
        return Stream.concat(datasets.stream().flatMap(name -> data.dataset(name).stream()), data.datasets().stream())
                .flatMap(dataset -> text(dataset, variable))
                .findFirst();
    }

    private static Stream<TextColumn> text(Dataset dataset, String variable) {
        return dataset.column(variable).filter(TextColumn.class::isInstance).map(TextColumn.class::cast).stream();
    }
}
