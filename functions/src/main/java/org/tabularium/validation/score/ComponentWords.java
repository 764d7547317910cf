package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.BilagGrade;
import org.tabularium.endpoint.lupus.BilagSystem;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.LupusSign;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.study.NameMapping;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A component of an endpoint says what it says in a way that is known: an item of SLEDAI-2K that has no number absent or
/// present, a system of BILAG-2004 its grade, a sign that LLDAS asks for yes or no. Each other word or number is one finding
/// with how many records have it, since these components are unknown and endpoints hang on them. Beside a total the numbers of
/// items are [SledaiTotal]'s.
public final class ComponentWords implements Rule {

    /// What a record of a component is, and whether it can be read.
    private enum Component {
        ITEM("SLEDAI_ITEM", "is no answer to an item of SLEDAI-2K that is known (%s of SL2K items); the items count as missing",
                "write an item as 0 or 1, as 0 or its weight, as N or Y, or as Absent or Present"),

        SYSTEM("BILAG_GRADE", "is no grade of a BILAG-2004 system that is known (%s of BILAG1 to BILAG9); the systems count as "
                + "missing, and every endpoint with them",
                "write A, B, C, D or E in AVALC, or the points of Yee 2010 alone (12, 8, 1 and 0) in AVAL"),

        SIGN("LUPUS_SIGN", "is no answer that is known (%s of HEMANEM, GIACT and IMMSTAB); the signs count as missing, and LLDAS "
                + "with them",
                "write Y or N");

        private final String code;
        private final String message;
        private final String remedy;

        Component(String code, String message, String remedy) {
            this.code = code;
            this.message = message;
            this.remedy = remedy;
        }

        /// @param total whether the dataset has the total that the items are compared with
        boolean isOdd(double number, String text, int weight, boolean total) {
            return switch (this) {
                case ITEM -> (Double.isNaN(number) || !total) && ItemAnswer.of(number, text, weight) == ItemAnswer.ODD;
                case SYSTEM -> !(Double.isNaN(number) && text.isBlank()) && BilagGrade.of(text, number).isEmpty();
                case SIGN -> ItemAnswer.of(Double.NaN, text, 1) == ItemAnswer.ODD
                        || (text.isBlank() && ItemAnswer.of(number, "", 1) == ItemAnswer.ODD);
            };
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream()
                .filter(name -> !name.equals("ADLB"))
                .forEach(name -> requested.ask(name, "PARAMCD", "AVAL", "AVALC"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        NameMapping names = data.study().names();
        Map<String, Component> components = new HashMap<>();
        Map<String, Integer> weights = new HashMap<>();
        Sledai2k.ITEMS.forEach(item -> {
            components.put(names.parameter(item.parameter()), Component.ITEM);
            weights.put(names.parameter(item.parameter()), item.weight());
        });
        for (BilagSystem system : BilagSystem.values()) {
            components.put(names.parameter(system.parameter()), Component.SYSTEM);
        }
        for (LupusSign sign : LupusSign.values()) {
            components.put(names.parameter(sign.parameter()), Component.SIGN);
        }
        ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study())).forEach(dataset -> dataset.text("PARAMCD")
                .ifPresent(parameter -> check(dataset, parameter, components, weights, findings)));
    }

    private static void check(ExaminedDataset dataset, TextColumn parameter, Map<String, Component> components,
            Map<String, Integer> weights, Consumer<Finding> findings) {
        NumericColumn value = dataset.number("AVAL").orElse(null);
        TextColumn text = dataset.text("AVALC").orElse(null);
        String theirs = dataset.parameter(Sledai2k.TOTAL);
        boolean total = parameter.dictionary().stream().anyMatch(code -> code.strip().equals(theirs));
        Component[] of = new Component[parameter.dictionary().size()];
        for (int code = 0; code < of.length; code++) {
            of[code] = components.get(parameter.dictionary().get(code).strip());
        }
        Map<Component, Map<String, List<Integer>>> odd = new TreeMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            Component component = of[parameter.code(row)];
            if (component != null) {
                double number = value == null ? Double.NaN : value.value(row);
                String word = text == null ? "" : text.value(row);
                if (component.isOdd(number, word, weights.getOrDefault(parameter.value(row).strip(), 1), total)) {
                    odd.computeIfAbsent(component, c -> new TreeMap<>())
                            .computeIfAbsent(word.isBlank() ? ValueText.number(number) : word.strip(), w -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        odd.forEach((component, words) -> words.forEach((word, rows) -> findings.accept(dataset.at(rows.getFirst(), Finding
                .warning(component.code, String.format(Locale.ROOT, component.message, records(rows.size())))
                .of(dataset.named(text != null && !text.value(rows.getFirst()).isBlank() ? "AVALC" : "AVAL"))
                .value(word)
                .remedy(component.remedy)))));
    }

    private static String records(int number) {
        return number == 1 ? "1 record" : String.format(Locale.ROOT, "%,d records", number);
    }
}
