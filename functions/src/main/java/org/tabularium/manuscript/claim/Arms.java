package org.tabularium.manuscript.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.claim.Mention.OfArm;
import org.tabularium.manuscript.language.Token;
import org.tabularium.manuscript.language.Tokens;

/// Finds the arms of a study in a sentence: by their names, or as doses such as `0.3×10⁵/kg`.
public final class Arms {

    /// Each arm with the ways to name it, as stems.
    private final Map<String, List<List<String>>> names = new LinkedHashMap<>();
    private final Map<String, Dose> doses = new LinkedHashMap<>();

    /// @param mantissa such as 0.3
    /// @param exponent of ten
    private record Dose(BigDecimal mantissa, int exponent, int start, int end) {

        boolean isSame(Dose other) {
            return mantissa.compareTo(other.mantissa) == 0 && exponent == other.exponent;
        }
    }

    public Arms(Collection<String> arms) {
        Map<String, List<String>> full = new LinkedHashMap<>();
        for (String arm : arms) {
            List<Token> tokens = Tokens.of(arm);
            Dose dose = dose(tokens, 0);
            if (dose != null) {
                doses.put(arm, dose);
            } else {
                full.put(arm, tokens.stream().map(Token::stem).toList());
            }
        }
        full.forEach((arm, name) -> names.put(arm, shorter(arm, name, full)));
    }

    /// What arms begin with in common needs no saying, and a first word that no other arm has is enough.
    private static List<List<String>> shorter(String arm, List<String> name, Map<String, List<String>> all) {
        List<List<String>> ways = new ArrayList<>();
        ways.add(name);
        List<List<String>> others = all.entrySet().stream().filter(o -> !o.getKey().equals(arm)).map(Map.Entry::getValue)
                .toList();
        int common = others.stream().mapToInt(o -> common(o, name)).max().orElse(0);
        if (common > 0 && common < name.size()) {
            ways.add(name.subList(common, name.size()));
        }
        if (name.size() > 1 && Character.isLetter(name.getFirst().charAt(0)) && name.getFirst().length() > 3
                && others.stream().noneMatch(o -> o.contains(name.getFirst()))) {
            ways.add(List.of(name.getFirst()));
        }
        return ways;
    }

    private static int common(List<String> one, List<String> other) {
        int i = 0;
        while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
            i++;
        }
        return i;
    }

    List<OfArm> in(List<Token> tokens) {
        List<OfArm> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Dose dose = doses.isEmpty() ? null : dose(tokens, i);
            if (dose != null && dose.start() == i && isOfStudy(dose)) {
                found.add(new OfArm(i, dose.end(), i, armOf(dose)));
                i = dose.end() - 1;
                continue;
            }
            OfArm named = named(tokens, i);
            if (named != null) {
                found.add(named);
                i = named.end() - 1;
            }
        }
        return found;
    }

    /// Whether it is an arm's, or might be mistaken for one: a number of the same power of ten.
    private boolean isOfStudy(Dose dose) {
        return doses.values().stream().anyMatch(d -> d.exponent() == dose.exponent());
    }

    private @Nullable String armOf(Dose dose) {
        return doses.entrySet().stream().filter(e -> e.getValue().isSame(dose)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private @Nullable OfArm named(List<Token> tokens, int at) {
        OfArm best = null;
        for (Map.Entry<String, List<List<String>>> arm : names.entrySet()) {
            for (List<String> name : arm.getValue()) {
                int end = at + name.size();
                if (end <= tokens.size() && tokens.subList(at, end).stream().map(Token::stem).toList().equals(name)
                        && (best == null || best.end() < end)) {
                    best = new OfArm(at, end, tokens.get(at).isNumber() ? at : -1, arm.getKey());
                }
            }
        }
        return best;
    }

    /// `0.3 * 10 ^ 5`, also with the exponent run into the ten as `105` by a lost superscript.
    private @Nullable Dose dose(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size() || !tokens.get(at).hasDigits() || !tokens.get(at + 1).text().equals("*")) {
            return null;
        }
        Token ten = tokens.get(at + 2);
        if (!ten.hasDigits() || !ten.text().startsWith("10")) {
            return null;
        }
        BigDecimal mantissa = Objects.requireNonNull(tokens.get(at).number());
        int end = at + 3;
        if (ten.text().length() > 2) {
            return unit(tokens, new Dose(mantissa, Integer.parseInt(ten.text().substring(2)), at, end));
        }
        if (end + 1 < tokens.size() && tokens.get(end).text().equals("^") && tokens.get(end + 1).hasDigits()) {
            return unit(tokens, new Dose(mantissa, Integer.parseInt(tokens.get(end + 1).text()), at, end + 2));
        }
        return null;
    }

    private static Dose unit(List<Token> tokens, Dose dose) {
        boolean perWeight = dose.end() + 1 < tokens.size() && tokens.get(dose.end()).text().equals("/")
                && tokens.get(dose.end() + 1).is("kg");
        return perWeight ? new Dose(dose.mantissa(), dose.exponent(), dose.start(), dose.end() + 2) : dose;
    }
}
