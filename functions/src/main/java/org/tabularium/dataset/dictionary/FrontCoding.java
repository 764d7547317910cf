package org.tabularium.dataset.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Texts as bytes in the order in which they come, each as how many letters it begins with as the one before it did, and the
/// others: identifiers mostly differ from their neighbours in their last digits alone. The first of each sixteen is whole, so
/// that no more need be looked through for any.
final class FrontCoding {

    private static final int LOG_GROUP = 4;
    private static final int GROUP = 1 << LOG_GROUP;
    /// What one byte counts.
    private static final int LONGEST = 0xff;
    private static final char LAST_LETTER = '\u00ff';

    private byte[] bytes = new byte[1 << 12];
    private int filled;
    /// Where each group begins.
    private int[] groups = new int[1 << 8];
    private int size;
    private String last = "";

    int size() {
        return size;
    }

    /// Appends a text.
    ///
    /// @return false where it is too long, or has a letter that is no byte in Latin-1
    boolean add(String text) {
        if (text.length() > LONGEST || !isLatin(text)) {
            return false;
        }
        int same = 0;
        if (size % GROUP == 0) {
            int group = size >>> LOG_GROUP;
            groups = group == groups.length ? Arrays.copyOf(groups, Capacity.grown(group, group + 1)) : groups;
            groups[group] = filled;
        } else {
            int most = Math.min(text.length(), last.length());
            while (same < most && text.charAt(same) == last.charAt(same)) {
                same++;
            }
        }
        bytes = filled + 2 + text.length() > bytes.length
                ? Arrays.copyOf(bytes, Capacity.grown(bytes.length, filled + 2 + text.length()))
                : bytes;
        bytes[filled++] = (byte) same;
        bytes[filled++] = (byte) (text.length() - same);
        for (int i = same; i < text.length(); i++) {
            bytes[filled++] = (byte) text.charAt(i);
        }
        last = text;
        size++;
        return true;
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LETTER) {
                return false;
            }
        }
        return true;
    }

    String get(int index) {
        int first = groups[index >>> LOG_GROUP];
        int at = first;
        for (int passed = 0; passed < (index & (GROUP - 1)); passed++) {
            at = after(at);
        }
        byte[] letters = new byte[same(at) + more(at)];
        for (int passed = first; passed <= at; passed = after(passed)) {
            int same = same(passed);
            if (same < letters.length) {
                System.arraycopy(bytes, passed + 2, letters, same, Math.min(more(passed), letters.length - same));
            }
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /// How many letters a text begins with as the one before it did.
    private int same(int at) {
        return bytes[at] & LONGEST;
    }

    /// How many letters of its own a text has.
    private int more(int at) {
        return bytes[at + 1] & LONGEST;
    }

    /// Where the next text begins.
    private int after(int at) {
        return at + 2 + more(at);
    }

    boolean isLike(FrontCoding other) {
        return size == other.size && Arrays.equals(bytes, 0, filled, other.bytes, 0, other.filled);
    }

    Iterator<String> iterator() {
        return new Walk();
    }

    /// Texts one after the other.
    private final class Walk implements Iterator<String> {

        private final byte[] letters = new byte[LONGEST];
        private int at;
        private int index;

        @Override
        public boolean hasNext() {
            return index < size;
        }

        @Override
        public String next() {
            if (index >= size) {
                throw new NoSuchElementException();
            }
            int same = same(at);
            int more = more(at);
            System.arraycopy(bytes, at + 2, letters, same, more);
            at = after(at);
            index++;
            return new String(letters, 0, same + more, StandardCharsets.ISO_8859_1);
        }
    }
}
