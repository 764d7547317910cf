package org.tabularium.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clause;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;

/// Gives the results of a run their keys, each its own. Limits, p-values and estimates that several methods make have the method
/// as qualifier; what still has the key of an
/// earlier result of its display gets a number, from 2.
public final class ResultKeys {

    private final Map<String, Integer> given = new HashMap<>();
    /// Of the result before, with which the next mostly has it in common.
    private Variable variable = new Variable("", null, List.of());
    private String variableText = text(variable);
    private Groups groups = new Groups(Map.of(), null);
    private String groupsText = "";
    private Place place = new Place("", variableText, groupsText);
    private String cell = text(place);

    /// What a result is of.
    private record Variable(String dataset, @Nullable String name, List<String> level) {}

    /// Whose it is.
    ///
    /// @param row of a listing, by its place in the dataset
    private record Groups(Map<String, String> levels, @Nullable String row) {}

    /// A cell.
    private record Place(String display, String variable, String groups) {}

    /// The key of the next result.
    ///
    /// @param display the display's id
    public ResultKey next(String display, Result result) {
        String of = cell(display, result);
        String qualifier = qualifier(result);
        String text = of + "|" + result.statistic().word() + qualifier;
        int number = given.merge(text, 1, Integer::sum);
        if (number == 1) {
            return new ResultKey(text, qualifier.isEmpty() ? of : of + qualifier);
        }
        String more = (qualifier.isEmpty() ? "|" : ".") + number;
        return new ResultKey(text + more, of + qualifier + more);
    }

    private String cell(String display, Result result) {
        Variable nextVariable = new Variable(result.dataset(), result.variable(), result.level());
        if (!nextVariable.equals(variable)) {
            variable = nextVariable;
            variableText = text(nextVariable);
        }
        Groups nextGroups = new Groups(result.groups(), row(result));
        if (!nextGroups.equals(groups)) {
            groups = nextGroups;
            groupsText = text(nextGroups);
        }
        Place next = new Place(display, variableText, groupsText);
        if (!next.equals(place)) {
            place = next;
            cell = text(next);
        }
        return cell;
    }

    private static String text(Place place) {
        return place.display + "|" + place.variable + "|" + place.groups;
    }

    private static String text(Variable variable) {
        String name = variable.name == null ? "" : variable.name;
        StringJoiner levels = new StringJoiner(">");
        variable.level.forEach(level -> levels.add(encoded(level)));
        return encoded(variable.dataset) + "." + encoded(name) + "=" + levels;
    }

    private static @Nullable String row(Result result) {
        String row = null;
        for (Clause clause : result.selection().clauses().all()) {
            if (clause instanceof Clause.Named(Criterion criterion, List<String> values) && criterion == Criterion.RECORD) {
                row = values.getLast();
            }
        }
        return row;
    }

    /// The grouping variables sorted by name.
    private static String text(Groups groups) {
        Map<String, String> levels = new TreeMap<>(groups.levels);
        if (groups.row != null) {
            levels.put("row", groups.row);
        }
        StringBuilder joined = new StringBuilder();
        for (Map.Entry<String, String> group : levels.entrySet()) {
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
