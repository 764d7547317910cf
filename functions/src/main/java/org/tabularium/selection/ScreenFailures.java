package org.tabularium.selection;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
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
            Optional<Column> column = adsl.column(variable);
            for (int row = 0; row < adsl.rows() && column.isPresent(); row++) {
                if (says(variable, ValueText.text(column.get(), row))) {
                    failures.set(row);
                }
            }
        }
        return failures;
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
