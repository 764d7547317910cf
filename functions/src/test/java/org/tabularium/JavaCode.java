package org.tabularium;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code of a source file as far as the rules of [CodeRulesTest] look at it. Comments, strings and type arguments are blanked
/// out, and every other character stays where it was.
final class JavaCode {
    /// What a rule passes over, whichever begins first: comments, text blocks, strings and characters.
    private static final Pattern SILENT = Pattern.compile(String.join("|",
            "//[^\\n]*",
            "/\\*.*?\\*/",
            "\"\"\"[^\"\\\\]*+(?:(?:\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+\"\"\"",
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"",
            "'(?:\\\\.|[^'\\\\])++'"), Pattern.DOTALL);

    private static final String TYPE = "(?:@\\w+\\s+)?[\\w.]+(?:\\s*\\[])*";
    private static final String BOUND = "(?:\\s+(?:extends|super)\\s+TYPE(?:\\s*&\\s*TYPE)*)?";
    private static final String ARGUMENT = "\\s*(?:@\\w+\\s+)?(?:\\?|TYPE)BOUND\\s*";

    /// The innermost `<…>` of types.
    private static final Pattern TYPES = Pattern.compile("<(?:ARGUMENT(?:,ARGUMENT)*)?>"
            .replace("ARGUMENT", ARGUMENT).replace("BOUND", BOUND).replace("TYPE", TYPE));

    /// What changes where an expression begins or ends.
    private static final Pattern MARK = Pattern.compile("[?(\\[{)\\]},;]|->|(?<![=!<>])=(?!=)|\\b(?:return|yield|throw)\\b");

    /// Two words in a text.
    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,}[,;:]?\\s+[a-z]{2,}");

    /// What a text for people that is in no table stands in.
    private static final Pattern REFUSAL = Pattern.compile("Exception\\s*\\(|\\bNotEstimable\\s*\\(|\\bFinding\\b");

    private final String source;
    private final String code;

    JavaCode(String source) {
        this.source = source;
        code = withoutTypes(SILENT.matcher(source).replaceAll(silent -> Matcher.quoteReplacement(blank(silent.group(), ' '))));
    }

    /// The numbers of the lines in which a conditional expression stands within another: in its condition or in one of its two
    /// values, with or without parentheses. What stands in braces, such as the body of a lambda, is for itself.
    List<Integer> nestedConditionals() {
        List<Integer> lines = new ArrayList<>();
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(false));
        Matcher mark = MARK.matcher(code);
        while (mark.find()) {
            Level level = levels.element();
            switch (mark.group()) {
                case "(", "[" -> levels.push(new Level(level.within()));
                case "{" -> levels.push(new Level(false));
                case ")", "]" -> {
                    levels.pop();
                    levels.element().holds |= level.conditional || level.holds;
                }
                case "}" -> {
                    levels.pop();
                    levels.element().holds = false;
                }
                case "?" -> {
                    if (level.within() || level.holds) {
                        lines.add(line(mark.start()));
                    }
                    level.conditional = true;
                }
                case ",", ";" -> {
                    level.conditional = false;
                    level.holds = false;
                }
                default -> level.holds = false;
            }
        }
        return lines;
    }

    /// The numbers of the lines with a text of two or more words that is in no finding, exception or note of what cannot be
    /// estimated.
    List<Integer> sentences() {
        List<Integer> lines = new ArrayList<>();
        Matcher silent = SILENT.matcher(source);
        while (silent.find()) {
            boolean text = silent.group().startsWith("\"") && SENTENCE.matcher(silent.group()).find();
            if (text && !REFUSAL.matcher(statement(silent.start())).find()) {
                lines.add(line(silent.start()));
            }
        }
        return lines;
    }

    /// The code from the beginning of a statement up to a place in it.
    private String statement(int place) {
        int begin = place;
        while (begin > 0 && ";{}".indexOf(code.charAt(begin - 1)) < 0) {
            begin--;
        }
        return code.substring(begin, place);
    }

    private int line(int place) {
        return 1 + (int) source.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    private static String withoutTypes(String code) {
        String before = code;
        String after = TYPES.matcher(before).replaceAll(types -> blank(types.group(), '_'));
        while (!after.equals(before)) {
            before = after;
            after = TYPES.matcher(before).replaceAll(types -> blank(types.group(), '_'));
        }
        return after;
    }

    private static String blank(String text, char blank) {
        return String.valueOf(blank).repeat(text.length());
    }

    /// A pair of parentheses or braces.
    private static final class Level {
        private final boolean around;
        private boolean conditional;
        private boolean holds;

        /// @param around whether it stands in a part of a conditional expression
        private Level(boolean around) {
            this.around = around;
        }

        private boolean within() {
            return around || conditional;
        }
    }
}
