package org.tabularium.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.tabularium.result.Clause;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;

/// Gives the results of a run their keys, each its own. Limits, p-values and estimates that several methods make have the method
/// as qualifier; what still has the key of an
/// earlier result of its display gets a number, from 2.
public final class ResultKeys {

    private final Map<String, Integer> given = new HashMap<>();

    /// The key of the next result.
    ///
    /// @param display the display's id
    public ResultKey next(String display, Result result) {
        String cell = display + "|" + what(result) + "|" + groups(result);
        String qualifier = qualifier(result);
        String text = cell + "|" + result.statistic().word() + qualifier;
        int number = given.merge(text, 1, Integer::sum);
        String separator = qualifier.isEmpty() ? "|" : ".";
        String more = number == 1 ? "" : separator + number;
        return new ResultKey(text + more, cell + qualifier + more);
    }

    private static String what(Result result) {
        String variable = result.variable() == null ? "" : result.variable();
        StringJoiner levels = new StringJoiner(">");
        result.level().forEach(level -> levels.add(encoded(level)));
        return encoded(result.dataset()) + "." + encoded(variable) + "=" + levels;
    }

    /// The grouping variables sorted by name; a listing's row by its place in the dataset.
    private static String groups(Result result) {
        Map<String, String> groups = new TreeMap<>(result.groups());
        for (Clause clause : result.selection().clauses().all()) {
            if (clause instanceof Clause.Named(Criterion criterion, List<String> values) && criterion == Criterion.RECORD) {
                groups.put("row", values.getLast());
            }
        }
        StringBuilder joined = new StringBuilder();
        for (Map.Entry<String, String> group : groups.entrySet()) {
            joined.append(joined.isEmpty() ? "" : "&").append(encoded(group.getKey())).append('=')
                    .append(encoded(group.getValue()));
        }
        return joined.toString();
    }

    private static String qualifier(Result result) {
        return result.statistic().onlyMethod().isPresent() ? "" : "|" + result.method().id().id();
    }

    /// Percent-encoded UTF-8: everything but letters, digits and `-._~` (RFC 3986's unreserved characters).
    private static String encoded(String text) {
        int plain = 0;
        while (plain < text.length() && isUnreserved(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
                || letter == '-' || letter == '.' || letter == '_' || letter == '~';
    }
}
