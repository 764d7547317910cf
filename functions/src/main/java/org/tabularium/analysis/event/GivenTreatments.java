package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.rows.DeclaredEvents;

/// Which events were treated with what, as far as the data say so: by a flag (Y), else by the words of AEACNOTH and AECONTRT.
public final class GivenTreatments {

    /// Where a treatment is named where there is no flag: other action taken, concomitant treatment given.
    public static final List<String> TEXTS = List.of("AEACNOTH", "AECONTRT");

    private GivenTreatments() {}

    /// The events that were treated.
    ///
    /// @return empty where the dataset has neither the flag nor, in any record, one of the words: then nothing is known of the
    ///     treatment, and zero would be a claim
    static Optional<Filter> of(DeclaredEvents.Given given, JoinedRecords records) {
        Optional<Column> flag = records.dataset().column(given.flag());
        if (flag.isPresent()) {
            return records.field(given.flag()).map(f -> new Filter(f.is("Y"), Clauses.equal(given.flag(), "Y")));
        }
        BitSet named = new BitSet();
        List<String> words = given.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        TEXTS.stream()
                .flatMap(variable -> records.dataset().column(variable).stream())
                .flatMap(column -> column instanceof TextColumn text ? Stream.of(text) : Stream.empty())
                .forEach(column -> IntStream.range(0, records.size()).filter(naming(column, words)).forEach(named::set));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new Filter(named::get, Clauses.of(Criterion.NAMES_TREATMENT,
                        Stream.concat(Stream.of(String.join(",", TEXTS)), words.stream()).toArray(String[]::new))));
    }

    /// Whether a row's text has one of the words in it; each distinct text is looked into once.
    private static IntPredicate naming(TextColumn column, List<String> words) {
        BitSet codes = new BitSet();
        for (int code = 0; code < column.dictionary().size(); code++) {
            String text = column.dictionary().get(code).toLowerCase(Locale.ROOT);
            codes.set(code, words.stream().anyMatch(text::contains));
        }
        return row -> codes.get(column.code(row));
    }
}
