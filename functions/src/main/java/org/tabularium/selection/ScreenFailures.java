package org.tabularium.selection;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.ValueText;

/// Who failed screening: SCRFFL = Y, or ARMCD or ACTARMCD = SCRNFAIL, or ARMNRS = SCREEN FAILURE, or an arm called "Screen
/// Failure", "Screen Fail" or "Screening failure", in any letter case.
public final class ScreenFailures {

    /// The variables of ADSL that say so.
    public static final List<String> VARIABLES = List.of(
            "SCRFFL", "ARMCD", "ACTARMCD", "ARMNRS", "ARM", "ACTARM", "TRT01P", "TRT01A");

    private static final Set<String> NAMES = Set.of("screenfailure", "screen-failure", "screenfail", "screenfailed",
            "screeningfailure", "scrnfail");

    private ScreenFailures() {}

    public static BitSet of(Dataset adsl) {
        BitSet failures = new BitSet(adsl.rows());
        for (String variable : VARIABLES) {
            adsl.column(variable).ifPresent(column -> failures.or(saying(variable, column)));
        }
        return failures;
    }

    private static BitSet saying(String variable, Column column) {
        if (column instanceof TextColumn texts) {
            boolean[] says = new boolean[texts.dictionary().size()];
            for (int code = 0; code < says.length; code++) {
                says[code] = says(variable, texts.dictionary().get(code).strip());
            }
            return texts.rows(says);
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < column.size(); row++) {
            rows.set(row, says(variable, ValueText.text(column, row)));
        }
        return rows;
    }

    private static boolean says(String variable, String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return switch (variable) {
            case "SCRFFL" -> upper.equals("Y");
            case "ARMCD", "ACTARMCD" -> upper.equals("SCRNFAIL");
            default -> NAMES.contains(ValueText.folded(value));
        };
    }
}
