package org.tabularium.dataset.dictionary;

/// Texts looked up by their characters, which need not be a String: one is made once a distinct text. Trailing blanks are not
/// part of a text.
public final class CharDictionary extends TextDictionary {

    private static final char[] EMPTY = {};

    /// The code of the empty text.
    public int codeOfEmpty() {
        return code(EMPTY, 0, 0);
    }

    @Override
    public int code(String text) {
        return code(text.toCharArray(), 0, text.length());
    }

    /// The code of these characters, a new one where they have none yet.
    public int code(char[] chars, int from, int length) {
        int end = from + length;
        while (end > from && chars[end - 1] == ' ') {
            end--;
        }
        if (last >= 0 && same(value(last), chars, from, end)) {
            return last;
        }
        int hash = hash(chars, from, end);
        int slot = slot(hash);
        for (int code = at(slot); code >= 0; code = at(slot)) {
            if (hash(code) == hash && same(value(code), chars, from, end)) {
                last = code;
                return code;
            }
            slot = after(slot);
        }
        last = add(new String(chars, from, end - from), hash, slot);
        return last;
    }

    private static boolean same(String value, char[] chars, int from, int end) {
        int length = end - from;
        if (value.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] chars, int from, int end) {
        long hash = 0;
        for (int i = from; i < end; i++) {
            hash = (hash ^ chars[i]) * 0x9e37_79b9_7f4a_7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
