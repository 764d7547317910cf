package org.tabularium.table.spelling;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Titles as journals print them: "Shift of laboratory values from baseline" for "Shift of Laboratory Values from Baseline".
public final class TitleCase {

    /// A word that begins large and goes on small; "B" in "B cells", the visit "Day 7", abbreviations, codes and names that end
    /// in a number ("Adas-Cog(11)") are none.
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?!Day -?\\p{N})\\p{Lu}\\p{Ll}+(?![\\p{L}\\p{N}]|(?:-\\p{Lu}\\p{Ll}+)?\\(\\p{N})");

    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)");

    private static final Pattern TIME = Pattern.compile("\\((?:Minutes|Hours|Days|Weeks|Months|Years)\\)");

    /// A word that is not left small in titles.
    private static final Pattern SMALL = Pattern
            .compile("(?<![\\p{L}\\p{N}])(?!(?:with|from|after|before|during|into|over|than|under|until|within)\\b)\\p{Ll}{4,}");

    private static final Set<String> NAMES = Set.of("Breslow", "Chinese", "Clopper", "Cochran", "Cox", "Fisher",
            "Haenszel",
            "Hy", "Kaplan", "Mantel", "Meier", "Pearson", "Wilson");

    private TitleCase() {}

    public static String sentence(String title) {
        return small(title, 1);
    }

    /// Words that stand within a title.
    public static String within(String words) {
        return small(words, 0);
    }

    /// A label of the data: as it is unless all its words but short ones begin large, one of them behind another word or an
    /// abbreviation ("QRS Duration"), which titles of columns do and names do not.
    public static String label(String label) {
        return label(label, true);
    }

    /// The same where it need not begin a sentence.
    ///
    /// @param first whether it begins one
    public static String label(String label, boolean first) {
        String words = PARENTHESES.matcher(label).replaceAll("");
        boolean titled = WORD.matcher(words).results().anyMatch(word -> word.start() > 0) && !SMALL.matcher(words).find();
        String units = TIME.matcher(label).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
        int from = first ? 1 : 0;
        return titled ? small(units, from) : units;
    }

    /// A label within a sentence: its first word is small unless it is a name, an abbreviation or a code.
    public static String begunSmall(String label) {
        Matcher first = WORD.matcher(label);
        return first.lookingAt() && !NAMES.contains(first.group())
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    /// @param from the first place where a word may begin small
    private static String small(String title, int from) {
        return WORD.matcher(title).replaceAll(found -> found.start() < from || NAMES.contains(found.group())
                ? found.group()
                : found.group().toLowerCase(Locale.ROOT));
    }
}
