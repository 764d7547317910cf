package org.tabularium.validation.score;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
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
            if (visits.isPresent() && numbers.isPresent() && numbers.get().mayBeMissing()) {
                check(dataset, visits.get(), numbers.get(), findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn visits, NumericColumn numbers, Consumer<Finding> findings) {
        IntPredicate derived = dataset.where("DTYPE", type -> !type.isEmpty());
        String[] keys = visits.dictionary().stream().map(name -> new VisitName(name).key()).toArray(String[]::new);
        BitSet withNumber = new BitSet();
        BitSet met = new BitSet();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            int visit = visits.code(row);
            if (!(withNumber.get(visit) || visits.isMissing(row) || derived.test(row))) {
                if (!met.get(visit)) {
                    met.set(visit);
                    first.putIfAbsent(keys[visit], row);
                }
                withNumber.set(visit, !numbers.isMissing(row));
            }
        }
        Set<String> numbered = withNumber.stream().mapToObj(visit -> keys[visit]).collect(Collectors.toSet());
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
