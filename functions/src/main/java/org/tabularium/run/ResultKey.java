package org.tabularium.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The name of a result that stays the same from run to run while its meaning does.
///
/// @param text `<display>|<dataset>.<variable>=<level>[>level…]|<group>=<level>[&…]|<statistic>[|qualifier]`, raw values,
///     percent-encoded
/// @param cell the same without the statistic: what the statistics of one cell have in common
public record ResultKey(String text, String cell) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTERS = 26;
    /// Looking the algorithm up takes longer than hashing a cell; a digest is as new after each use.
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(ResultKey::digest);

    /// `tab:` and 26 letters made of the cell, short enough for Word.
    public String tag() {
        return "tab:" + base32(DIGEST.get().digest(cell.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The first letters of RFC 4648's base32, five bits each.
    private static String base32(byte[] bytes) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            int bit = i * 5;
            int pair = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
            letters.append(ALPHABET.charAt((pair >> (11 - bit % 8)) & 31));
        }
        return letters.toString();
    }
}
