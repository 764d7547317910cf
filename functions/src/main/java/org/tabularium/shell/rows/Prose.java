package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.yaml.YamlWords;

/// A text with live numbers, in place of rows: sentences with slots that name results of the report's tables.
///
/// @param sentences in order
public record Prose(List<Sentence> sentences) implements DeclaredRows {

    public static final RowsDeclaration<Prose> DECLARATION = RowsDeclaration.of("text", Prose.class,
            VariablesOf.RECORDS,
            list -> new Prose(
                    StreamSupport.stream(list.spliterator(), false).map(Prose::sentence).toList()));

    @Override
    public boolean isFilteredByShell() {
        return false;
    }

    @Override
    public boolean hasSubgroups() {
        return false;
    }

    /// A sentence. It stands in the text where each of its slots finds a number.
    ///
    /// @param say the words, `{name}` for a slot, `{name:patient|patients}` for a word that agrees with its number
    /// @param paragraph whether a new paragraph begins with it
    /// @param slots by name
    public record Sentence(String say, boolean paragraph, Map<String, Slot> slots) {}

    /// How a slot is printed.
    public enum Form {
        /// the number of the statistic
        VALUE,
        /// `14 (78%) of 18`
        OF,
        /// `14 (78%)`
        PART,
        /// `20/22`
        FRACTION,
        /// counts of several levels added up
        SUM,
        /// the first visit that counts somebody: its number
        FIRST_VISIT,
        /// the greatest value of a listing's column
        MAX,
        /// a part for each arm
        ARMS,
        /// a part for each level of the variable that counts somebody
        LEVELS,
        /// a part for each grade that somebody has
        GRADES
    }

    /// What names a result.
    ///
    /// @param table id of the table
    /// @param variable null for any
    /// @param parameter PARAMCD; null for none
    /// @param level as results have it; empty for any
    /// @param visit null for none
    /// @param statistic its word
    /// @param form how it is printed
    /// @param except a level that is left out
    /// @param item what each part says, with `{n}`, `{of}`, `{name}` and `{roman}`
    /// @param last what stands before the last part
    /// @param unit the unit of time that the sentence says; a result in another one is not meant; null for none
    public record Slot(String table, @Nullable String variable, @Nullable String parameter, List<String> level,
            @Nullable String visit, String statistic, Form form, @Nullable String except, String item, String last,
            @Nullable String unit) {}

    /// The tables that its slots name.
    public List<String> tables() {
        return sentences.stream().flatMap(s -> s.slots().values().stream()).map(Slot::table).distinct().toList();
    }

    private static Sentence sentence(JsonNode map) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        map.path("slots").properties().forEach(entry -> slots.put(entry.getKey(), slot(entry.getValue())));
        return new Sentence(map.path("say").asText(), map.path("paragraph").asBoolean(), slots);
    }

    private static Slot slot(JsonNode map) {
        JsonNode level = map.path("level");
        return new Slot(
                map.path("table").asText(),
                YamlWords.text(map.path("variable")),
                YamlWords.text(map.path("parameter")),
                level.isTextual() ? List.of(level.asText()) : YamlWords.list(level),
                YamlWords.text(map.path("at")),
                map.path("statistic").asText("count"),
                YamlWords.constant(Form.class, map.path("form"), Form.VALUE),
                YamlWords.text(map.path("except")),
                map.path("item").asText("{n} {name}"),
                map.path("last").asText(" and "),
                YamlWords.text(map.path("unit")));
    }
}
