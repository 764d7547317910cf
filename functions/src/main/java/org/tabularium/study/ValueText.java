package org.tabularium.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;

/// Single values of columns as text, as a person would write them down.
public final class ValueText {

    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\u00a0]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]");
    /// Up to here a double holds every whole number.
    private static final double EXACT = 0x1p53;
    private static final char LAST_PLAIN = '~';
    private static final MathContext WITHOUT_NOISE = new MathContext(12);

    private ValueText() {}

    /// The value as text: text without surrounding blanks; a number in its shortest form without binary noise (0.67, 13,
    /// 1200000); empty where
    /// missing.
    public static String text(Column column, int row) {
        return switch (column) {
            case TextColumn text -> text.value(row).strip();
            case NumericColumn number -> number.isMissing(row) ? "" : number(number.value(row));
        };
    }

    /// The texts of a column's rows, for asking about many: each distinct text is looked into once.
    public static IntFunction<String> texts(Column column) {
        if (!(column instanceof TextColumn text)) {
            return row -> text(column, row);
        }
        String[] byCode = text.dictionary().stream().map(String::strip).toArray(String[]::new);
        return row -> byCode[text.code(row)];
    }

    /// The texts of a column's rows in their order, each made when it is asked for.
    public static List<String> list(Column column) {
        return new AbstractList<>() {
            @Override
            public String get(int row) {
                return text(column, row);
            }

            @Override
            public int size() {
                return column.size();
            }
        };
    }

    /// A name without regard to letter case, to blanks of any kind and to the kind of its dashes: what makes two spellings of an
    /// arm the same arm.
    public static String folded(String name) {
        return isPlain(name) ? name.toLowerCase(Locale.ROOT) : foldedLetters(name);
    }

    /// Whether all letters are ASCII and none is a blank.
    private static boolean isPlain(String name) {
        int at = 0;
        while (at < name.length() && name.charAt(at) > ' ' && name.charAt(at) <= LAST_PLAIN) {
            at++;
        }
        return at == name.length();
    }

    private static String foldedLetters(String name) {
        return DASHES.matcher(BLANKS.matcher(name).replaceAll("")).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /// A number in its shortest decimal form, rounded to 12 significant digits so that binary noise does not show. Whole numbers
    /// that a double holds to the last
    /// digit have all of them; larger ones are powers of ten (`7.2E+75`), since no digit is shown that nobody knows.
    public static String number(double value) {
        if (value == StrictMath.rint(value) && Math.abs(value) <= EXACT) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(WITHOUT_NOISE).stripTrailingZeros();
        return Math.abs(value) > EXACT ? rounded.toString() : rounded.toPlainString();
    }
}
