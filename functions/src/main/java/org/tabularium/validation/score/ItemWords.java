package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// An item of SLEDAI-2K that has no number says absent or present in a word that is known. Each other word is one finding with
/// its number, since its items are unknown and endpoints hang on them.
public final class ItemWords implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream()
                .filter(name -> study.has(name, "AVALC") && !name.equals("ADLB"))
                .forEach(name -> requested.ask(name, "PARAMCD", "AVAL", "AVALC"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Map<String, Integer> weights = new HashMap<>();
        Sledai2k.ITEMS.forEach(item -> weights.put(data.study().names().parameter(item.parameter()), item.weight()));
        ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study())).forEach(dataset -> dataset.text("PARAMCD")
                .ifPresent(parameter -> dataset.text("AVALC")
                        .ifPresent(text -> check(dataset, parameter, text, weights, findings))));
    }

    private static void check(ExaminedDataset dataset, TextColumn parameter, TextColumn text, Map<String, Integer> weights,
            Consumer<Finding> findings) {
        Optional<Column> value = dataset.column("AVAL");
        Map<String, List<Integer>> odd = new TreeMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            Integer weight = weights.get(parameter.value(row).strip());
            int at = row;
            boolean numbered = value.filter(column -> !column.isMissing(at)).isPresent();
            if (weight != null && !numbered && ItemAnswer.of(Double.NaN, text.value(row), weight) == ItemAnswer.ODD) {
                odd.computeIfAbsent(ValueText.text(text, row), word -> new ArrayList<>()).add(row);
            }
        }
        odd.forEach((word, rows) -> findings.accept(dataset.at(rows.getFirst(), Finding
                .warning("SLEDAI_ITEM", String.format(Locale.ROOT,
                        "is no answer to an item of SLEDAI-2K that is known (%,d records of SL2K items); the items count as missing",
                        rows.size()))
                .of(dataset.named("AVALC"))
                .value(word)
                .remedy("write an item as 0 or 1, as 0 or its weight, as N or Y, or as Absent or Present"))));
    }
}
