package org.tabularium.manuscript.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.language.Token.Kind;

/// Reads a text as words, numbers and signs. A name that holds digits (`SRI-4`, `CD19`, `SLEDAI-2K`) is a word.
public final class Tokens {

    /// Words before a hyphen and a number that are no part of a name.
    private static final Set<String> COUNTED = Set.of("grade", "grades", "week", "weeks", "month", "months", "day", "days",
            "year",
            "visit", "cycle");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    public static List<Token> of(String text) {
        Tokens reader = new Tokens(plain(text));
        reader.read();
        return reader.tokens;
    }

    /// The same text, character by character, with plain signs.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            plain.setCharAt(i, plain(text, i));
        }
        return plain.toString();
    }

    private static char plain(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '\u00a0', '\u2007', '\u2009', '\u200a', '\u202f', '\t' -> ' ';
            case '·', '∙', '⋅', '•' -> isBetweenDigits(text, at) ? '.' : c;
            case '−', '–', '—', '‐', '‑' -> '-';
            case '×', '∗' -> '*';
            case '’', '‘' -> '\'';
            case '⩾', '≧' -> '≥';
            case '⩽', '≦' -> '≤';
            default -> c;
        };
    }

    private static boolean isBetweenDigits(String text, int at) {
        return at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u200b' || c == '\ufeff') {
                at++;
            } else if (isDigit(c)) {
                at = number(at);
            } else if (Character.isLetter(c)) {
                at = word(at);
            } else if (SUPERSCRIPTS.indexOf(c) >= 0) {
                at = exponent(at);
            } else {
                add(Kind.SIGN, at, at + 1, null);
                at++;
            }
        }
    }

    private int number(int start) {
        int end = digits(start);
        while (end + 3 < text.length() && text.charAt(end) == ',' && digits(end + 1) == end + 4 && end - start <= 3) {
            end += 4;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            return section(start, end);
        }
        add(Kind.NUMBER, start, end, new BigDecimal(text.substring(start, end).replace(",", "")));
        return end;
    }

    /// `14.2.1` is the name of a section, a table or a version.
    private int section(int start, int from) {
        int end = from;
        while (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        add(Kind.WORD, start, end, null);
        return end;
    }

    private int digits(int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int exponent(int start) {
        int end = start;
        StringBuilder digits = new StringBuilder();
        while (end < text.length() && SUPERSCRIPTS.indexOf(text.charAt(end)) >= 0) {
            digits.append(SUPERSCRIPTS.indexOf(text.charAt(end)));
            end++;
        }
        boolean ofTen = start >= 2 && text.startsWith("10", start - 2) && (start == 2 || !isDigit(text.charAt(start - 3)));
        if (!ofTen) {
            return end; // a mark, or the power of a unit
        }
        tokens.add(new Token(Kind.SIGN, "^", "^", start, start, null));
        tokens.add(new Token(Kind.NUMBER, digits.toString(), digits.toString(), start, end, new BigDecimal(digits.toString())));
        return end;
    }

    private int word(int start) {
        Optional<SpokenShares.Share> share = SpokenShares.at(text, start);
        if (share.isPresent()) {
            return share(start, share.get());
        }
        int end = start;
        while (end < text.length() && ((Character.isLetterOrDigit(text.charAt(end)) && SUPERSCRIPTS.indexOf(text.charAt(end)) < 0)
                || isApostrophe(end))) {
            end++;
        }
        while (isName(start, end) && end + 1 < text.length() && text.charAt(end) == '-' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
        }
        return addWord(start, end);
    }

    /// "two thirds" is 67 and a percent sign that is not printed.
    private int share(int start, SpokenShares.Share share) {
        add(Kind.NUMBER, start, share.end(), BigDecimal.valueOf(share.percent()));
        tokens.add(new Token(Kind.SIGN, "%", "%", share.end(), share.end(), null));
        return share.end();
    }

    /// A number word takes its second half with it: `twenty-two`.
    private int addWord(int start, int end) {
        if (end < text.length() && text.charAt(end) == '-') {
            int second = end + 1;
            while (second < text.length() && Character.isLetter(text.charAt(second))) {
                second++;
            }
            Optional<BigDecimal> both = NumberWords.value(text.substring(start, second));
            if (both.isPresent()) {
                add(Kind.NUMBER, start, second, both.get());
                return second;
            }
        }
        Optional<BigDecimal> value = NumberWords.value(text.substring(start, end));
        add(value.isPresent() ? Kind.NUMBER : Kind.WORD, start, end, value.orElse(null));
        return end;
    }

    /// The apostrophe within a word.
    private boolean isApostrophe(int at) {
        return text.charAt(at) == '\'' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    /// Whether a hyphen and digits behind the word belong to it: it has a capital within, and is nothing that is counted.
    private boolean isName(int start, int end) {
        String word = text.substring(start, end);
        return !COUNTED.contains(word.toLowerCase(Locale.ROOT)) && word.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private void add(Kind kind, int start, int end, @Nullable BigDecimal number) {
        String printed = text.substring(start, end);
        String stem = kind == Kind.WORD ? Stem.of(printed) : printed;
        tokens.add(new Token(kind, printed, stem, start, end, number));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
