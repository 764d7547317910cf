package org.tabularium.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The dose levels of an escalation from the lowest up: by what their names say of the dose, else by `dlt: {levels: …}`, else by
/// the treatment variable's N companion, else by `treatment: {order: …}`;
/// never by the alphabet.
///
/// @param arms the levels, those that are only planned among them, and the subjects of each
/// @param known whether something tells which of any two levels is the higher one; nothing may be decided where it does not
/// @param contradicted whether the settings name the levels in another order than their doses are in
public record DoseLevels(Arms arms, boolean known, boolean contradicted) {

    /// The levels of a study.
    ///
    /// @param found the arms of ADSL
    public static DoseLevels of(StudyData data, Arms found) {
        List<String> planned = data.settings().dlt().levels();
        Arms all = found.withPlanned(planned);
        DoseOrder doses = DoseOrder.of(all.labels());
        List<String> dosed = doses.isKnown() ? all.labels().stream().filter(doses::hasDose).toList() : List.of();
        if (dosed.size() > 1 && all.labels().stream().filter(level -> !doses.hasDose(level)).allMatch(DoseLevels::isNoDose)) {
            return new DoseLevels(sorted(all, doses.byDose()), true,
                    contradicts(dosed, planned, doses) || contradicts(dosed, data.settings().treatment().order(), doses));
        }
        if (names(planned, all)) {
            return new DoseLevels(sorted(all, byPlace(planned)), true, false);
        }
        Map<String, Double> numbers = numbers(data, all);
        if (numbers.size() == all.labels().size() && numbers.values().stream().distinct().count() == numbers.size()) {
            return new DoseLevels(sorted(all, Comparator.comparingDouble(numbers::get)), true, false);
        }
        List<String> order = data.settings().treatment().order();
        return names(order, all)
                ? new DoseLevels(sorted(all, byPlace(order)), true, false)
                : new DoseLevels(all, all.labels().size() < 2, false);
    }

    /// Whether a level's name says that it is no dose: who has it is no step of the escalation.
    public static boolean isNoDose(String level) {
        String folded = ValueText.folded(level);
        return folded.contains("placebo") || folded.contains("control") || folded.contains("vehicle") || folded.contains("sham")
                || folded.contains("standardofcare");
    }

    private static boolean names(List<String> order, Arms arms) {
        List<String> named = order.stream().map(ValueText::folded).toList();
        return !named.isEmpty() && named.containsAll(arms.labels().stream().map(ValueText::folded).toList());
    }

    private static Comparator<String> byPlace(List<String> order) {
        List<String> named = order.stream().map(ValueText::folded).toList();
        return Comparator.comparingInt(level -> named.indexOf(ValueText.folded(level)));
    }

    private static boolean contradicts(List<String> dosed, List<String> order, DoseOrder doses) {
        List<String> folded = order.stream().map(ValueText::folded).toList();
        List<String> named = dosed.stream()
                .filter(level -> folded.contains(ValueText.folded(level)))
                .sorted(byPlace(order))
                .toList();
        return !named.equals(named.stream().sorted(doses.byDose()).toList());
    }

    /// The number of each level by the N companion of the variable, else of the other arm, planned or actual, with the same
    /// names.
    private static Map<String, Double> numbers(StudyData data, Arms arms) {
        Map<String, Double> numbers = new HashMap<>();
        if (!arms.variable().isEmpty()) {
            Map<String, Double> known = ArmOrder.numbers(data.adsl(), Arms.alike(data, arms.variable()));
            arms.labels().forEach(level -> {
                Double number = known.get(ValueText.folded(level));
                if (number != null) {
                    numbers.put(level, number);
                }
            });
        }
        return numbers;
    }

    /// Treatments of which subjects had several are no levels of an escalation and stay as they are.
    private static Arms sorted(Arms arms, Comparator<String> order) {
        if (arms.several() != null) {
            return arms;
        }
        List<String> labels = new ArrayList<>(arms.labels());
        labels.sort(order);
        int[] moved = IntStream.of(arms.arm()).map(a -> a < 0 ? a : labels.indexOf(arms.labels().get(a))).toArray();
        return new Arms(arms.variable(), List.copyOf(labels), moved, null);
    }
}
