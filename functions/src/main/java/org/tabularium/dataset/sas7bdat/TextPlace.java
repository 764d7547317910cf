package org.tabularium.dataset.sas7bdat;

import java.util.Arrays;
import java.util.List;
import org.tabularium.dataset.UnreadableDatasetException;

/// Where a name, label or format is in the texts of the description.
///
/// @param text which of the texts, counted from 0
/// @param at where it begins in that text
/// @param length its bytes; 0 where there is none
record TextPlace(int text, int at, int length) {

    static final int SIZE = 6;

    static TextPlace read(Region section, int at) throws UnreadableDatasetException {
        return new TextPlace(section.half(at), section.half(at + 2), section.half(at + 4));
    }

    /// Whether the text that it is in was read already.
    boolean isThere(List<byte[]> texts) {
        return length == 0 || text < texts.size();
    }

    byte[] bytes(List<byte[]> texts, Damage damage) throws UnreadableDatasetException {
        if (length == 0) {
            return new byte[0];
        }
        if (!isThere(texts) || at + length > texts.get(text).length) {
            throw damage.malformed("a name, label or format lies outside of the texts");
        }
        return Arrays.copyOfRange(texts.get(text), at, at + length);
    }
}
