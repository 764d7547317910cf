package org.tabularium.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.Finding;
import org.tabularium.table.display.Display;

/// Numbers that two displays of one kind have: whoever cites "Table 14.3.1.9" must mean one. Those that the program counts up are
/// never the same; a sponsor's own shell, or `number:` of an entry of `tables:`, may give one that is taken.
final class NumbersTwice {

    private NumbersTwice() {}

    /// @param displays of a report; those without a number have none twice
    static List<Finding> of(List<Display> displays) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Display display : displays) {
            if (!display.number().isEmpty()) {
                names.computeIfAbsent(display.kind().label() + " " + display.number(), number -> new ArrayList<>())
                        .add(display.id());
            }
        }
        List<Finding> findings = new ArrayList<>();
        names.forEach((number, sharing) -> {
            if (sharing.size() > 1) {
                findings.add(Finding.warning("NUMBER_TWICE", number + " is the number of " + String.join(" and of ", sharing))
                        .remedy("give one of them another number: in its shell, or in study.yaml: tables: ["
                                + sharing.getLast() + ": {number: …}]"));
            }
        });
        return findings;
    }
}
