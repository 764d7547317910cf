package org.tabularium.validation.subject;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A level of a variable of ADSL has one number in its N companion and a number one level, since rows and columns stand in the
/// order of the numbers: a level with several stands where the least places it, levels of one number in the order of their names.
public final class LevelNumbers implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // looks at what tables ask for
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        for (Column column : data.adsl().columns()) {
            NumericColumn numbers = adsl.number(Arms.companion(column.variable().name())).orElse(null);
            if (column instanceof TextColumn levels && numbers != null) {
                check(adsl, levels, numbers, findings);
            }
        }
    }

    /// A level with one of its numbers.
    private record Use(String level, double number, int first) {}

    private static void check(ExaminedDataset adsl, TextColumn levels, NumericColumn numbers, Consumer<Finding> findings) {
        Map<List<Object>, Use> uses = new LinkedHashMap<>();
        for (int row = 0; row < adsl.rows(); row++) {
            if (!levels.isMissing(row) && !numbers.isMissing(row)) {
                String level = ValueText.text(levels, row);
                uses.putIfAbsent(List.of(ValueText.folded(level), numbers.value(row)), new Use(level, numbers.value(row), row));
            }
        }
        String variable = levels.variable().name();
        String number = numbers.variable().name();
        Map<String, List<Use>> byLevel = uses.values().stream()
                .collect(Collectors.groupingBy(use -> ValueText.folded(use.level), LinkedHashMap::new, Collectors.toList()));
        byLevel.values().stream().filter(of -> of.size() > 1).findFirst().ifPresent(of -> {
            List<Use> sorted = of.stream().sorted(Comparator.comparingDouble(Use::number)).toList();
            findings.accept(adsl.at(of.get(1).first, Finding
                    .warning("LEVEL_NUMBERED_TWICE", "has " + adsl.named(number) + " "
                            + sorted.stream().map(use -> ValueText.number(use.number)).collect(Collectors.joining(" and "))
                            + "; it stands where " + ValueText.number(sorted.getFirst().number) + " places it")
                    .of(adsl.named(variable)).value(of.getFirst().level)
                    .remedy("give each level one number")));
        });
        Map<Double, List<Use>> byNumber = uses.values().stream()
                .collect(Collectors.groupingBy(Use::number, LinkedHashMap::new, Collectors.toList()));
        byNumber.entrySet().stream().filter(of -> of.getValue().size() > 1).findFirst()
                .ifPresent(of -> findings.accept(adsl.at(of.getValue().get(1).first, Finding
                        .warning("LEVEL_NUMBER_SHARED", "is the number of "
                                + of.getValue().stream().map(use -> "\"" + use.level + "\"")
                                        .collect(Collectors.toCollection(TreeSet::new)).stream()
                                        .collect(Collectors.joining(" and "))
                                + " of " + adsl.named(variable) + "; they stand in the order of their names where nothing else "
                                + "tells them apart")
                        .of(adsl.named(number)).value(ValueText.number(of.getKey()))
                        .remedy("give each level a number of its own"))));
    }
}
