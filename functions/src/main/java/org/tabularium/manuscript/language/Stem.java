package org.tabularium.manuscript.language;

import java.util.List;
import java.util.Locale;

/// What words of the same meaning share: letter case, hyphens, British and American spelling and common endings are taken away.
public final class Stem {

    private static final List<String> ENDINGS = List.of("ations", "ation", "ities", "ions", "ing", "ers", "ion", "ies", "ity",
            "ed",
            "er", "es", "al", "s", "e", "y");
    private static final int SHORTEST = 4;

    private Stem() {}

    public static String of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace("-", "").replace("’", "").replace("'", "");
        if (plain.chars().anyMatch(Character::isDigit)) {
            return plain;
        }
        String stem = plain.replace("ae", "e").replace("oe", "e").replace("leuco", "leuko").replace("our", "or");
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem.endsWith("s") && stem.length() > 3 && !stem.endsWith("ss") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
