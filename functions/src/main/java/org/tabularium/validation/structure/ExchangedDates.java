package org.tabularium.validation.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.dataset.TextColumn;

/// The trace of a spreadsheet that took days for months: 03/04/2024 became one of 4 March and 3 April where the other was meant,
/// and 13/04/2024, or 04/13/2024, which has no such month, stayed text. So no complete date of the variable has a day above 12,
/// and every text in numbers has a number above 12 at the same place of the two.
final class ExchangedDates {

    static final String WORDS = "has dates whose days are all 12 or less, and texts such as 13/04/2024 with a number above 12:"
            + " a program may have taken days for months, and the dates it could read are then others than those meant";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-([0-9]{2})(?:[T ].*)?");
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-](?:[0-9]{2}|[0-9]{4})(?: .*)?");
    private static final int MONTHS = 12;
    /// Fewer dates may all be early in their months by chance.
    private static final int LEAST = 3;

    private ExchangedDates() {}

    static boolean areIn(TextColumn column) {
        int dates = 0;
        boolean first = true;
        boolean second = true;
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
                first &= Integer.parseInt(text.group(1)) > MONTHS;
                second &= Integer.parseInt(text.group(2)) > MONTHS;
                texts++;
            }
        }
        return dates >= LEAST && texts > 0 && (first || second);
    }
}
