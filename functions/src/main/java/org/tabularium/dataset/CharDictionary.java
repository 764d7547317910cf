package org.tabularium.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distinct texts of a column: characters in, code out, with a String made once a distinct text. Trailing blanks are not part of a text.
///
/// An open hash table; the characters looked up need not be a String.
final class CharDictionary {

    private final List<String> values = new ArrayList<>();
    private int[] hashes = new int[16];
    /// Code + 1 by hash; 0 where the slot is free.
    private int[] slots = new int[32];
    private int last = -1;

    /// The code of these characters, a new one where they have none yet.
    int code(char[] chars, int from, int length) {
        int end = from + length;
        while (end > from && chars[end - 1] == ' ') {
            end--;
        }
        if (last >= 0 && same(values.get(last), chars, from, end)) {
            return last;
        }
        int hash = hash(chars, from, end);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && same(values.get(code), chars, from, end)) {
                last = code;
                return code;
            }
            slot = (slot + 1) & mask;
        }
        last = add(new String(chars, from, end - from), hash, slot);
        return last;
    }

    /// The distinct texts, by code.
    List<String> values() {
        return values;
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

    private int add(String value, int hash, int slot) {
        int code = values.size();
        hashes = code == hashes.length ? Arrays.copyOf(hashes, code * 2) : hashes;
        hashes[code] = hash;
        values.add(value);
        slots[slot] = code + 1;
        if (values.size() * 2 > slots.length) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < values.size(); code++) {
            int slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }
}
