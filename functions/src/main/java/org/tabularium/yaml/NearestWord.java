package org.tabularium.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The word that somebody probably meant: the nearest by optimal string alignment distance (insertions, deletions, substitutions
/// and swaps of neighbours, each
/// counted once), in any letter case.
public final class NearestWord {

    private static final int FARTHEST = 2;

    private NearestWord() {}

    /// The nearest of the words.
    ///
    /// @param written what stands there
    /// @param words what may stand there; of two that are equally near the one of the same letters wins (`lables` is
    ///     `labels`, not `tables`), else the first
    /// @return empty where none is within two edits, or where so many edits would change more than half of what was written
    public static Optional<String> of(String written, Collection<String> words) {
        return of(written, words, FARTHEST);
    }

    /// The nearest of the words.
    ///
    /// @param farthest edits at most
    public static Optional<String> of(String written, Collection<String> words, int farthest) {
        String lower = written.toLowerCase(Locale.ROOT);
        int best = Math.min(farthest, lower.length() / 2) + 1;
        Optional<String> nearest = Optional.empty();
        for (String word : words) {
            if (Math.abs(word.length() - lower.length()) <= best) {
                int distance = distance(lower, word.toLowerCase(Locale.ROOT));
                if (distance < best || (distance == best && nearest.isPresent() && isAnagram(lower, word)
                        && !isAnagram(lower, nearest.get()))) {
                    best = distance;
                    nearest = Optional.of(word);
                }
            }
        }
        return nearest;
    }

    private static boolean isAnagram(String lower, String word) {
        return Arrays.equals(lower.chars().sorted().toArray(), word.toLowerCase(Locale.ROOT).chars().sorted().toArray());
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
