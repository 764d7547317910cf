package org.tabularium.endpoint.lupus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;

/// The scale on which the physician's global assessment (PGA) was collected: that of study.yaml, else the one that the
/// parameter's label names (PARAM: "0-100", "100 mm"), else 0 to 3.
///
/// A label of a visual analogue scale without its ends, whose values go beyond 3, leaves it open: 2 may be two thirds of the
/// scale or a fiftieth.
///
/// @param highest its upper end: 3, 10 or 100
/// @param isKnown whether the study tells it; else no assessment can be used
public record AssessmentScale(int highest, boolean isKnown) {

    /// What is read of a dataset for it.
    public static final List<String> VARIABLES = List.of("PARAMCD", "PARAM", "AVAL", "AVALU");

    /// The upper end of the scale that endpoints are defined on.
    public static final int STANDARD = 3;

    private static final Pattern ENDS = Pattern.compile("\\b0\\s*(?:-|–|−|to|\\.\\.|…)\\s*(3|10|100)(?![\\d.])");
    private static final Pattern LENGTH = Pattern.compile("\\b(?:(100)\\s*-?mm|(10)\\s*-?cm)\\b");
    private static final Pattern VISUAL = Pattern.compile("\\bvas\\b|\\bvisual analog");

    /// The scale of a study, with what was read of the datasets that may hold components.
    public static AssessmentScale of(StudyData data) {
        Integer named = data.settings().endpoints().pgaScale();
        if (named != null) {
            return new AssessmentScale(named, true);
        }
        Set<Integer> scales = new TreeSet<>();
        boolean beyond = false;
        boolean visual = false;
        for (String name : ComponentReader.datasets(data.study())) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null) {
                Labels labels = new Labels(dataset, data.study().names().parameter(LupusRecords.PGA));
                labels.texts.forEach(label -> addEnds(label, scales));
                visual |= labels.texts.stream().anyMatch(label -> VISUAL.matcher(label).find());
                beyond |= labels.highest > STANDARD;
            }
        }
        return switch (scales.size()) {
            case 0 -> new AssessmentScale(STANDARD, !(visual && beyond));
            case 1 -> new AssessmentScale(scales.iterator().next(), true);
            default -> new AssessmentScale(STANDARD, false);
        };
    }

    /// The ends that a label names; a length counts where it names no ends ("0-3 on 100 mm" is 0 to 3).
    private static void addEnds(String label, Set<Integer> scales) {
        Matcher ends = ENDS.matcher(label);
        Matcher length = LENGTH.matcher(label);
        if (ends.find()) {
            scales.add(Integer.valueOf(ends.group(1)));
        } else if (length.find()) {
            scales.add(length.group(1) == null ? 10 : 100);
        }
    }

    /// The labels of the assessment in a dataset, in lower case, and its highest value.
    private static final class Labels {
        private final Set<String> texts;
        private double highest = Double.NEGATIVE_INFINITY;

        Labels(Dataset dataset, String code) {
            Set<String> found = new TreeSet<>();
            TextColumn label = dataset.column("PARAM").orElse(null) instanceof TextColumn texts ? texts : null;
            NumericColumn value = dataset.column("AVAL").orElse(null) instanceof NumericColumn numbers ? numbers : null;
            if (dataset.column("PARAMCD").orElse(null) instanceof TextColumn parameter) {
                for (int row = 0; row < dataset.rows(); row++) {
                    if (parameter.value(row).strip().equals(code)) {
                        found.add(label == null ? "" : label.value(row));
                        highest = value == null || value.isMissing(row) ? highest : Math.max(highest, value.value(row));
                    }
                }
            }
            this.texts = found.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        }
    }
}
