package org.tabularium.shell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text with live numbers, in place of rows: sentences with slots that name results of the report's tables.
///
/// @param sentences in order
public record DeclaredText(List<Sentence> sentences) implements DeclaredRows {

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
    public record Slot(String table, @Nullable String variable, @Nullable String parameter, List<String> level,
            @Nullable String visit, String statistic, Form form, @Nullable String except, String item, String last) {}

    /// The tables that its slots name.
    public List<String> tables() {
        return sentences.stream().flatMap(s -> s.slots().values().stream()).map(Slot::table).distinct().toList();
    }
}
