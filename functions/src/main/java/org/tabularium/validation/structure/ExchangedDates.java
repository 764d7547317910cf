package org.tabularium.validation.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.dataset.TextColumn;

/// The trace of a spreadsheet that took the day for the month: 03/04/2024 became 4 March where 3 April was meant, and 13/04/2024,
/// which no month of its fits, stayed text. So no complete date of the variable has a day above 12, and every text in numbers has
/// one in front.
final class ExchangedDates {

    static final String WORDS = "has dates whose days are all 12 or less, and texts such as 13/04/2024 whose first number is above 12:"
            + " a program may have taken days for months, and the dates it could read are then others than those meant";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-([0-9]{2})(?:[T ].*)?");
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,2})[./-][0-9]{1,2}[./-](?:[0-9]{2}|[0-9]{4})(?: .*)?");
    private static final int MONTHS = 12;
    /// Fewer dates may all be early in their months by chance.
    private static final int LEAST = 3;

    private ExchangedDates() {}

    static boolean areIn(TextColumn column) {
        int dates = 0;
        int texts = 0;
        for (String value : column.dictionary()) {
            Matcher date = DATE.matcher(value.strip());
            Matcher text = TEXT.matcher(value.strip());
            if (date.matches()) {
                if (Integer.parseInt(date.group(1)) > MONTHS) {
                    return false;
                }
                dates++;
            } else if (text.matches()) {
                if (Integer.parseInt(text.group(1)) <= MONTHS) {
                    return false;
                }
                texts++;
            }
        }
        return dates >= LEAST && texts > 0;
    }
}
