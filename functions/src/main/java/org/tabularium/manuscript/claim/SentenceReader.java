package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.claim.Mention.OfConcepts;
import org.tabularium.manuscript.claim.Mention.OfDate;
import org.tabularium.manuscript.claim.Mention.OfGrade;
import org.tabularium.manuscript.claim.Mention.OfVisit;
import org.tabularium.manuscript.language.Grade;
import org.tabularium.manuscript.language.NumberWords;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Token;

/// Reads a sentence: first what names something (arms, levels, dates, grades, visits), then the numbers that are left.
public final class SentenceReader {

    private static final Set<String> UNCOUNTED = Set.of("table", "tables", "figure", "figures", "listing", "section", "appendix",
            "phase", "version", "ref", "reference", "protocol", "cd");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
            "nov",
            "dec");

    private final Phrasebook phrases;
    private final Arms arms;

    public SentenceReader(Phrasebook phrases, Arms arms) {
        this.phrases = phrases;
        this.arms = arms;
    }

    public Sentence read(List<Token> tokens) {
        boolean[] taken = new boolean[tokens.size()];
        List<Mention> mentions = new ArrayList<>();
        for (OfArm arm : arms.in(tokens)) {
            take(taken, arm);
            mentions.add(arm);
        }
        dates(tokens, taken, mentions);
        skip(tokens, taken);
        cited(tokens, taken);
        for (OfConcepts concepts : phrases.in(tokens)) {
            if (isFree(taken, concepts)) {
                takeNumbers(tokens, taken, concepts);
                mentions.add(concepts);
            }
        }
        grades(tokens, taken, mentions);
        visits(tokens, taken, mentions);
        mentions.sort(Comparator.comparingInt(Mention::start));
        ClaimReader reader = new ClaimReader(tokens, taken, mentions);
        return new Sentence(tokens, reader.claims(), mentions, reader.unread());
    }

    private static void take(boolean[] taken, Mention mention) {
        for (int i = mention.start(); i < mention.end(); i++) {
            taken[i] = true;
        }
    }

    private static void takeNumbers(List<Token> tokens, boolean[] taken, Mention mention) {
        for (int i = mention.start(); i < mention.end(); i++) {
            taken[i] |= tokens.get(i).isNumber() || tokens.get(i).text().equals("/");
        }
    }

    private static boolean isFree(boolean[] taken, Mention mention) {
        for (int i = mention.start(); i < mention.end(); i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static void skip(List<Token> tokens, boolean[] taken) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isNumber() && UNCOUNTED.contains(tokens.get(i - 1).text().toLowerCase(Locale.ROOT))) {
                taken[i] = true;
            }
            if (isYear(tokens, i) && isNameOfYear(tokens, i)) {
                taken[i] = true;
            }
            if (isNumber(tokens, i) && is(tokens, i + 1, "(") && i + 2 < tokens.size() && is(tokens, i + 3, ")")
                    && tokens.get(i + 2).kind() == Token.Kind.WORD && tokens.get(i + 2).text().endsWith(tokens.get(i).text())) {
                taken[i] = true; // "antigen 19 (CD19)"
            }
            if (is(tokens, i, "*") && isNumber(tokens, i - 1) && isNumber(tokens, i + 1)
                    && tokens.get(i + 1).text().startsWith("10")) {
                taken[i - 1] = true; // a power of ten whose exponent lost its place: "0.3 × 105/kg"
                taken[i + 1] = true;
            }
            if (is(tokens, i, "^") && tokens.get(i - 1).text().startsWith("10") && isNumber(tokens, i + 1)) {
                taken[i - 1] = true; // the power of ten of a unit
                taken[i + 1] = true;
            }
        }
    }

    /// "as reported [8]", "[3-5]", "[9, 16]" behind a word: works that are cited.
    private static void cited(List<Token> tokens, boolean[] taken) {
        for (int i = 1; i < tokens.size(); i++) {
            if (!is(tokens, i, "[") || tokens.get(i - 1).isNumber() || is(tokens, i - 1, ")") || is(tokens, i - 1, "%")
                    || !StatisticWords.in(wordsNear(tokens, i - 1, i)).isEmpty()) {
                continue;
            }
            int end = i + 1;
            while (isNumber(tokens, end)
                    ? tokens.get(end).isWhole() && tokens.get(end).text().length() <= 3
                    : is(tokens, end, ",") || is(tokens, end, "-") || is(tokens, end, ";")) {
                end++;
            }
            if (is(tokens, end, "]")) {
                for (int at = i + 1; at < end; at++) {
                    taken[at] |= tokens.get(at).isNumber();
                }
            }
        }
    }

    /// "ASTCT 2019", "DORIS 2021", "N Engl J Med 2021": a year behind a name.
    private static boolean isNameOfYear(List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        boolean alone = at + 1 == tokens.size() || tokens.get(at + 1).kind() == Token.Kind.SIGN
                || Character.isLowerCase(tokens.get(at + 1).text().charAt(0));
        boolean counts = is(tokens, at + 1, "(") || is(tokens, at + 1, "/") || is(tokens, at + 1, "%")
                || is(tokens, at + 1, "patients") || is(tokens, at + 1, "subjects") || is(tokens, at + 1, "of");
        return before.kind() == Token.Kind.WORD && Character.isUpperCase(before.text().charAt(0)) && month(before) < 0
                && alone && !counts;
    }

    private static int month(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        return token.kind() != Token.Kind.WORD || lower.length() < 3 ? -1 : MONTHS.indexOf(lower.substring(0, 3));
    }

    /// `Aug 21, 2023`, `21 August 2025`, `August 2025`, `2025-08-31`.
    private static void dates(List<Token> tokens, boolean[] taken, List<Mention> mentions) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isYear(tokens, i) && is(tokens, i + 1, "-") && isNumber(tokens, i + 2) && is(tokens, i + 3, "-")
                    && isNumber(tokens, i + 4)) {
                String date = "%s-%s-%s".formatted(tokens.get(i).text(), tokens.get(i + 2).text(), tokens.get(i + 4).text());
                add(taken, mentions, new OfDate(i, i + 5, i, date));
            } else if (i > 0 && isNumber(tokens, i) && tokens.get(i).text().matches("\\d{4}")) {
                date(tokens, taken, mentions, i);
            }
        }
    }

    private static void date(List<Token> tokens, boolean[] taken, List<Mention> mentions, int year) {
        int at = year - 1;
        String day = "";
        if (is(tokens, at, ",") && isDay(tokens, at - 1)) {
            day = tokens.get(at - 1).text();
            at -= 2;
        } else if (is(tokens, at, ",") || isDay(tokens, at)) {
            day = isDay(tokens, at) ? tokens.get(at).text() : "";
            at--;
        }
        if (at < 0 || month(tokens.get(at)) < 0) {
            return;
        }
        String month = String.format(Locale.ROOT, "%s-%02d", tokens.get(year).text(), month(tokens.get(at)) + 1);
        if (day.isEmpty() && isDay(tokens, at - 1)) {
            day = tokens.get(at - 1).text();
            at--;
        }
        String date = day.isEmpty() ? month : String.format(Locale.ROOT, "%s-%02d", month, Integer.parseInt(day));
        add(taken, mentions, new OfDate(at, year + 1, at, date));
    }

    private static void add(boolean[] taken, List<Mention> mentions, Mention mention) {
        if (isFree(taken, mention)) {
            take(taken, mention);
            mentions.add(mention);
        }
    }

    private static boolean isYear(List<Token> tokens, int at) {
        return isNumber(tokens, at) && tokens.get(at).text().matches("(19|20)\\d\\d");
    }

    private static boolean isDay(List<Token> tokens, int at) {
        return isNumber(tokens, at) && tokens.get(at).text().matches("[0-3]?\\d");
    }

    private static boolean isNumber(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).hasDigits();
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }

    /// `grade I`, `grade ≥3`, `grade 3 or higher`, `grades 3-4`.
    private static void grades(List<Token> tokens, boolean[] taken, List<Mention> mentions) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!tokens.get(i).is("grade") && !tokens.get(i).is("grades") && !tokens.get(i).is("gr")) {
                continue;
            }
            int at = i + 1;
            boolean least = is(tokens, at, "≥") || (is(tokens, at, ">") && is(tokens, at + 1, "="));
            at += is(tokens, at, ">") ? 2 : 0;
            at += is(tokens, at, "≥") || is(tokens, at, "-") ? 1 : 0;
            Optional<Integer> grade = at < tokens.size() && !taken[at] ? grade(tokens.get(at)) : Optional.empty();
            if (grade.isEmpty()) {
                continue;
            }
            int end = at + 1;
            Grade read = least ? Grade.atLeast(grade.get()) : Grade.of(grade.get());
            if (is(tokens, end, "or") && (is(tokens, end + 1, "higher") || is(tokens, end + 1, "worse")
                    || is(tokens, end + 1, "greater") || is(tokens, end + 1, "above") || is(tokens, end + 1, "more"))) {
                read = Grade.atLeast(grade.get());
                end += 2;
            } else
                if ((is(tokens, end, "-") || is(tokens, end, "/") || is(tokens, end, "or") || is(tokens, end, "to"))
                        && end + 1 < tokens.size() && grade.get() < 5 && grade(tokens.get(end + 1)).orElse(9) <= 5
                        && grade(tokens.get(end + 1)).orElse(0) > grade.get() && !is(tokens, end + 2, "%")) {
                            read = new Grade(grade.get(), grade(tokens.get(end + 1)).orElseThrow());
                            end += 2;
                        }
            add(taken, mentions, new OfGrade(i, end, at, read));
        }
    }

    private static Optional<Integer> grade(Token token) {
        if (token.isNumber() && token.isWhole() && token.text().length() <= 5) {
            return Optional.of(value(token).intValue());
        }
        return NumberWords.roman(token.text());
    }

    private static final Set<String> MEASURED = Set.of("was", "were", "is", "of", "median", "mean", "average", "for", "lasted",
            "aged",
            "age", "range", "iqr", "than");

    /// `at 3 months`, `3-month`, `6M`, `week 12`, `baseline`. What is measured in months or days (a median follow-up) is no
    /// visit.
    private static void visits(List<Token> tokens, boolean[] taken, List<Mention> mentions) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("baseline") && !is(tokens, i - 1, "from")) {
                mentions.add(new OfVisit(i, i + 1, -1, Timepoint.BASELINE));
            } else if (isPluralUnit(tokens, i)) {
                visitsInList(tokens, taken, mentions, i);
            } else if (token.isNumber() && !taken[i] && token.isWhole()) {
                double count = Objects.requireNonNull(token.number()).doubleValue();
                Optional<Double> before = i == 0 ? Optional.empty() : unitBefore(tokens, i);
                if (before.isPresent()) {
                    int start = is(tokens, i - 1, "-") ? i - 2 : i - 1;
                    add(taken, mentions, new OfVisit(start, i + 1, i, Timepoint.time(count, before.get())));
                    continue;
                }
                int unit = is(tokens, i + 1, "-") ? i + 2 : i + 1;
                Optional<Double> after = unit < tokens.size() && tokens.get(unit).kind() == Token.Kind.WORD
                        ? Timepoint.unit(tokens.get(unit).text())
                        : Optional.empty();
                if (after.isPresent() && !isMeasured(tokens, i, after.get())) {
                    add(taken, mentions, new OfVisit(i, unit + 1, i, Timepoint.time(count, after.get())));
                }
            }
        }
    }

    private static boolean isPluralUnit(List<Token> tokens, int at) {
        Token word = tokens.get(at);
        return word.kind() == Token.Kind.WORD && word.text().length() > 3 && word.text().endsWith("s")
                && Timepoint.unit(word.text()).isPresent() && isNumber(tokens, at + 1);
    }

    /// `weeks 12, 24 and 36`.
    private static void visitsInList(List<Token> tokens, boolean[] taken, List<Mention> mentions, int unit) {
        double days = Timepoint.unit(tokens.get(unit).text()).orElse(Timepoint.DAY);
        int at = unit + 1;
        while (isNumber(tokens, at) && !taken[at] && tokens.get(at).isWhole()) {
            add(taken, mentions, new OfVisit(at, at + 1, at, Timepoint.time(value(tokens.get(at)).doubleValue(), days)));
            at++;
            while (is(tokens, at, ",") || is(tokens, at, "and") || is(tokens, at, "or")) {
                at++;
            }
        }
    }

    private static Optional<Double> unitBefore(List<Token> tokens, int at) {
        int unit = tokens.get(at - 1).text().equals("-") && at > 1 && tokens.get(at - 1).end() == tokens.get(at).start()
                ? at - 2
                : at - 1;
        Token word = tokens.get(unit);
        return word.kind() == Token.Kind.WORD && word.text().length() > 2 && !word.text().endsWith("s")
                ? Timepoint.unit(word.text())
                : Optional.empty();
    }

    private static boolean isMeasured(List<Token> tokens, int at, double unit) {
        if (unit == Timepoint.YEAR || is(tokens, at - 1, "-") || is(tokens, at - 1, "(") || is(tokens, at - 1, "to")) {
            return true;
        }
        for (int back = at - 1; back >= Math.max(0, at - 2); back--) {
            String word = tokens.get(back).text().toLowerCase(Locale.ROOT);
            if (MEASURED.contains(word) && !(word.equals("than") || word.equals("of") || word.equals("for"))) {
                return true;
            }
            if (word.equals("of") && back == at - 1 && !is(tokens, back - 1, "minimum")) {
                return true;
            }
        }
        return false;
    }

    public static Set<String> wordsNear(List<Token> tokens, int from, int to) {
        Set<String> words = new HashSet<>();
        for (int i = Math.max(0, from); i < Math.min(tokens.size(), to); i++) {
            words.add(tokens.get(i).text().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    static BigDecimal value(Token token) {
        return Objects.requireNonNull(token.number());
    }
}
