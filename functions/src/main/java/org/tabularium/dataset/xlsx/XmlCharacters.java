package org.tabularium.dataset.xlsx;

import java.text.ParseException;

/// The characters of an XML document between its marks: names, blanks, and what texts and values of attributes stand for.
final class XmlCharacters {

    private static final char LAST = 0xfffd;
    private static final char SURROGATES = 0xd800;
    private static final char AFTER_SURROGATES = 0xe000;

    /// Which of ASCII may begin a name, and which may follow.
    private static final byte FIRST = 1;
    private static final byte LATER = 2;
    private static final byte[] NAMES = new byte[128];
    /// Which of ASCII are not taken as they stand.
    private static final byte[] MARKS = new byte[128];

    static {
        for (char character = 0; character < NAMES.length; character++) {
            boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            boolean later = character >= '-' && character <= ':' && character != '/';
            if (letter || character == '_') {
                NAMES[character] = FIRST;
            } else if (later) {
                NAMES[character] = LATER;
            }
            MARKS[character] = (byte) (character < ' ' || "&<>".indexOf(character) >= 0 ? 1 : 0);
        }
    }

    private XmlCharacters() {}

    /// Makes what a text or a value of an attribute stands for of it, in its place.
    ///
    /// @return where it ends then
    static int plain(char[] chars, int first, int last, boolean ofAttribute) throws ParseException {
        int i = unmarked(chars, first, last);
        int out = i;
        while (i < last) {
            char read = chars[i];
            if (read == '&') {
                int close = i + 1;
                while (close < last && chars[close] != ';') {
                    close++;
                }
                refuseUnless(close < last, i);
                out += Character.toChars(entity(new String(chars, i + 1, close - i - 1), i), chars, out);
                i = close + 1;
                continue;
            }
            // What is not well formed would be taken for the end of a CDATA section.
            boolean closes = read == '>' && !ofAttribute && i >= first + 2 && chars[i - 1] == ']' && chars[i - 2] == ']';
            refuseUnless(isAllowed(read) && !closes && !(ofAttribute && read == '<'), i);
            if (read == '\r') {
                i += i + 1 < last && chars[i + 1] == '\n' ? 1 : 0;
                read = '\n';
            }
            chars[out++] = ofAttribute && read < ' ' ? ' ' : read;
            i++;
        }
        return out;
    }

    /// Where characters end that stand for themselves in any text.
    static int unmarked(char[] chars, int first, int last) {
        int i = first;
        while (i < last && chars[i] < MARKS.length && MARKS[chars[i]] == 0) {
            i++;
        }
        return i;
    }

    /// Makes what a text that has no entities stands for of it, in its place.
    ///
    /// @return where it ends then
    static int verbatim(char[] chars, int first, int last) throws ParseException {
        int out = first;
        for (int i = first; i < last; i++) {
            refuseUnless(isAllowed(chars[i]), i);
            if (chars[i] != '\r') {
                chars[out++] = chars[i];
            } else if (i + 1 == last || chars[i + 1] != '\n') {
                chars[out++] = '\n';
            }
        }
        return out;
    }

    /// Where the name that begins here ends.
    static int name(char[] chars, int first, int last) throws ParseException {
        int i = first;
        int local = first;
        while (i < last && isOfName(chars[i])) {
            i++;
            if (chars[i - 1] == ':') {
                refuseUnless(local == first, i);
                local = i;
            }
        }
        refuseUnless(local < i && isFirst(chars[first]) && isFirst(chars[local]), first);
        return i;
    }

    /// Where a name begins behind its prefix.
    static int local(char[] chars, int first, int last) {
        for (int i = first; i < last; i++) {
            if (chars[i] == ':') {
                return i + 1;
            }
        }
        return first;
    }

    /// Whether characters are those of a text.
    static boolean same(String text, char[] chars, int first, int last) {
        if (last - first != text.length()) {
            return false;
        }
        for (int i = first; i < last; i++) {
            if (chars[i] != text.charAt(i - first)) {
                return false;
            }
        }
        return true;
    }

    /// Where blanks that begin here end.
    static int blanks(char[] chars, int first, int last) {
        int i = first;
        while (i < last && isBlank(chars[i])) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private static boolean isAllowed(char character) {
        return character >= ' ' ? character <= LAST : isBlank(character);
    }

    private static int entity(String name, int place) throws ParseException {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> byNumber(name, place);
        };
    }

    private static int byNumber(String name, int place) throws ParseException {
        boolean hexadecimal = name.startsWith("#x");
        refuseUnless(name.matches(hexadecimal ? "#x[0-9A-Fa-f]{1,8}" : "#[0-9]{1,9}"), place);
        long number = hexadecimal ? Long.parseLong(name, 2, name.length(), 16) : Long.parseLong(name, 1, name.length(), 10);
        boolean supplementary = number >= Character.MIN_SUPPLEMENTARY_CODE_POINT && number <= Character.MAX_CODE_POINT;
        boolean basic = number <= LAST && isAllowed((char) number) && (number < SURROGATES || number >= AFTER_SURROGATES);
        refuseUnless(supplementary || basic, place);
        return (int) number;
    }

    private static boolean isFirst(char character) {
        return character < NAMES.length ? NAMES[character] == FIRST : character >= 0xc0 && Character.isLetter(character);
    }

    private static boolean isOfName(char character) {
        return character < NAMES.length
                ? NAMES[character] != 0
                : isFirst(character) || character == 0xb7
                        || (character >= 0x300 && Character.isUnicodeIdentifierPart(character));
    }

    static void refuseUnless(boolean wellFormed, int place) throws ParseException {
        if (!wellFormed) {
            throw new ParseException("is not well formed", place);
        }
    }
}
