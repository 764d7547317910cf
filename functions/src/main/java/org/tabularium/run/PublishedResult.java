package org.tabularium.run;

import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;

/// A result with what a reader sees of it.
///
/// @param table the table's name in files
/// @param result the statistic with its keys
/// @param key its name from run to run
/// @param text the displayed cell that shows it; null where it is not shown
/// @param place where that cell stands; null where it is not shown
public record PublishedResult(String table, Result result, ResultKey key, @Nullable String text, @Nullable Place place) {

    /// A result that no table shows.
    public static PublishedResult unshown(String table, Result result, ResultKey key) {
        return new PublishedResult(table, result, key, null, null);
    }
}
