package org.tabularium.dataset.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distinct texts of a column by code, in the order in which they came. An open hash table; what is looked up, characters or
/// bytes, and how it is hashed
/// and compared is the subclasses' own.
public abstract sealed class TextDictionary permits CharDictionary, Utf8Dictionary {

    /// The code of the text that was looked up last; -1 before the first.
    int last = -1;

    private final List<String> values = new ArrayList<>();
    private int[] hashes = new int[16];
    /// Code + 1 by hash; 0 where the slot is free.
    private int[] slots = new int[32];

    /// The distinct texts, by code.
    public final List<String> values() {
        return values;
    }

    public final String value(int code) {
        return values.get(code);
    }

    /// The code of a text, a new one where it has none yet.
    ///
    /// @param text without trailing blanks
    public abstract int code(String text);

    public final int size() {
        return values.size();
    }

    /// Where the search for a hash begins.
    final int slot(int hash) {
        return hash & (slots.length - 1);
    }

    final int after(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /// The code in a slot; -1 where the slot is free.
    final int at(int slot) {
        return slots[slot] - 1;
    }

    final int hash(int code) {
        return hashes[code];
    }

    /// Gives a text its code.
    ///
    /// @param slot the free one that the search ended at
    final int add(String value, int hash, int slot) {
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
        for (int code = 0; code < values.size(); code++) {
            int slot = slot(hashes[code]);
            while (slots[slot] != 0) {
                slot = after(slot);
            }
            slots[slot] = code + 1;
        }
    }
}
