package org.tabularium.endpoint.lupus;

import java.util.Optional;
import org.tabularium.study.records.YesNo;

/// What a record says of an item of SLEDAI-2K. Datasets write it as 0 or 1, as 0 or the item's weight, or as
/// a word for yes or no ([YesNo]).
public enum ItemAnswer {

    PRESENT, ABSENT,
    /// Nothing is written; this is not the same as absent.
    MISSING,
    /// Something else is written, such as 3 for an item of weight 4.
    ODD;

    /// Reads a record.
    ///
    /// @param number AVAL; NaN where missing
    /// @param text AVALC, which counts where AVAL is missing; empty where missing
    /// @param weight the item's weight
    public static ItemAnswer of(double number, String text, int weight) {
        if (number == 0) {
            return ABSENT;
        }
        if (!Double.isNaN(number)) {
            return number == 1 || number == weight ? PRESENT : ODD;
        }
        if (text.isBlank()) {
            return MISSING;
        }
        Optional<Boolean> word = YesNo.of(text);
        boolean present = word.orElse(text.strip().equals(Integer.toString(weight)));
        if (present) {
            return PRESENT;
        }
        return word.isPresent() ? ABSENT : ODD;
    }
}
