package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.VariablesOf;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlWords;

/// A variable that somebody wrote into a shell or into an entry of `tables:`, with its place, so that a slip can be told where it
/// stands.
///
/// @param name as it is written
/// @param where whose variable it is
/// @param file name for messages
/// @param line of the name
/// @param key the keys that lead to it, joined by dots
public record NamedVariable(String name, VariablesOf where, String file, int line, String key) {

    /// Covariates, strata, doses and subgroups are named in the reason of a table that is not made.
    private static final Set<String> LISTS = Set.of("nest", "sort", "value");
    private static final Set<String> OF_SUBJECTS = Set.of("variables", "by");
    private static final Set<String> CONDITIONS = Set.of("where", "among");

    private static final Set<String> NO_VARIABLES = Set.of(Shell.BY_TREATMENT, Shell.BY_COHORT, Shell.BY_NONE);

    /// All of a shell, or of the parameters of an entry of `tables:`, which the schema finds no fault in.
    public static List<NamedVariable> of(YamlMap map) {
        List<NamedVariable> found = new ArrayList<>();
        new Walk(map, found).walk("", map.node(), "");
        return found;
    }

    private record Walk(YamlMap map, List<NamedVariable> found) {

        /// @param kind of the rows that the node is in; empty outside
        void walk(String pointer, JsonNode node, String kind) {
            node.properties().forEach(entry -> {
                String key = entry.getKey();
                String below = pointer + "/" + key;
                JsonNode value = entry.getValue();
                if (CONDITIONS.contains(key)) {
                    condition(below, value, ofCondition(key, pointer, kind));
                } else if (LISTS.contains(key) && !value.isObject()) {
                    names(below, value, VariablesOf.RECORDS);
                } else if (OF_SUBJECTS.contains(key) && !value.isObject()) {
                    names(below, value, VariablesOf.SUBJECTS);
                } else {
                    walk(below, value, DeclaredKinds.words().contains(key) ? key : kind);
                }
            });
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                walk(pointer + "/" + i, node.path(i), kind);
            }
        }

        /// The own `where` of rows about parameters looks at ADSL, their other conditions at parameters.
        private static VariablesOf ofCondition(String key, String pointer, String kind) {
            VariablesOf conditions = DeclaredKinds.conditions(kind);
            boolean own = key.equals("where") && pointer.endsWith("/" + kind);
            return conditions == VariablesOf.PARAMETER && own ? VariablesOf.SUBJECTS : conditions;
        }

        private void condition(String pointer, JsonNode condition, VariablesOf where) {
            condition.properties().forEach(entry -> {
                String below = pointer + "/" + entry.getKey();
                switch (entry.getKey()) {
                    case "and", "or" -> {
                        for (int i = 0; i < entry.getValue().size(); i++) {
                            condition(below + "/" + i, entry.getValue().path(i), where);
                        }
                    }
                    case "not" -> condition(below, entry.getValue(), where);
                    case "term" -> {}
                    default -> add(entry.getKey(), below, where);
                }
            });
        }

        private void names(String pointer, JsonNode value, VariablesOf where) {
            List<String> names = YamlWords.list(value);
            for (int i = 0; i < names.size(); i++) {
                if (!NO_VARIABLES.contains(names.get(i))) {
                    add(names.get(i), value.isArray() ? pointer + "/" + i : pointer, where);
                }
            }
        }

        private void add(String name, String pointer, VariablesOf where) {
            String key = pointer.substring(1).replaceAll("/[0-9]+(?=/|$)", "").replace('/', '.');
            found.add(new NamedVariable(name, where, map.file(), map.lineOf(pointer), key));
        }
    }
}
