package org.tabularium.study.define;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The values that a variable may have, in their order, and what they stand for.
public final class CodeList {

    /// Any value may be had: no list, or that of an external dictionary.
    public static final CodeList NONE = new CodeList(List.of());

    /// What looks like a code and not like a word: one token with a digit or an underscore in it, or of at most three characters.
    private static final Pattern CODE = Pattern.compile("\\S{1,3}|(?=\\S*[0-9_])\\S+");

    private final List<Code> codes;
    private final Map<String, Integer> places = new HashMap<>();

    /// One value.
    ///
    /// @param value as the data have it
    /// @param decode what it stands for; empty for none
    public record Code(String value, String decode) {}

    /// @param codes in their order
    public CodeList(List<Code> codes) {
        this.codes = List.copyOf(codes);
        for (int i = 0; i < codes.size(); i++) {
            places.putIfAbsent(key(codes.get(i).value()), i);
        }
    }

    public List<Code> codes() {
        return codes;
    }

    public boolean isEmpty() {
        return codes.isEmpty();
    }

    /// Whether a value is in it. Numbers are compared as numbers: 1, 1.0 and 01 are one.
    public boolean has(String value) {
        return places.containsKey(key(value));
    }

    /// Where a value stands; behind all where it is not in the list.
    public int place(String value) {
        return places.getOrDefault(key(value), Integer.MAX_VALUE);
    }

    /// Whether it says an order: one that is not merely the alphabet's, in which programs write lists that nobody has put in
    /// order.
    public boolean isInOrder() {
        List<String> values = codes.stream().map(code -> code.value().toLowerCase(Locale.ROOT)).toList();
        return values.size() > 1 && !values.equals(values.stream().sorted().toList());
    }

    /// What is printed in place of a value that is a code, or of one in capitals whose decode differs in letter case only. A word
    /// stays as the data have it: what MILD stands for in NCI's dictionary is no better name of it.
    public Optional<String> printed(String value) {
        Integer place = places.get(key(value));
        if (place == null) {
            return Optional.empty();
        }
        String decode = codes.get(place).decode();
        String written = value.strip();
        boolean spelled = decode.equalsIgnoreCase(written);
        boolean better = spelled
                ? isInCapitals(written) && !isInCapitals(decode)
                : CODE.matcher(written).matches() && !decode.isEmpty();
        return better ? Optional.of(decode) : Optional.empty();
    }

    private static boolean isInCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /// Whether its values are numbers of which each stands for a word.
    public boolean isOfCodedNumbers() {
        return !codes.isEmpty() && codes.stream()
                .allMatch(code -> number(code.value()).isPresent() && !code.decode().isEmpty()
                        && number(code.decode()).isEmpty());
    }

    private static String key(String value) {
        return number(value).map(BigDecimal::toPlainString).orElse(value.strip());
    }

    private static Optional<BigDecimal> number(String value) {
        String stripped = value.strip();
        return stripped.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")
                ? Optional.of(new BigDecimal(stripped).stripTrailingZeros())
                : Optional.empty();
    }
}
