package org.tabularium.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Abbreviations that a table uses, spelled out for its footnote in alphabetical order, whatever their case.
final class Abbreviations {

    private static final Map<String, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("AE", "adverse event"),
            Map.entry("GFR", "glomerular filtration rate"),
            Map.entry("eGFR", "estimated glomerular filtration rate"),
            Map.entry("IPNA", "International Pediatric Nephrology Association"),
            Map.entry("KDIGO", "Kidney Disease: Improving Global Outcomes"),
            Map.entry("ALT", "alanine aminotransferase"),
            Map.entry("AST", "aspartate aminotransferase"),
            Map.entry("LLN", "lower limit of normal"),
            Map.entry("ULN", "upper limit of normal"),
            Map.entry("UPCR", "urine protein-to-creatinine ratio"),
            Map.entry("ANCOVA", "analysis of covariance"),
            Map.entry("CTCAE", "Common Terminology Criteria for Adverse Events"),
            Map.entry("MedDRA", "Medical Dictionary for Regulatory Activities"),
            Map.entry("ASTCT", "American Society for Transplantation and Cellular Therapy"),
            Map.entry("AUC", "area under the concentration–time curve"),
            Map.entry("BICLA", "BILAG-based Combined Lupus Assessment"),
            Map.entry("BILAG", "British Isles Lupus Assessment Group"),
            Map.entry("BILAG-2004", "British Isles Lupus Assessment Group index of 2004"),
            Map.entry("BMI", "body mass index"),
            Map.entry("CD19", "cluster of differentiation 19"),
            Map.entry("CKD-EPI", "Chronic Kidney Disease Epidemiology Collaboration"),
            Map.entry("CI", "confidence interval"),
            Map.entry("CMV", "cytomegalovirus"),
            Map.entry("CRS", "cytokine release syndrome"),
            Map.entry("DLT", "dose-limiting toxicity"),
            Map.entry("DORIS", "Definition Of Remission In SLE"),
            Map.entry("HIV", "human immunodeficiency virus"),
            Map.entry("ICANS", "immune effector cell-associated neurotoxicity syndrome"),
            Map.entry("IQR", "interquartile range"),
            Map.entry("LOCF", "last observation carried forward"),
            Map.entry("WOCF", "worst observation carried forward"),
            Map.entry("BOCF", "baseline observation carried forward"),
            Map.entry("LS", "least squares"),
            Map.entry("LLDAS", "lupus low disease activity state"),
            Map.entry("Max", "maximum"),
            Map.entry("Min", "minimum"),
            Map.entry("MTD", "maximum tolerated dose"),
            Map.entry("NE", "not estimable"),
            Map.entry("PGA", "physician global assessment"),
            Map.entry("Q1", "first quartile"),
            Map.entry("Q3", "third quartile"),
            Map.entry("CV", "coefficient of variation"),
            Map.entry("QTcB", "QT interval corrected by Bazett's formula"),
            Map.entry("QTcF", "QT interval corrected by Fridericia's formula"),
            Map.entry("SD", "standard deviation"),
            Map.entry("SE", "standard error"),
            Map.entry("SMQ", "standardised MedDRA query"),
            Map.entry("SLE", "systemic lupus erythematosus"),
            Map.entry("SLEDAI-2K", "Systemic Lupus Erythematosus Disease Activity Index 2000"),
            Map.entry("SRI-4", "SLE Responder Index 4")));

    /// "eGFR" after "DORIS".
    private static final Comparator<String> ALPHABETICAL = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /// Those of statistics, which sponsors have as codes of something else.
    static final Set<String> STATISTICS = Set.of("CI", "CV", "LS", "NE", "SD", "SE");

    /// Codes of responses, which are other words elsewhere.
    private static final Map<String, String> RESPONSES = Map.of("CR", "complete response", "PR", "partial response", "SD",
            "stable disease", "PD", "progressive disease", "NE", "not evaluable", "NON-CR/NON-PD",
            "neither complete response nor progressive disease");

    /// Those of the codes that are responses and no other words.
    private static final Set<String> RESPONSES_ALONE = Set.of("CR", "PR", "PD", "NON-CR/NON-PD");

    /// What needs no explanation: signs of statistics and units, waves of the heart, Roman numerals, names of SAS and of the
    /// product's own files.
    private static final Set<String> PLAIN = Set.of("CSV", "ID", "II", "III", "IV", "IX", "MG", "ML", "NA", "PDF", "SAS", "USA",
            "VI", "VII", "VIII", "XI",
            "XII", "PCTLDEF", "DNA", "RNA", "MAX", "MIN", "IU", "QRS", "QT");

    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}_.-])[A-Z]{2,6}(?![\\p{L}\\p{N}_-])");

    private final Map<String, String> meanings = new TreeMap<>(MEANINGS);

    /// @param ofStudy those that study.yaml explains, which come before ours
    Abbreviations(Map<String, String> ofStudy) {
        meanings.putAll(ofStudy);
    }

    /// Codes of responses among the values that a listing shows; none where all of them may be other words.
    ///
    /// @param values whole texts of cells
    static Set<String> responses(Set<String> values) {
        return values.stream().anyMatch(RESPONSES_ALONE::contains)
                ? values.stream().filter(RESPONSES::containsKey).collect(Collectors.toSet())
                : Set.of();
    }

    /// Explains codes of responses, unless study.yaml does.
    void explain(Set<String> responses) {
        responses.forEach(code -> {
            if (Objects.equals(meanings.get(code), MEANINGS.get(code))) {
                meanings.put(code, RESPONSES.get(code));
            }
        });
    }

    /// What an abbreviation of ours stands for; itself where it is none.
    static String meaning(String abbreviation) {
        return MEANINGS.getOrDefault(abbreviation, abbreviation);
    }

    /// One of ours alone.
    static Abbreviations only(String abbreviation) {
        Abbreviations one = new Abbreviations(Map.of());
        one.meanings.keySet().retainAll(Set.of(abbreviation));
        return one;
    }

    /// The footnote: "CI = confidence interval; SD = standard deviation."; empty where the texts hold none. What stands in an
    /// explanation is explained too.
    String footnote(List<String> texts) {
        String all = String.join("\n", texts);
        Map<String, String> used = new TreeMap<>(ALPHABETICAL);
        for (int before = -1; before < used.size();) {
            before = used.size();
            String within = all + "\n" + String.join("\n", used.values());
            meanings.forEach((abbreviation, meaning) -> {
                if (holds(within, abbreviation)) {
                    used.put(abbreviation, meaning);
                }
            });
        }
        return used.isEmpty()
                ? ""
                : used.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining("; ")) + ".";
    }

    /// Words in capitals amid other words that nothing explains, in alphabetical order.
    ///
    /// @param texts titles, headers and labels; a text that is in capitals altogether is no abbreviation
    Set<String> unknown(List<String> texts) {
        Set<String> unknown = new TreeSet<>();
        for (String text : texts) {
            if (text.chars().anyMatch(Character::isLowerCase)) {
                CAPITALS.matcher(text).results().map(MatchResult::group)
                        .filter(word -> !PLAIN.contains(word) && !meanings.containsKey(word) && !isPartOfKnown(word))
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    /// Whether a word is explained where it stands.
    boolean explains(String word) {
        return meanings.containsKey(word);
    }

    private boolean isPartOfKnown(String word) {
        return meanings.keySet().stream().anyMatch(known -> known.startsWith(word + "-"));
    }

    /// Whether the text has the word by itself. The texts of a listing are long, so they are searched for the word, not tried at
    /// each character.
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!goesOn(text, at - 1, -1) && !goesOn(text, end, 1)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a word goes on at a place: a hyphen before or behind it belongs to it ("SRI-4"), but for one that joins it to a
    /// word in small letters ("DLT-evaluable", "non-SLE").
    private static boolean goesOn(String text, int at, int step) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '-') {
            int beyond = at + step;
            return beyond < 0 || beyond >= text.length() || !isSmall(text.charAt(beyond));
        }
        return isSmall(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }
}
