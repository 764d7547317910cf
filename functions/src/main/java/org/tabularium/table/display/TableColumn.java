package org.tabularium.table.display;

import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;

/// A column of a table.
///
/// @param header the header's text, `\n` where a line break stands
/// @param span text of a header above this column and its neighbours with the same text; empty for none
/// @param align how the body cells stand; headers of number columns are centred over them, headers of text columns stand left
/// @param mark of the footnotes that explain the column; empty for none
/// @param total the N of the arm at the end of the span or, where there is none, of the header; null for a column of no arm
public record TableColumn(String header, String span, Align align, String mark, @Nullable Total total) {

    /// The N of an arm where it stands in a header, such as `86` in `Placebo (N=86)`.
    ///
    /// @param result the N
    /// @param number as printed
    /// @param behind how many characters of the header follow it
    public record Total(Result result, String number, int behind) {

        /// Where it begins in the header, which may have got a mark before it.
        public int start(String header) {
            return header.length() - behind - number.length();
        }

        /// Where it ends in the header.
        public int end(String header) {
            return header.length() - behind;
        }
    }

    /// A column of no arm, which no footnote explains.
    public TableColumn(String header, String span, Align align) {
        this(header, span, align, "", null);
    }

    /// The header with its mark, which stands above the N.
    public String marked() {
        int end = header.lastIndexOf('\n');
        return mark.isEmpty() || end < 0 ? header + mark : header.substring(0, end) + mark + header.substring(end);
    }
}
