package org.tabularium.dataset.xlsx;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.xlsx.ExcelNumbers.Shows;
import org.tabularium.finding.Finding;

/// Numbers of a sheet that are read as they are stored, but that are shown as something else, or of which Excel has kept less
/// than was typed. What is meant cannot be known, so that it is said, once a column.
final class CellDoubts {

    /// Of more digits than these Excel makes the rest zeros.
    private static final int DIGITS_OF_EXCEL = 15;

    private enum Doubt {
        PART_OF_DATE("DATE_SHOWN_IN_PART",
                "a date whose day or year is not shown, as a month or a day alone is; the whole date that is stored was read",
                "write partial dates as text (2024-05), and show others whole"), SCALED("NUMBER_SHOWN_SCALED",
                        "a percent or a number of thousands (0.25 is shown as 25%); the number that is stored was read",
                        "show the numbers as they are stored"), CUT("DIGITS_LOST",
                                "a whole number of more than 15 digits, of which Excel keeps 15 and makes the others zeros",
                                "deliver identifiers as text");

        private final String code;
        private final String words;
        private final String remedy;

        Doubt(String code, String words, String remedy) {
            this.code = code;
            this.words = words;
            this.remedy = remedy;
        }
    }

    private record Place(int column, Doubt doubt) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return column == other.column ? doubt.compareTo(other.doubt) : Integer.compare(column, other.column);
        }
    }

    private static final class Met {
        private final String variable;
        private final String address;
        private long count;

        private Met(String variable, String address) {
            this.variable = variable;
            this.address = address;
        }
    }

    private final Map<Place, Met> met = new TreeMap<>();

    /// Looks at a number.
    ///
    /// @param variable empty in the header
    void number(int column, Shows shows, String digits, String variable, XlsxSheet sheet) {
        switch (shows) {
            case PART_OF_DATE -> add(column, Doubt.PART_OF_DATE, variable, sheet);
            case SCALED -> add(column, Doubt.SCALED, variable, sheet);
            case NUMBER -> {
                if (digits.length() > DIGITS_OF_EXCEL && isWhole(digits)) {
                    add(column, Doubt.CUT, variable, sheet);
                }
            }
            case DATE, TIME, ELAPSED -> {}
        }
    }

    /// Tells what was met, in the order of the columns.
    void tell(String dataset, Consumer<Finding> notes) {
        met.forEach((place, doubtful) -> notes.accept(Finding
                .warning(place.doubt().code,
                        "has " + doubtful.count + (doubtful.count == 1 ? " cell" : " cells") + " (" + doubtful.address
                                + (doubtful.count == 1 ? ")" : " the first)") + " with " + place.doubt().words)
                .in(dataset).of(doubtful.variable).remedy(place.doubt().remedy)));
    }

    private void add(int column, Doubt doubt, String variable, XlsxSheet sheet) {
        if (!variable.isEmpty()) {
            met.computeIfAbsent(new Place(column, doubt), _ -> new Met(variable, sheet.address(column))).count++;
        }
    }

    /// Whether a number of many digits is a whole one; most have them behind their point.
    private static boolean isWhole(String digits) {
        if (digits.indexOf('.') >= 0 && digits.indexOf('E') < 0) {
            return false;
        }
        double number = Double.parseDouble(digits);
        return number >= 1e15 && number == StrictMath.rint(number);
    }
}
