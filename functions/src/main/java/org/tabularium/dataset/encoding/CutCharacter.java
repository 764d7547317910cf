package org.tabularium.dataset.encoding;

/// Text in UTF-8 that a length in bytes cut within its last character.
public final class CutCharacter {

    private CutCharacter() {}

    /// Where the last whole character ends, if the bytes are UTF-8 but for a character that begins and does not end; -1 for any
    /// other bytes, whole UTF-8
    /// among them.
    public static int start(byte[] bytes, int from, int to) {
        int lead = to - 1;
        while (lead >= from && to - lead < 4 && (bytes[lead] & 0xc0) == 0x80) {
            lead--;
        }
        return lead >= from && length(bytes[lead] & 0xff) > to - lead && mayFollow(bytes, lead, to)
                && isWhole(bytes, from, lead) ? lead : -1;
    }

    /// Whether the bytes are whole characters in UTF-8, with nothing but shortest forms and no surrogates.
    public static boolean isWhole(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes[at] & 0xff);
            if (length == 0 || at + length > to || !mayFollow(bytes, at, at + length)) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /// How many bytes the character has that begins with this one; 0 where none does.
    private static int length(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        if (lead < 0xe0) {
            return 2;
        }
        return lead < 0xf0 ? 3 : 4;
    }

    /// Whether the bytes behind a first one may stand there.
    private static boolean mayFollow(byte[] bytes, int lead, int to) {
        int first = bytes[lead] & 0xff;
        for (int i = lead + 1; i < to; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        if (to - lead < 2) {
            return true;
        }
        int second = bytes[lead + 1] & 0xff;
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }
}
