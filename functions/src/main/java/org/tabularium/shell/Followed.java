package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of subjects with a value after baseline that meets a condition and is followed within some days by a value of another
/// parameter that meets another, as Hy's law says of transaminases and bilirubin.
///
/// @param heading of the rows
/// @param first what is followed
/// @param then what follows it, on the same day or later
/// @param within days at most between the two
/// @param label of the row of those who have both so
/// @param meanwhile what the values of a further parameter do from the first to the other; null for no such row
public record Followed(String heading, Measured first, Measured then, int within, String label, @Nullable Measured meanwhile)
        implements
            DeclaredRows {

    /// A condition on the values of some parameters.
    ///
    /// @param label of its row
    /// @param parameters PARAMCDs, of which each one's values count
    public record Measured(String label, List<String> parameters, @Nullable Condition where) {

        private static Measured of(JsonNode map) {
            return new Measured(map.path("label").asText(), YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")));
        }

        /// The condition with the label.
        public DeclaredRows.Labelled condition() {
            return new DeclaredRows.Labelled(label, where);
        }
    }

    public static final RowsDeclaration<Followed> DECLARATION = RowsDeclaration.of("followed", Followed.class,
            NamedVariable.Of.PARAMETER,
            map -> new Followed(
                    map.path("heading").asText(),
                    Measured.of(map.path("first")),
                    Measured.of(map.path("then")),
                    map.path("within").asInt(),
                    map.path("label").asText(),
                    map.has("meanwhile") ? Measured.of(map.path("meanwhile")) : null));

    /// What is measured, in order.
    public List<Measured> measured() {
        return Stream.of(first, then, meanwhile).flatMap(Stream::ofNullable).toList();
    }

    @Override
    public List<String> parameters() {
        return measured().stream().flatMap(one -> one.parameters().stream()).toList();
    }

    @Override
    public boolean hasParameters() {
        return true;
    }
}
