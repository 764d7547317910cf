package org.tabularium.table;

import java.util.Locale;
import java.util.Map;
import org.tabularium.shell.Block;
import org.tabularium.shell.Shell;

/// The header over the row labels: what the labels are, and what the cells hold where the rows do not say it themselves.
final class StubHeader {

    private static final Map<String, String> NAMES = Map.of(
            "AEBODSYS", "System organ class", "AEDECOD", "Preferred term", "AESOC", "System organ class", "AETERM",
            "Reported term");

    private StubHeader() {}

    static String of(Shell shell) {
        for (Block block : shell.rows()) {
            switch (block) {
                case Block.Nest nest -> {
                    return levels(nest) + ", " + (nest.events() ? "n (%) [E]" : "n (%)");
                }
                case Block.Grades grades -> {
                    return "n (%)";
                }
                case Block.Eligibility eligibility -> {
                    return "n (%)";
                }
                case Block.Response response -> {
                    return "n/N (%)";
                }
                default -> {}
            }
        }
        boolean events = shell.rows().stream().anyMatch(b -> b instanceof Block.Subjects s && s.events());
        boolean counts = shell.rows().stream().allMatch(b -> b instanceof Block.Subjects || b instanceof Block.Flags);
        return events ? "n (%) [E]" : counts && !shell.rows().isEmpty() ? "n (%)" : "";
    }

    private static String levels(Block.Nest nest) {
        StringBuilder header = new StringBuilder();
        for (int depth = 0; depth < nest.variables().size(); depth++) {
            String variable = nest.variables().get(depth);
            String name = NAMES.getOrDefault(variable, variable.toLowerCase(Locale.ROOT));
            header.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(name);
        }
        return header.toString();
    }
}
