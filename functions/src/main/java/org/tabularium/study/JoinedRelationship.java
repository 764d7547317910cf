package org.tabularium.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.study.settings.StudySettings;

/// The relationship of events to the treatment where a study collects it for several treatments (`relatedness-of` of study.yaml):
/// related to any of them is related.
final class JoinedRelationship {

    private JoinedRelationship() {}

    /// One column of several.
    ///
    /// @param variable its name
    /// @param treatments the relationship to one treatment each
    static TextColumn of(String variable, List<Column> treatments, StudySettings settings) {
        RelationWords words = RelationWords.of(settings, variable);
        int[] codes = new int[treatments.getFirst().size()];
        List<String> dictionary = new ArrayList<>(List.of(""));
        Map<String, Integer> known = new HashMap<>(Map.of("", 0));
        for (int row = 0; row < codes.length; row++) {
            int at = row;
            String one = words.ofAny(treatments.stream().map(column -> ValueText.text(column, at)).toList());
            codes[row] = known.computeIfAbsent(one, text -> {
                dictionary.add(text);
                return dictionary.size() - 1;
            });
        }
        Variable first = treatments.getFirst().variable();
        return new TextColumn(new Variable(variable, first.label(), Kind.TEXT, ""), codes, List.copyOf(dictionary));
    }
}
