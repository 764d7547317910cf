package org.tabularium.shell.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A column of a listing.
///
/// @param header the header's text, `\n` where a line break stands
/// @param source where its cells come from
/// @param parts what the header calls each variable of the source; empty where it is one text
/// @param inAbstract the header in a congress abstract; empty for the same
public record ListingColumn(String header, Source source, List<String> parts, String inAbstract) {

    /// A column whose header is one text.
    public ListingColumn(String header, Source source) {
        this(header, source, List.of());
    }

    /// A column whose header is the same everywhere.
    ListingColumn(String header, Source source, List<String> parts) {
        this(header, source, parts, "");
    }

    /// The column with another header in a congress abstract.
    ///
    /// @param other empty for the same
    ListingColumn inAbstract(String other) {
        return new ListingColumn(header, source, parts, other);
    }

    /// A column whose header names its variables one by one.
    static ListingColumn ofParts(List<String> parts, Source source) {
        return new ListingColumn(header(parts), source, parts);
    }

    private static String header(List<String> parts) {
        String joined = String.join(" / ", parts);
        return joined.isEmpty() ? "" : joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    /// The column with a header of the variables that were collected alone.
    public ListingColumn ofCollected(Predicate<String> collected) {
        if (source instanceof Source.Values(List<String> variables) && variables.size() == parts.size()) {
            List<String> named = IntStream.range(0, parts.size()).filter(i -> collected.test(variables.get(i)))
                    .mapToObj(parts::get).toList();
            return new ListingColumn(header(named), source, parts, inAbstract);
        }
        return this;
    }

    /// The column with other variables in place of its own.
    public ListingColumn with(UnaryOperator<String> other) {
        return source instanceof Source.Values(List<String> variables)
                ? new ListingColumn(header, new Source.Values(variables.stream().map(other).toList()), parts, inAbstract)
                : this;
    }

    /// The column without some variables; empty where it has no others.
    ///
    /// @param left those that are left out
    public Optional<ListingColumn> without(Predicate<String> left) {
        if (!(source instanceof Source.Values(List<String> variables)) || variables.stream().noneMatch(left)) {
            return Optional.of(this);
        }
        List<String> kept = variables.stream().filter(left.negate()).toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        if (parts.size() == variables.size()) {
            List<String> named = IntStream.range(0, parts.size()).filter(i -> !left.test(variables.get(i))).mapToObj(parts::get)
                    .toList();
            return Optional.of(new ListingColumn(header(named), new Source.Values(kept), named, inAbstract));
        }
        return Optional.of(new ListingColumn(header, new Source.Values(kept), List.of(), inAbstract));
    }

    /// Where a cell comes from.
    public sealed interface Source {

        /// The values of variables of the listed dataset, else of ADSL, joined by ` / `; those the study lacks are passed over.
        record Values(List<String> variables) implements Source {}

        /// The value of the first variable that the record has: a value, else its text.
        record First(List<String> variables) implements Source {}

        /// The subject's arm.
        record Treatment() implements Source {}

        /// What of special interest an event is.
        record Interest() implements Source {}

        /// The subject's worst grade of a term, as a Roman numeral where `roman`; no event is a missing value.
        record WorstGrade(String term, boolean roman) implements Source {}

        /// The subject's value of a parameter at baseline or at the last visit that has one.
        record ParameterValue(String parameter, At at) implements Source {}
    }

    /// Which visit's value.
    public enum At {
        BASELINE, LAST
    }
}
