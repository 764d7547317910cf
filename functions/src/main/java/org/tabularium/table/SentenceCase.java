package org.tabularium.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Terms that datasets hold in upper case, as a reader expects them: "ATRIAL FIBRILLATION" is "Atrial fibrillation".
///
/// Names and abbreviations keep their form ("Electrocardiogram ST segment depression", "Black or African American"). Text with a lower-case letter, and
/// codes without a word of four letters ("III+V", "USA"), stay as they are; so do single letters ("Vitamin B12", "T cell") but for the article.
final class SentenceCase {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{Lu}{4,}");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYÄÖÜÉÈÀ]");

    /// Words that are names.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AFRICAN", "African"), Map.entry("AMERICAN", "American"), Map.entry("AMERICA", "America"),
            Map.entry("ASIAN", "Asian"), Map.entry("HISPANIC", "Hispanic"), Map.entry("LATINO", "Latino"),
            Map.entry("ALASKA", "Alaska"), Map.entry("INDIAN", "Indian"), Map.entry("HAWAIIAN", "Hawaiian"),
            Map.entry("PACIFIC", "Pacific"), Map.entry("NATIVE", "Native"), Map.entry("ISLANDER", "Islander"),
            Map.entry("JAPANESE", "Japanese"), Map.entry("CHINESE", "Chinese"),
            Map.entry("ALZHEIMER", "Alzheimer"), Map.entry("PARKINSON", "Parkinson"), Map.entry("CROHN", "Crohn"),
            Map.entry("RAYNAUD", "Raynaud"), Map.entry("STEVENS", "Stevens"), Map.entry("JOHNSON", "Johnson"),
            Map.entry("BARRETT", "Barrett"), Map.entry("EPSTEIN", "Epstein"), Map.entry("BARR", "Barr"),
            Map.entry("CLOSTRIDIUM", "Clostridium"), Map.entry("CANDIDA", "Candida"));

    /// Short words that are abbreviations; other words of two or three letters become lower case.
    private static final Set<String> ABBREVIATIONS = Set.of(
            "ST", "QT", "PR", "QRS", "QTC", "ECG", "EEG", "MRI", "CT", "DNA", "RNA", "HIV", "CMV", "EBV", "HBV", "HCV", "COVID",
            "SARS", "COV", "ALT", "AST", "GGT", "LDH", "CRP", "TSH", "INR", "CNS", "GI", "CRS", "ICANS", "HLH", "MAS", "SLE",
            "URTI", "LRTI", "COPD", "ARDS", "MRSA", "NSAID", "ANCA", "AIDS",
            "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "NOS", "NEC", "PCR", "UTI");

    private SentenceCase() {}

    static String of(String text) {
        if (text.chars().anyMatch(Character::isLowerCase) || !LONG_WORD.matcher(text).find()) {
            return text;
        }
        Matcher words = WORD.matcher(text);
        StringBuilder sentence = new StringBuilder();
        boolean first = true;
        while (words.find()) {
            boolean genitive = words.start() > 0 && "'’".indexOf(text.charAt(words.start() - 1)) >= 0;
            String word = genitive ? words.group().toLowerCase(Locale.ROOT) : cased(words.group());
            boolean capital = first && Character.isLowerCase(word.charAt(0));
            words.appendReplacement(
                    sentence,
                    Matcher.quoteReplacement(capital ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word));
            first = false;
        }
        return words.appendTail(sentence).toString();
    }

    private static String cased(String word) {
        boolean consonants = word.length() > 1 && !VOWEL.matcher(word).find();
        boolean letter = word.length() == 1 && !word.equals("A");
        if (ABBREVIATIONS.contains(word) || consonants || letter) {
            return word;
        }
        String name = NAMES.get(word);
        return name != null ? name : word.toLowerCase(Locale.ROOT);
    }
}
