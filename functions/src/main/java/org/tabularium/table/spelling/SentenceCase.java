package org.tabularium.table.spelling;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that datasets hold in upper case, as a reader expects them: "LOST TO FOLLOW-UP" is "Lost to follow-up".
///
/// Names and abbreviations keep their form ("ST depression", "Black or African American"), and so do codes: what has a digit or a
/// hyphen ("B12", "KN5601-A"). A short word is an
/// abbreviation unless it is a known English one.
public final class SentenceCase {

    private static final Pattern PIECE = Pattern.compile("[^\\s]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{Lu}{4,}");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYÄÖÜÉÈÀ]");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    /// Words before a hyphen that make no code of what follows.
    private static final Pattern BEFORE_HYPHEN = Pattern.compile(
            "\\(?(?:NON|RE|PRE|POST|FOLLOW|SELF|WELL|LONG|SHORT|MID|HALF|ONE|TWO|THREE|ON|OFF|OVER|UNDER|NEVER|EX|SUB|SEMI|STUDY|DRUG|DOSE)"
                    + "-\\p{Lu}{2,}.*|\\(?(?:LIFE|INTER|INTRA|MULTI|LOW|HIGH|END|TREATMENT|PLACEBO|STEROID|CO|\\p{Lu})-\\p{Lu}{4,}.*"
                    + "|\\(?ANTI-\\p{Lu}*[AEIOU]\\p{Lu}+.*");

    /// An A that is no article: at the end, or behind what has kinds.
    private static final Pattern LETTER_A = Pattern
            .compile("(?U)(\\w) a(?=$|[,;)])|(?i:\\b(hepatitis|influenza|vitamin|cohort|group|arm|type|part|stage|class|grade|"
                    + "level|factor|immunoglobulin|category|phase|streptococcus|protein)) a\\b");

    /// Words that are names.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AFRICAN", "African"), Map.entry("AMERICAN", "American"), Map.entry("AMERICA", "America"),
            Map.entry("ASIAN", "Asian"), Map.entry("HISPANIC", "Hispanic"), Map.entry("LATINO", "Latino"),
            Map.entry("ALASKA", "Alaska"), Map.entry("INDIAN", "Indian"), Map.entry("HAWAIIAN", "Hawaiian"),
            Map.entry("PACIFIC", "Pacific"), Map.entry("NATIVE", "Native"), Map.entry("ISLANDER", "Islander"),
            Map.entry("JAPANESE", "Japanese"), Map.entry("CHINESE", "Chinese"), Map.entry("CAUCASIAN", "Caucasian"),
            Map.entry("ALZHEIMER", "Alzheimer"), Map.entry("PARKINSON", "Parkinson"), Map.entry("CROHN", "Crohn"),
            Map.entry("RAYNAUD", "Raynaud"), Map.entry("STEVENS", "Stevens"), Map.entry("JOHNSON", "Johnson"),
            Map.entry("BARRETT", "Barrett"), Map.entry("EPSTEIN", "Epstein"), Map.entry("BARR", "Barr"),
            Map.entry("CLOSTRIDIUM", "Clostridium"), Map.entry("CANDIDA", "Candida"),
            Map.entry("AFRICA", "Africa"), Map.entry("ASIA", "Asia"), Map.entry("EUROPE", "Europe"),
            Map.entry("EUROPEAN", "European"), Map.entry("CHINA", "China"), Map.entry("JAPAN", "Japan"),
            Map.entry("KOREA", "Korea"), Map.entry("KOREAN", "Korean"), Map.entry("INDIA", "India"),
            Map.entry("YORK", "York"), Map.entry("ZEALAND", "Zealand"), Map.entry("HONG", "Hong"),
            Map.entry("KONG", "Kong"), Map.entry("TAIWAN", "Taiwan"), Map.entry("SINGAPORE", "Singapore"),
            Map.entry("AUSTRALIA", "Australia"), Map.entry("CANADA", "Canada"), Map.entry("MEXICO", "Mexico"),
            Map.entry("BRAZIL", "Brazil"), Map.entry("FRANCE", "France"), Map.entry("GERMANY", "Germany"),
            Map.entry("SPAIN", "Spain"), Map.entry("ITALY", "Italy"), Map.entry("HAN", "Han"),
            Map.entry("ARAB", "Arab"), Map.entry("JEWISH", "Jewish"), Map.entry("TURKISH", "Turkish"),
            Map.entry("UYGHUR", "Uyghur"), Map.entry("MONGOLIAN", "Mongolian"), Map.entry("TIBETAN", "Tibetan"),
            Map.entry("VIETNAMESE", "Vietnamese"), Map.entry("FILIPINO", "Filipino"), Map.entry("THAI", "Thai"),
            Map.entry("GERMAN", "German"), Map.entry("FRENCH", "French"));

    /// Abbreviations of four letters and more.
    private static final Set<String> ABBREVIATIONS = Set.of("COVID", "SARS", "ICANS", "URTI", "LRTI", "COPD", "ARDS", "NSAID",
            "ANCA", "AIDS",
            "VIII", "HSIL", "LSIL", "NAFLD", "NASH", "EORTC", "RECIST", "ECOG", "SLEDAI", "BILAG", "LLDAS", "DORIS", "BICLA",
            "CTCAE", "ASTCT",
            "MEDDRA", "NYHA", "CHOP", "EGFR", "HFPEF", "HFREF", "IGAN", "EGPA", "NMOSD", "MOGAD", "CIDP", "AIHA", "DMARD",
            "DMARDS", "NSAIDS", "PASI",
            "EASI", "DLQI", "CLASI", "ECMO", "LVEF", "HBSAG", "ELISA", "VEGF", "MACE", "BCMA", "SUSAR", "HBEAG", "DLBCL", "NSCLC",
            "CAKUT", "GERD", "STEMI", "NSTEMI", "CABG",
            "PCOS", "UACR", "UPCR", "ASCVD", "EULAR", "SLICC", "APACHE", "SOFA", "IGRA", "ESRD", "ESKD", "MGUS", "IFTA");

    /// Classes and stages ("IIIA"), of four letters and more.
    private static final Pattern ROMAN = Pattern.compile("X{0,2}(?:IX|IV|V?I{0,3})[A-D]?");

    /// English words of two and three letters; others are abbreviations.
    private static final Set<String> SHORT = Set
            .copyOf(List.of(("A ALL AN AND ANY ARE ARM AS AT BAD BE BED BIG BUT BY CAN DAY DID DO DRY DUE DUG EAR EAT END "
                    + "EYE FAR FAT FEW FOR GOT GUT HAD HAS HER HIM HIP HIS HIT HOT IF IN IS IT ITS JAW JOB LAB LAW LEG LET LIP LOW MAN MAY MEN MET MIX NEW NO NOR "
                    + "NOT NOW OF OFF OFT OIL OLD ON ONE OR OUR OUT OWN PAY PEN PER PUT RAN RAW RED RIB RUN SAW SAY SEE SET SEX SHE SIX SO SUB SUM SUN TEA TEN THE "
                    + "MAX MED MIN MOD NEG NIL POS AGE AGO AIR CUT GAP ILL KEY LOT NUT ODD "
                    + "TO TOE TOO TOP TRY TWO UP USE VIA WAS WAY WE WEB WET WHO WHY WITH YES YET YOU").split(" ")));

    private SentenceCase() {}

    /// Whether values in capitals are words and no codes or abbreviations: one has a word of four letters and more, or all are
    /// short English words.
    public static boolean areWords(Collection<String> values) {
        boolean anyLong = values.stream().anyMatch(value -> PIECE.matcher(value).results()
                .anyMatch(piece -> !isCode(piece.group())
                        && WORD.matcher(piece.group()).results().anyMatch(w -> isLongWord(w.group()))));
        boolean allShort = !values.isEmpty() && values.stream().allMatch(value -> WORD.matcher(value).find()
                && WORD.matcher(value).results().allMatch(word -> word.group().length() > 1 && SHORT.contains(word.group())));
        return anyLong || allShort;
    }

    /// One text by itself: in sentence case where it is in capitals and has a word.
    public static String of(String text) {
        return areWords(List.of(text)) ? ofWords(text) : text;
    }

    /// A value of a variable whose values are words ([#areWords]); with a lower-case letter it stays as it is.
    public static String ofWords(String text) {
        if (text.chars().anyMatch(Character::isLowerCase)) {
            return text;
        }
        String cased = PIECE.matcher(text).replaceAll(piece -> Matcher.quoteReplacement(
                isCode(piece.group()) ? piece.group() : ofPiece(piece.group())));
        cased = LETTER_A.matcher(cased).replaceAll(found -> found.group().substring(0, found.group().length() - 1) + "A");
        Matcher first = WORD.matcher(cased);
        return first.find() && Character.isLowerCase(cased.charAt(first.start())) && !isCode(firstPiece(text))
                ? cased.substring(0, first.start()) + cased.substring(first.start(), first.start() + 1).toUpperCase(Locale.ROOT)
                        + cased.substring(first.start() + 1)
                : cased;
    }

    private static String firstPiece(String text) {
        return PIECE.matcher(text).results().findFirst().map(piece -> piece.group()).orElse("");
    }

    private static boolean isLongWord(String word) {
        return LONG_WORD.matcher(word).matches() && isNoAbbreviation(word);
    }

    private static boolean isNoAbbreviation(String word) {
        return VOWEL.matcher(word).find() && !ABBREVIATIONS.contains(word) && !ROMAN.matcher(word).matches();
    }

    private static boolean isCode(String piece) {
        return DIGIT.matcher(piece).find() || (piece.indexOf('-') > 0 && !BEFORE_HYPHEN.matcher(piece).matches());
    }

    private static String ofPiece(String piece) {
        return WORD.matcher(piece).replaceAll(word -> {
            boolean genitive = word.start() > 0 && "'’".indexOf(piece.charAt(word.start() - 1)) >= 0;
            boolean afterHyphen = word.start() > 0 && piece.charAt(word.start() - 1) == '-';
            boolean beforeHyphen = word.end() < piece.length() && piece.charAt(word.end()) == '-';
            boolean letter = beforeHyphen && word.group().length() == 1;
            if (letter) {
                return word.group();
            }
            return genitive || afterHyphen || beforeHyphen ? word.group().toLowerCase(Locale.ROOT) : cased(word.group());
        });
    }

    private static String cased(String word) {
        String name = NAMES.get(word);
        if (name != null) {
            return name;
        }
        boolean isWord = word.length() < 4 ? SHORT.contains(word) : isNoAbbreviation(word);
        return isWord ? word.toLowerCase(Locale.ROOT) : word;
    }
}
