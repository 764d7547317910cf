package org.tabularium.table;

import java.util.Locale;
import java.util.Map;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.Shell;

/// The header over the row labels: what the labels are, and what the cells hold where the rows do not say it themselves.
final class StubHeader {

    private static final Map<String, String> NAMES = Map.of(
            "AEBODSYS", "System organ class", "AEDECOD", "Preferred term", "AESOC", "System organ class", "AETERM",
            "Reported term");

    private StubHeader() {}

    static String of(Shell shell) {
        for (DeclaredRows block : shell.rows()) {
            switch (block) {
                case DeclaredRows.Nest nest -> {
                    return levels(nest) + ", " + (nest.events() ? "n (%) [E]" : "n (%)");
                }
                case DeclaredRows.Grades grades -> {
                    return "n (%)";
                }
                case DeclaredRows.Eligibility eligibility -> {
                    return "n (%)";
                }
                case DeclaredRows.Response response -> {
                    return "n/N (%)";
                }
                default -> {}
            }
        }
        boolean events = shell.rows().stream().anyMatch(b -> b instanceof DeclaredRows.Subjects s && s.events());
        boolean counts = shell.rows().stream()
                .allMatch(b -> b instanceof DeclaredRows.Subjects || b instanceof DeclaredRows.Flags);
        return events ? "n (%) [E]" : counts && !shell.rows().isEmpty() ? "n (%)" : "";
    }

    private static String levels(DeclaredRows.Nest nest) {
        StringBuilder header = new StringBuilder();
        for (int depth = 0; depth < nest.variables().size(); depth++) {
            String variable = nest.variables().get(depth);
            String name = NAMES.getOrDefault(variable, variable.toLowerCase(Locale.ROOT));
            header.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(name);
        }
        return header.toString();
    }
}
