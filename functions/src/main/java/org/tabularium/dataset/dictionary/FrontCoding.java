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
        Walk walk = new Walk(index >>> LOG_GROUP << LOG_GROUP);
        for (int passed = walk.index; passed <= index; passed++) {
            walk.go();
        }
        return walk.text();
    }

    Iterator<String> iterator() {
        return new Walk(0);
    }

    /// Texts one after the other.
    private final class Walk implements Iterator<String> {

        private final byte[] letters = new byte[LONGEST];
        private int length;
        private int at;
        private int index;

        /// @param first the first of a group
        Walk(int first) {
            this.index = first;
            this.at = first < size ? groups[first >>> LOG_GROUP] : filled;
        }

        private void go() {
            int same = bytes[at] & LONGEST;
            int more = bytes[at + 1] & LONGEST;
            System.arraycopy(bytes, at + 2, letters, same, more);
            length = same + more;
            at += 2 + more;
            index++;
        }

        private String text() {
            return new String(letters, 0, length, StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean hasNext() {
            return index < size;
        }

        @Override
        public String next() {
            if (index >= size) {
                throw new NoSuchElementException();
            }
            go();
            return text();
        }
    }
}
