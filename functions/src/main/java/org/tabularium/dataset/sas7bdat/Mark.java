package org.tabularium.dataset.sas7bdat;

import java.nio.ByteOrder;
import java.util.Optional;
import org.tabularium.dataset.UnreadableDatasetException;

/// What a section of the file's description begins with, which says what it describes.
enum Mark {
    /// Lengths and numbers of rows.
    ROW_SIZE(0xf7f7_f7f7),
    /// How many variables there are.
    COLUMN_COUNT(0xf6f6_f6f6),
    /// Which sections there are.
    SECTION_COUNTS(0xffff_fc00),
    /// All names, labels and formats as one text.
    TEXT(0xffff_fffd),
    /// Where the variables' names are in the texts.
    NAMES(0xffff_ffff),
    /// Where the variables' values are in a row.
    PLACES(0xffff_fffc),
    /// Where the label and the format of one variable are in the texts.
    LABEL(0xffff_fbfe),
    /// The variables in an order of their own.
    LIST(0xffff_fffe);

    private final int bits;

    Mark(int bits) {
        this.bits = bits;
    }

    /// The mark that a section begins with; empty where it has none that is known, as a row has.
    static Optional<Mark> of(Region section) throws UnreadableDatasetException {
        Layout layout = section.layout();
        if (section.length() < layout.word()) {
            return Optional.empty();
        }
        int first = (int) section.whole(0);
        int second = layout.wide() ? (int) section.whole(4) : 0;
        boolean bigEndian = layout.order() == ByteOrder.BIG_ENDIAN;
        for (Mark mark : values()) {
            if (mark.isAt(first, second, layout.wide(), bigEndian)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    /// In eight bytes the mark is a negative number of that size, but for the two that are none.
    private boolean isAt(int first, int second, boolean wide, boolean bigEndian) {
        if (!wide) {
            return first == bits;
        }
        if (this == ROW_SIZE || this == COLUMN_COUNT) {
            return first == bits && (second == 0 || second == LABEL.bits);
        }
        return (bigEndian ? second : first) == bits && (bigEndian ? first : second) == -1;
    }

    /// Whether the section says its own length where those with this mark do. A row that is not compressed may well begin as a
    /// mark does.
    boolean fits(Region section) throws UnreadableDatasetException {
        int word = section.layout().word();
        return switch (this) {
            case TEXT, NAMES, PLACES, LIST ->
                section.length() >= 2 * word + 4 && section.half(word) == (section.length() - 4 - 2 * word & 0xffff);
            case ROW_SIZE, COLUMN_COUNT, SECTION_COUNTS, LABEL -> true;
        };
    }
}
