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
/// Failure", "Screen Fail" or "Screening failure", in any letter case; or who ended the study so by EOSSTT or DCSREAS and has
/// neither an arm nor a first treatment.
public final class ScreenFailures {

    /// The variables of ADSL that say so.
    public static final List<String> VARIABLES = List.of(
            "SCRFFL", "ARMCD", "ACTARMCD", "ARMNRS", "ARM", "ACTARM", "TRT01P", "TRT01A", "EOSSTT", "DCSREAS", "TRTSDT",
            "TRTSDTM");

    private static final List<String> SAYING = List.of("SCRFFL", "ARMCD", "ACTARMCD", "ARMNRS", "ARM", "ACTARM", "TRT01P",
            "TRT01A");
    private static final List<String> ENDS = List.of("EOSSTT", "DCSREAS");
    private static final List<String> ARMS = List.of("ARM", "ACTARM", "TRT01P", "TRT01A");
    private static final List<String> STARTS = List.of("TRTSDT", "TRTSDTM");

    private static final Set<String> NAMES = Set.of("screenfailure", "screen-failure", "screenfail", "screenfailed",
            "screen-fail",
            "screeningfailure", "screeningfailed", "failedscreening", "scrnfail");

    private ScreenFailures() {}

    public static BitSet of(Dataset adsl) {
        BitSet failures = new BitSet(adsl.rows());
        for (String variable : SAYING) {
            adsl.column(variable).ifPresent(column -> failures.or(saying(variable, column)));
        }
        BitSet ended = new BitSet();
        ENDS.forEach(variable -> adsl.column(variable).ifPresent(column -> ended.or(saying(variable, column))));
        ended.stream().filter(subject -> !isInAnArm(adsl, subject) && !isTreated(adsl, subject)).forEach(failures::set);
        return failures;
    }

    private static boolean isInAnArm(Dataset adsl, int subject) {
        return ARMS.stream().flatMap(arm -> adsl.column(arm).stream())
                .anyMatch(column -> !SeveralTreatments.isNone(ValueText.folded(ValueText.text(column, subject))));
    }

    private static boolean isTreated(Dataset adsl, int subject) {
        return STARTS.stream().flatMap(start -> adsl.column(start).stream()).anyMatch(column -> !column.isMissing(subject));
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

    /// Whether words begin with such a name, as those that add the reason do (Screen failure: age); CDISC's term of disposition
    /// is TRIAL SCREEN FAILURE.
    private static boolean saysFailure(String folded) {
        String plain = folded.startsWith("trial") ? folded.substring("trial".length()) : folded;
        return NAMES.stream().anyMatch(plain::startsWith);
    }

    private static boolean says(String variable, String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return switch (variable) {
            case "SCRFFL" -> upper.equals("Y");
            case "ARMCD", "ACTARMCD" -> upper.equals("SCRNFAIL");
            default -> saysFailure(ValueText.folded(value));
        };
    }
}
