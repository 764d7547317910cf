package org.tabularium.dataset.csv;

import java.util.regex.Pattern;

/// Whether the points in the numbers of a variable may stand between thousands, as where commas are decimal: each number
/// that has
/// one has three digits behind it and up to three, the first no zero, in front; and each that has none is below a thousand. One
/// number of any other form settles it.
final class ThousandsPoints {

    private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern BELOW_THOUSAND = Pattern.compile("[-+]?[0-9]{1,3}");

    private boolean open;
    private String first = "";

    /// @param possible false where nobody would write such points
    ThousandsPoints(boolean possible) {
        this.open = possible;
    }

    /// Whether no number has settled it yet.
    boolean isOpen() {
        return open;
    }

    /// Looks at a number, unless one has settled it.
    void lookIfOpen(String number) {
        if (open) {
            look(number);
        }
    }

    private void look(String number) {
        String digits = number.strip();
        if (GROUPED.matcher(digits).matches()) {
            first = first.isEmpty() ? digits : first;
        } else {
            open = BELOW_THOUSAND.matcher(digits).matches() || digits.isEmpty() || digits.equals(".");
        }
    }

    /// The first such number, as it was looked at; empty where the points are decimal, or where there are none.
    String first() {
        return open ? first : "";
    }
}
