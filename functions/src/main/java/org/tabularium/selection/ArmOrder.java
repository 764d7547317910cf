package org.tabularium.selection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.TreatmentSettings;

/// The order of columns: that of study.yaml, else of the N variable, else of the doses that the names say ([DoseOrder]), else as
/// levels of any variable ([LevelOrder#natural]).
final class ArmOrder {

    private ArmOrder() {}

    /// The arms in order.
    ///
    /// @param variables of ADSL that hold them; the N variable of the first that has one counts
    static List<String> sorted(Collection<String> arms, Dataset adsl, List<String> variables, TreatmentSettings treatment) {
        List<String> sorted = new ArrayList<>(arms);
        boolean numeric = adsl.column(variables.getFirst()).filter(NumericColumn.class::isInstance).isPresent();
        Map<String, Double> numbers = numeric ? own(sorted) : numbers(adsl, variables);
        sorted.sort(explicit(treatment)
                .thenComparingDouble(arm -> numbers.getOrDefault(ValueText.folded(arm), Double.MAX_VALUE))
                .thenComparing(DoseOrder.of(sorted).byProductAndDose())
                .thenComparing(LevelOrder.natural()));
        return List.copyOf(sorted);
    }

    private static Comparator<String> explicit(TreatmentSettings treatment) {
        List<String> order = treatment.order().stream().map(ValueText::folded).toList();
        return Comparator.comparingInt((String arm) -> {
            int place = order.indexOf(ValueText.folded(arm));
            return place < 0 ? Integer.MAX_VALUE : place;
        });
    }

    private static Map<String, Double> own(List<String> numbers) {
        Map<String, Double> own = new HashMap<>();
        numbers.forEach(number -> own.put(ValueText.folded(number), new BigDecimal(number).doubleValue()));
        return own;
    }

    /// The numbers of arms, by their names without letter case and blanks.
    ///
    /// @param variables that hold arms; the N variable of the first that has one counts
    static Map<String, Double> numbers(Dataset adsl, List<String> variables) {
        for (String variable : variables) {
            Optional<Column> arms = adsl.column(variable);
            Map<String, Double> numbers = new HashMap<>();
            if (arms.isPresent() && adsl.column(Arms.companion(variable)).orElse(null) instanceof NumericColumn n) {
                for (int row = 0; row < adsl.rows(); row++) {
                    if (!n.isMissing(row) && !arms.get().isMissing(row)) {
                        numbers.merge(ValueText.folded(ValueText.text(arms.get(), row)), n.value(row), Math::min);
                    }
                }
            }
            if (!numbers.isEmpty()) {
                return numbers;
            }
        }
        return Map.of();
    }
}
