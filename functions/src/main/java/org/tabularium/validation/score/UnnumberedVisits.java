package org.tabularium.validation.score;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.VisitName;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Scheduled visits without AVISITN in a dataset where others have it: their names place them, and the last visit may be another
/// than was meant. Records made of others (DTYPE) are no visits.
public final class UnnumberedVisits implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "AVISIT", "AVISITN", "DTYPE"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> visits = dataset.text("AVISIT");
            Optional<NumericColumn> numbers = dataset.number("AVISITN");
            if (visits.isPresent() && numbers.isPresent()) {
                check(dataset, visits.get(), numbers.get(), findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn visits, NumericColumn numbers, Consumer<Finding> findings) {
        IntPredicate derived = dataset.where("DTYPE", type -> !type.isEmpty());
        VisitName[] names = visits.dictionary().stream().map(VisitName::new).toArray(VisitName[]::new);
        Set<String> numbered = new HashSet<>();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            if (!visits.isMissing(row) && !derived.test(row)) {
                String key = names[visits.code(row)].key();
                first.putIfAbsent(key, row);
                if (!numbers.isMissing(row)) {
                    numbered.add(key);
                }
            }
        }
        List<Map.Entry<String, Integer>> without = first.entrySet().stream()
                .filter(visit -> !numbered.contains(visit.getKey()) && !visit.getKey().isEmpty()
                        && !new VisitName(visit.getKey()).isUnscheduled())
                .toList();
        if (without.isEmpty() || numbered.isEmpty()) {
            return;
        }
        int row = without.getFirst().getValue();
        String others = without.size() == 2 ? "1 other" : without.size() - 1 + " others";
        String like = without.size() == 1 ? "" : ", like " + others;
        findings.accept(dataset.at(row, Finding
                .warning("VISIT_UNNUMBERED", "has no " + dataset.named("AVISITN") + like
                        + "; it stands where its name says, among the visits that have one, else after them")
                .of(dataset.named("AVISIT"))
                .value(visits.dictionary().get(visits.code(row)))
                .remedy("give each visit its number")));
    }
}
