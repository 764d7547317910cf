package org.tabularium.result.display;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rows of one kind promise to those who look at them without knowing the kind: reconciliation, the stub's header,
/// footnotes.
///
/// @param traits what holds of them
/// @param cells what their cells hold, as the stub's header says it
/// @param stubLevels the variables whose levels name the rows, from outer to inner, where the stub's header names them
/// @param recounted which of their counts can be counted once more from the records; null for none
public record RowsPromise(Set<Trait> traits, Cells cells, List<String> stubLevels, @Nullable Recounted recounted) {

    /// What may hold of rows.
    public enum Trait {
        /// A count's filter says all of who is counted, so that equal filters give equal counts.
        FILTER_SAYS_ALL,
        /// Some levels are not shown, so that those shown may add up to less.
        SOME_LEVELS_HIDDEN,
        /// They are by toxicity grade.
        GRADED
    }

    /// What cells hold.
    public enum Cells {
        /// What each row says itself.
        OF_ROW,
        COUNT_PERCENT, COUNT_PERCENT_EVENTS, FRACTION
    }

    /// Counts that can be counted once more from the records of the dataset.
    ///
    /// @param label the last level of the rows; empty for rows without a level
    /// @param all whether every one of the dataset must be in the table
    public record Recounted(String label, boolean all) {}

    /// Rows that promise nothing.
    public static final RowsPromise NONE = new RowsPromise(Set.of(), Cells.OF_ROW, List.of(), null);

    public static RowsPromise of(Trait... traits) {
        return new RowsPromise(Set.of(traits), Cells.OF_ROW, List.of(), null);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public RowsPromise with(Trait trait) {
        Set<Trait> more = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
        more.add(trait);
        return new RowsPromise(more, cells, stubLevels, recounted);
    }

    public RowsPromise with(Cells holding) {
        return new RowsPromise(traits, holding, stubLevels, recounted);
    }

    public RowsPromise withStubLevels(List<String> variables) {
        return new RowsPromise(traits, cells, List.copyOf(variables), recounted);
    }

    public RowsPromise with(Recounted again) {
        return new RowsPromise(traits, cells, stubLevels, again);
    }

    /// Which counts can be counted once more.
    public Optional<Recounted> counts() {
        return Optional.ofNullable(recounted);
    }
}
