package org.tabularium.table.wording;

import org.tabularium.result.ComparisonHead;
import org.tabularium.result.ComparisonHead.Difference;
import org.tabularium.result.ComparisonHead.PValue;
import org.tabularium.result.ComparisonHead.PValueOfVariable;
import org.tabularium.result.ComparisonHead.Rate;
import org.tabularium.result.ComparisonHead.RateComparison;
import org.tabularium.result.RowsPromise.Cells;
import org.tabularium.shell.ExposureAdjusted.Compare;

/// Headers of columns that compare, and what the header over the labels says of cells.
public final class HeadWords {

    private HeadWords() {}

    /// The header of a comparison; its lines are separated by line feeds.
    public static String of(ComparisonHead head, PrintedNames names) {
        return switch (head) {
            case Rate(String arm, double confidence) -> "Rate " + interval(confidence) + "\n" + names.ofArm(arm);
            case RateComparison(Compare compare, String arm, String against, double confidence) ->
                (compare == Compare.RATIO ? "Rate ratio " : "Rate difference ") + interval(confidence) + "\n"
                        + versus(arm, against, names);
            case Difference(String arm, String against, double confidence) ->
                "Difference " + interval(confidence) + "\n" + versus(arm, against, names);
            case PValue(String arm, String against) -> "p-value\n" + versus(against, arm, names);
            case PValueOfVariable() -> "p-value";
        };
    }

    /// What cells hold; empty where the rows say it.
    public static String of(Cells cells) {
        return switch (cells) {
            case OF_ROW -> "";
            case COUNT_PERCENT -> "n (%)";
            case COUNT_PERCENT_EVENTS -> "n (%) [E]";
            case FRACTION -> "n/N (%)";
        };
    }

    private static String versus(String first, String second, PrintedNames names) {
        return names.ofArm(first) + " vs\n" + names.ofArm(second);
    }

    private static String interval(double confidence) {
        return "(" + RowWords.interval(confidence) + ")";
    }
}
