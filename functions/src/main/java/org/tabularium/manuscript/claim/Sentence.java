package org.tabularium.manuscript.claim;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.manuscript.language.Token;

/// A sentence as it is understood.
///
/// @param tokens all of them
/// @param claims in their order
/// @param mentions in their order
/// @param unread tokens that are numbers of nothing known
public record Sentence(List<Token> tokens, List<Claim> claims, List<Mention> mentions, List<Integer> unread) {

    /// Where sentences end. A semicolon ends one too, since what it parts is said by itself.
    public static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (ends(tokens, i)) {
                sentences.add(tokens.subList(from, i + 1));
                from = i + 1;
            }
        }
        if (from < tokens.size()) {
            sentences.add(tokens.subList(from, tokens.size()));
        }
        return sentences;
    }

    private static boolean ends(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.kind() != Token.Kind.SIGN) {
            return false;
        }
        if (token.text().equals(";") || token.text().equals("!") || token.text().equals("?")) {
            return isOutside(tokens, i);
        }
        if (!token.text().equals(".")) {
            return false;
        }
        if (i + 1 == tokens.size()) {
            return true;
        }
        Token before = tokens.get(Math.max(0, i - 1));
        Token after = tokens.get(i + 1);
        boolean abbreviated = before.is("vs") || before.is("approx") || before.is("e") || before.is("g") || before.is("i")
                || (before.is("no") && after.isNumber());
        boolean starts = after.start() > token.end() && !Character.isLowerCase(after.text().charAt(0));
        return starts && !abbreviated;
    }

    /// Within a parenthesis a semicolon parts no sentences.
    private static boolean isOutside(List<Token> tokens, int at) {
        int depth = 0;
        for (int i = at; i >= 0 && !tokens.get(i).text().equals("."); i--) {
            depth += tokens.get(i).text().equals(")") ? -1 : 0;
            depth += tokens.get(i).text().equals("(") ? 1 : 0;
        }
        return depth <= 0;
    }
}
