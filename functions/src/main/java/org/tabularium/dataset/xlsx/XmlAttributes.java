package org.tabularium.dataset.xlsx;

import java.text.ParseException;
import java.util.Arrays;

/// The attributes of the element that begins, as places among the characters of its tag.
final class XmlAttributes {

    private static final int MOST = 200;
    /// What is kept of an attribute: where its name begins, where without prefix, where it ends; where its value begins and ends.
    private static final int WIDTH = 5;
    private static final int LOCAL = 1;
    private static final int NAMED = 2;
    private static final int VALUE = 3;
    private static final int END = 4;

    private char[] chars = {};
    private int[] places = new int[WIDTH * 8];
    private int size;

    /// Reads the attributes that a tag has behind its name.
    ///
    /// @param from where the name ends
    /// @param to where the tag's last mark is
    void read(char[] tag, int from, int to) throws ParseException {
        chars = tag;
        size = 0;
        int next = from;
        while (next < to) {
            int after = XmlCharacters.blanks(chars, next, to);
            XmlCharacters.refuseUnless(after > next, next);
            next = after == to ? to : readOne(after, to);
        }
    }

    /// Which attribute has this name, without prefix; -1 where none has.
    int of(String name) {
        for (int i = 0; i < size; i += WIDTH) {
            if (XmlCharacters.same(name, chars, places[LOCAL + i], places[NAMED + i])) {
                return i;
            }
        }
        return -1;
    }

    String value(int attribute) {
        int first = places[VALUE + attribute];
        return new String(chars, first, places[END + attribute] - first);
    }

    /// Whether the value is two texts one behind the other.
    boolean isValue(int attribute, String one, String other) {
        int last = places[END + attribute];
        int middle = Math.min(places[VALUE + attribute] + one.length(), last);
        return XmlCharacters.same(one, chars, places[VALUE + attribute], middle)
                && XmlCharacters.same(other, chars, middle, last);
    }

    /// The whole number that the value is; -1 where it is none of one to nine digits.
    int number(int attribute) {
        return WholeNumber.of(chars, places[VALUE + attribute], places[END + attribute]);
    }

    /// Reads an attribute.
    ///
    /// @return what follows it
    private int readOne(int first, int to) throws ParseException {
        int named = XmlCharacters.name(chars, first, to);
        int equal = XmlCharacters.blanks(chars, named, to);
        int quote = equal < to && chars[equal] == '=' ? XmlCharacters.blanks(chars, equal + 1, to) : to;
        XmlCharacters.refuseUnless(quote < to && (chars[quote] == '"' || chars[quote] == '\'') && size < WIDTH * MOST
                && !isThere(first, named), first);
        int close = quote + 1;
        while (close < to && chars[close] != chars[quote]) {
            close++;
        }
        XmlCharacters.refuseUnless(close < to, quote);
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size] = first;
        // A declaration of a prefix has no name here.
        places[LOCAL + size] = isPrefix(first, named) ? named : XmlCharacters.local(chars, first, named);
        places[NAMED + size] = named;
        places[VALUE + size] = quote + 1;
        places[END + size] = XmlCharacters.plain(chars, quote + 1, close, true);
        size += WIDTH;
        return close + 1;
    }

    private boolean isPrefix(int first, int named) {
        String declares = "xmlns:";
        return named - first > declares.length() && XmlCharacters.same(declares, chars, first, first + declares.length());
    }

    private boolean isThere(int first, int named) {
        for (int i = 0; i < size; i += WIDTH) {
            if (places[NAMED + i] - places[i] == named - first
                    && Arrays.equals(chars, places[i], places[NAMED + i], chars, first, named)) {
                return true;
            }
        }
        return false;
    }
}
