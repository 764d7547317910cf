package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.study.unit.MeasurementUnit.Quantity;

/// The unit of the dose of prednisolone: that in the brackets of PARAM or in AVALU, else mg/day, in which the limits of LLDAS and
/// DORIS are. A dose a week is a seventh a day; a dose by body weight is no dose a day.
///
/// @param unit of the doses; null where it is another or there are several
/// @param written the units as they are written; the label where it is of another drug
/// @param otherDrug whether the label names another glucocorticoid and not its equivalent in prednisolone
public record SteroidUnit(@Nullable MeasurementUnit unit, String written, boolean otherDrug) {

    static final MeasurementUnit MILLIGRAMS_A_DAY = MeasurementUnit.of("mg/day").orElseThrow();
    /// Glucocorticoids of which a milligram is not one of prednisolone.
    private static final Pattern OTHER_DRUG = Pattern
            .compile("(?i)methylpred|dexameth|betameth|hydrocort|triamcin|deflazacort|\\bcortisone");
    private static final Pattern EQUIVALENT = Pattern
            .compile("(?i)equiv|predniso(?:lo)?ne\\b.*(?:methylpred|dexameth|hydrocort)");

    /// That of a study, with what was read of the datasets that may hold components.
    public static SteroidUnit of(StudyData data) {
        String code = data.study().names().parameter(LupusRecords.PREDNISOLONE);
        Set<String> labels = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        for (String name : ComponentReader.datasets(data.study())) {
            data.dataset(name).ifPresent(dataset -> collect(dataset, code, labels, units));
        }
        List<String> said = Stream.concat(labels.stream().flatMap(label -> inBrackets(label).stream()), units.stream())
                .filter(text -> !text.isBlank()).distinct().toList();
        List<MeasurementUnit> known = said.stream().flatMap(text -> MeasurementUnit.of(text).stream()).distinct().toList();
        boolean all = said.stream().allMatch(text -> MeasurementUnit.of(text).isPresent());
        Optional<String> other = labels.stream()
                .filter(label -> OTHER_DRUG.matcher(label).find() && !EQUIVALENT.matcher(label).find())
                .findFirst();
        if (other.isPresent()) {
            return new SteroidUnit(null, other.get(), true);
        }
        if (said.isEmpty()) {
            return new SteroidUnit(MILLIGRAMS_A_DAY, "", false);
        }
        boolean one = all && known.size() == 1 && known.getFirst().quantity() == Quantity.DAILY_DOSE;
        return new SteroidUnit(one ? known.getFirst() : null, String.join(", ", said), false);
    }

    private static Optional<String> inBrackets(String label) {
        return Optional.of(MeasurementUnit.ofLabel(label)).filter(MeasurementUnit::isOne);
    }

    private static void collect(Dataset dataset, String code, Set<String> labels, Set<String> units) {
        if (!(dataset.column("PARAMCD").orElse(null) instanceof TextColumn parameter)
                || parameter.dictionary().stream().noneMatch(text -> text.strip().equalsIgnoreCase(code))) {
            return;
        }
        TextColumn label = dataset.column("PARAM").orElse(null) instanceof TextColumn texts ? texts : null;
        TextColumn unit = dataset.column("AVALU").orElse(null) instanceof TextColumn texts ? texts : null;
        for (int row = 0; row < dataset.rows(); row++) {
            if (parameter.value(row).strip().equalsIgnoreCase(code)) {
                labels.add(label == null ? "" : label.value(row).strip());
                units.add(unit == null ? "" : unit.value(row).strip());
            }
        }
    }

    /// Whether doses can be compared with limits in mg/day.
    public boolean isKnown() {
        return unit != null;
    }

    /// Whether doses were converted.
    boolean isConverted() {
        return unit != null && !unit.equals(MILLIGRAMS_A_DAY);
    }

    /// A dose in mg/day.
    BigDecimal aDay(BigDecimal dose) {
        return unit == null || !isConverted() ? dose : MILLIGRAMS_A_DAY.from(dose, unit);
    }
}
