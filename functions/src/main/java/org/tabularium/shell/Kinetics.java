package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Rows about the course of a concentration or a count of cells in each subject: its maximum, when that was, the area under it
/// and how long it could be quantified.
///
/// @param parameters PARAMCDs in order; those the study lacks are passed over
/// @param until the last day, counted from day zero as 0, whose values are in the area
/// @param rows what is shown, in order
public record Kinetics(List<String> parameters, int until, List<Row> rows) implements DeclaredRows {

    private static final int USUAL_UNTIL = 28;

    /// What of a course a row shows.
    public enum Of {
        MAXIMUM,
        /// The day of the first maximum, day zero being 0.
        TIME_OF_MAXIMUM,
        /// The area by the linear trapezoidal rule.
        AREA,
        /// The last day with a quantifiable value, day zero being 0.
        LAST_QUANTIFIABLE
    }

    /// One row.
    ///
    /// @param label also the level of its results
    /// @param statistics lines below it beside n
    public record Row(String label, Of of, List<String> statistics) {}

    public static final RowsDeclaration<Kinetics> DECLARATION = RowsDeclaration.of("kinetics", Kinetics.class,
            NamedVariable.Of.PARAMETER,
            map -> new Kinetics(
                    YamlWords.list(map.path("parameters")),
                    map.path("until").asInt(USUAL_UNTIL),
                    rows(map.path("rows"))));

    private static List<Row> rows(JsonNode list) {
        List<Row> rows = new ArrayList<>();
        list.forEach(row -> rows.add(new Row(row.path("label").asText(), YamlWords.constant(Of.class, row.path("of").asText()),
                YamlWords.list(row.path("statistics")))));
        return List.copyOf(rows);
    }

    @Override
    public boolean hasParameters() {
        return true;
    }

    @Override
    public List<String> statistics() {
        return rows.stream().flatMap(row -> row.statistics().stream()).toList();
    }
}
