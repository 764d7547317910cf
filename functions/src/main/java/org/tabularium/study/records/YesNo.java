package org.tabularium.study.records;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Words that say yes or no, in any letter case; beside English those of the languages in which sites of trials answer.
public final class YesNo {

    private static final Set<String> YES = Set.of("Y", "YES", "TRUE", "RESPONDER", "RESPONSE", "RESPONDED", "PRESENT", "ACHIEVED",
            "MET", "1", "JA", "OUI", "SI", "SÍ", "SÌ", "SIM", "是", "はい");
    private static final Set<String> NO = Set.of("N", "NO", "FALSE", "NON-RESPONDER", "NON RESPONDER", "NONRESPONDER",
            "NOT RESPONDER", "NO RESPONSE", "NON-RESPONSE", "NONRESPONSE", "NOT RESPONDED", "ABSENT", "NOT PRESENT",
            "NOT ACHIEVED",
            "NOT MET", "0", "NEIN", "NEE", "NON", "NEJ", "NÃO", "否", "いいえ");

    private YesNo() {}

    /// Understands a word; empty where it says neither.
    public static Optional<Boolean> of(String text) {
        String word = text.strip().replace('‑', '-').replace('–', '-').replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
