package org.tabularium.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Breaks text into lines that fit a width: where the text has breaks, between words, after a hyphen between letters, between
/// Chinese characters (but not
/// before closing or after opening punctuation), and, where a word alone is too wide, inside it. A slash between blanks begins no
/// line, and something short behind it stays
/// with it: a date and its study day, an age and a sex.
public final class Wrap {

    private static final String NOT_FIRST = "，。、；：？！）》」』】〉…％,.;:?!)%";
    private static final char NO_BREAK = '\u00A0';
    private static final char NO_BREAK_HYPHEN = '\u2011';
    private static final String NOT_LAST = "（《「『【〈(";

    /// The longest word that stays with the slash before it: a study day such as 1024.
    private static final int SHORT = 4;

    private static final Pattern UNIT = Pattern
            .compile("(?:[kmµndc]?(?:g|L|m|mol|U|IU)|h|min|s|days?|weeks?|months?|years?)(?:[/²³·][^ ]*)?(?=\\s|$|[,.;)])");

    private static final String COMPARING = "≤≥<>=";
    private static final String BEGINS_NO_LINE = "≤≥=";
    private static final String TO = "to ";
    private static final Pattern NUMBER = Pattern.compile("[−-]?\\d");

    /// A count in parentheses.
    private static final Pattern COUNT = Pattern.compile("\\([Nn] ?= ?\\d+\\)");

    /// So often is the room halved between what fits and what does not.
    private static final int HALVINGS = 12;
    /// A code such as MDR-SRNS is not longer.
    private static final int LONGEST_CODE = 12;

    /// Fewer letters behind a hyphen begin no line.
    private static final int SHORTEST_TAIL = 3;

    private final ToDoubleFunction<String> measure;
    private final List<String> lines = new ArrayList<>();
    private final double firstWidth;
    private final double width;

    private Wrap(ToDoubleFunction<String> measure, double firstWidth, double width) {
        this.measure = measure;
        this.firstWidth = firstWidth;
        this.width = width;
    }

    /// The lines of a text.
    ///
    /// @param firstWidth room for the first line
    /// @param width room for the others, which are indented where it is less
    /// @return the lines, at least one
    public static List<String> lines(String text, double firstWidth, double width, ToDoubleFunction<String> measure) {
        if (text.indexOf('\n') < 0 && measure.applyAsDouble(text) <= firstWidth) {
            return List.of(text);
        }
        Wrap wrap = new Wrap(measure, firstWidth, width);
        for (String paragraph : text.split("\n", -1)) {
            wrap.paragraph(paragraph);
        }
        return wrap.lines;
    }

    /// The lines of a text, as many as fill the width, but about equally long: no word stands alone below a long line.
    public static List<String> balanced(String text, double width, ToDoubleFunction<String> measure) {
        List<String> balanced = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            List<String> lines = lines(paragraph, width, width, measure);
            double least = lines.size() > 1 ? Math.min(width, widestPart(paragraph, measure)) : width;
            double most = width;
            for (int i = 0; i < HALVINGS && lines.size() > 1; i++) {
                double middle = (least + most) / 2;
                List<String> narrow = lines(paragraph, middle, middle, measure);
                if (narrow.size() > lines.size()) {
                    least = middle;
                } else {
                    most = middle;
                    lines = narrow;
                }
            }
            balanced.addAll(lines);
        }
        return balanced;
    }

    /// The width of the widest part that only an emergency breaks.
    public static double widestPart(String text, ToDoubleFunction<String> measure) {
        double widest = 0;
        for (String paragraph : text.split("\n", -1)) {
            for (String part : parts(paragraph)) {
                widest = Math.max(widest, measure.applyAsDouble(part.strip()));
            }
        }
        return widest;
    }

    private double room() {
        return lines.isEmpty() ? firstWidth : width;
    }

    private void paragraph(String paragraph) {
        String line = "";
        for (String part : parts(paragraph)) {
            if (fits(line + part)) {
                line += part;
            } else {
                if (!line.isBlank()) {
                    lines.add(line.stripTrailing());
                    line = "";
                }
                line = breakWord(part);
            }
        }
        lines.add(line.stripTrailing());
    }

    private boolean fits(String line) {
        return measure.applyAsDouble(line.stripTrailing()) <= room() + 1e-6;
    }

    /// Adds lines of a word as long as it is too wide; gives what is left of it.
    private String breakWord(String word) {
        String rest = word;
        while (!fits(rest)) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length() && fits(rest.substring(0, rest.offsetByCodePoints(end, 1)))) {
                end = rest.offsetByCodePoints(end, 1);
            }
            if (end >= rest.length()) {
                return rest;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end);
        }
        return rest;
    }

    /// The text cut at each place where a line may end; a part keeps the spaces behind it.
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (mayBreak(text, i)) {
                parts.add(text.substring(start, i));
                start = i;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /// The text for programs that break lines themselves: blanks and hyphens at which no line may end are such as end none, each
    /// in the place of its own.
    public static String joined(String text) {
        StringBuilder joined = new StringBuilder(text);
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && text.charAt(i + 1) != ' ' && !mayBreak(text, i + 1)) {
                joined.setCharAt(i, NO_BREAK);
            } else if (c == '-' && isWithinAWord(text, i) && !mayBreak(text, i + 1)) {
                joined.setCharAt(i, NO_BREAK_HYPHEN);
            }
        }
        return joined.toString();
    }

    private static boolean isWithinAWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at - 1))
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    private static boolean mayBreak(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (after == ' ' || isWithinACount(text, at)) {
            return false;
        }
        if (before == ' ') {
            return after != '/' && !(text.startsWith("/ ", at - 2) && isShort(text, at)) && !isOfANumber(text, at)
                    && !isOfAStatistic(text, at) && !isOfAComparison(text, at) && !isOfARange(text, at);
        }
        if ((before == '-' || before == '/') && at >= 3 && Character.isLetter(after)) {
            return Character.isLetter(text.charAt(at - 2)) && Character.isLetter(text.charAt(at - 3)) && !isOfACode(text, at)
                    && !isWithinAUnit(text, at) && !(before == '-' && isTail(text, at));
        }
        boolean chinese = isChinese(before) || isChinese(after);
        return chinese && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0;
    }

    /// Whether what begins here goes on with a number: its unit, the sign of its power and the power.
    private static boolean isOfANumber(String text, int at) {
        if (text.charAt(at) == '×' || text.startsWith("× ", at - 2)) {
            return true;
        }
        return at >= 2 && Character.isDigit(text.charAt(at - 2)) && UNIT.matcher(text).region(at, text.length()).lookingAt();
    }

    /// Whether the word here is a unit behind a number: "0.15 mg/kg/day".
    private static boolean isWithinAUnit(String text, int at) {
        int from = text.lastIndexOf(' ', at) + 1;
        return from > 0 && isOfANumber(text, from);
    }

    /// Whether what follows a hyphen is too short to stand on a line of its own: "Follow-up".
    private static boolean isTail(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - at < SHORTEST_TAIL;
    }

    private static boolean isWithinACount(String text, int at) {
        int open = text.lastIndexOf('(', at - 1);
        if (open < 0) {
            return false;
        }
        Matcher count = COUNT.matcher(text).region(open, text.length());
        return count.lookingAt() && at < count.end();
    }

    /// Whether the word here is short and all in capitals.
    private static boolean isOfACode(String text, int at) {
        int from = text.lastIndexOf(' ', at) + 1;
        int blank = text.indexOf(' ', at);
        int to = blank < 0 ? text.length() : blank;
        return to - from <= LONGEST_CODE && text.chars().skip(from).limit(to - from).noneMatch(Character::isLowerCase);
    }

    /// Whether what begins here goes on with the name of a statistic: "n (%)", "95% CI".
    private static boolean isOfAStatistic(String text, int at) {
        return text.startsWith("(%)", at) || text.startsWith("% CI", at - 2);
    }

    /// Whether what begins here goes on with a comparison: "grade ≤2", "ANC < 1.0", "SD = standard deviation".
    private static boolean isOfAComparison(String text, int at) {
        boolean behindSign = at >= 2 && COMPARING.indexOf(text.charAt(at - 2)) >= 0 && (at == 2 || text.charAt(at - 3) == ' ');
        return behindSign || BEGINS_NO_LINE.indexOf(text.charAt(at)) >= 0;
    }

    /// Whether what begins here goes on with a range of numbers: "days −5 to −3".
    private static boolean isOfARange(String text, int at) {
        int word = text.startsWith(TO, at) ? at : at - TO.length();
        return word >= 2 && text.startsWith(TO, word) && Character.isDigit(text.charAt(word - 2))
                && NUMBER.matcher(text).region(word + TO.length(), text.length()).lookingAt();
    }

    /// Whether the word from here on has few characters.
    private static boolean isShort(String text, int from) {
        int end = text.indexOf(' ', from);
        return (end < 0 ? text.length() : end) - from <= SHORT;
    }

    private static boolean isChinese(char c) {
        return c >= 0x2E80 && c < 0xD800;
    }
}
