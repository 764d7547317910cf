package org.tabularium.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Abbreviations that a table uses, spelled out for its footnote in alphabetical order.
final class Abbreviations {

    private static final Map<String, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("AE", "adverse event"),
            Map.entry("ASTCT", "American Society for Transplantation and Cellular Therapy"),
            Map.entry("BICLA", "BILAG-based Combined Lupus Assessment"),
            Map.entry("BILAG", "British Isles Lupus Assessment Group"),
            Map.entry("BILAG-2004", "British Isles Lupus Assessment Group index of 2004"),
            Map.entry("BMI", "body mass index"),
            Map.entry("CI", "confidence interval"),
            Map.entry("CRS", "cytokine release syndrome"),
            Map.entry("DLT", "dose-limiting toxicity"),
            Map.entry("DORIS", "Definition Of Remission In SLE"),
            Map.entry("ICANS", "immune effector cell-associated neurotoxicity syndrome"),
            Map.entry("IQR", "interquartile range"),
            Map.entry("LS", "least squares"),
            Map.entry("LLDAS", "lupus low disease activity state"),
            Map.entry("Max", "maximum"),
            Map.entry("Min", "minimum"),
            Map.entry("MTD", "maximum tolerated dose"),
            Map.entry("NE", "not estimable"),
            Map.entry("PGA", "physician global assessment"),
            Map.entry("Q1", "first quartile"),
            Map.entry("Q3", "third quartile"),
            Map.entry("SD", "standard deviation"),
            Map.entry("SE", "standard error"),
            Map.entry("SLE", "systemic lupus erythematosus"),
            Map.entry("SLEDAI-2K", "Systemic Lupus Erythematosus Disease Activity Index 2000"),
            Map.entry("SRI-4", "SLE Responder Index 4")));

    private Abbreviations() {}

    /// The footnote: "CI = confidence interval; SD = standard deviation."; empty where the texts hold none.
    static String footnote(List<String> texts) {
        String all = String.join("\n", texts);
        List<String> used = new ArrayList<>();
        MEANINGS.forEach((abbreviation, meaning) -> {
            if (holds(all, abbreviation)) {
                used.add(abbreviation + " = " + meaning);
            }
        });
        return used.isEmpty() ? "" : String.join("; ", used) + ".";
    }

    /// Whether the text has the word by itself. The texts of a listing are long, so they are searched for the word, not tried at each character.
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !isOfWord(text.charAt(at - 1))) && (end == text.length() || !isOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }
}
