package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.EventRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition;

/// Says of how many events the relationship to the treatment is missing or in words that nothing classifies, where a table
/// counts related or unrelated ones, and of how many nobody says whether they are serious, where it counts serious ones.
final class EventAnswers {

    private static final String SERIOUS = "AESER";
    /// How many words that nothing classifies a footnote names.
    private static final int WORDS_NAMED = 5;

    private EventAnswers() {}

    static void add(TableFrame frame, TableRecords table, TableBody body) {
        addRelationship(frame, table, body);
        addSeriousness(frame, table, body);
    }

    private static void addSeriousness(TableFrame frame, TableRecords table, TableBody body) {
        JoinedRecords records = table.records();
        Optional<JoinedColumn> serious = records.collected(SERIOUS);
        if (counts(frame.shell(), EventAnswers::asksForSerious) && serious.isPresent()) {
            BitSet base = asksForSerious(frame.shell().where())
                    ? without(frame, records, EventAnswers::asksForSerious)
                    : table.selected();
            long missing = base.stream().filter(row -> serious.get().isMissing(row)).count();
            if (missing > 0) {
                body.remarks.add(new EventRemark.MissingSeriousness(missing));
            }
        }
    }

    /// Whether a table or one of its rows counts records that a condition asks for.
    private static boolean counts(Shell shell, Predicate<@Nullable Condition> asks) {
        return asks.test(shell.where())
                || shell.rows().stream().flatMap(rows -> rows.recordConditions().stream()).anyMatch(asks);
    }

    /// Says how many events have no relationship where related ones are counted.
    private static void addRelationship(TableFrame frame, TableRecords table, TableBody body) {
        Shell shell = frame.shell();
        JoinedRecords records = table.records();
        boolean counted = counts(shell, EventAnswers::asks);
        Optional<JoinedColumn> related = records.collected("AREL");
        if (counted && related.isPresent()) {
            BitSet base = asks(shell.where()) ? without(frame, records, EventAnswers::asks) : table.selected();
            int treatments = records.data().study().settings().records().relatednessOf().size();
            if (treatments > 1) {
                body.remarks.add(new EventRemark.RelatedToAny());
            }
            RelationWords relatedness = RelationWords.of(records.data().settings(), "AREL");
            long missing = 0;
            long unknown = 0;
            TreeSet<String> words = new TreeSet<>();
            for (int row = base.nextSetBit(0); row >= 0; row = base.nextSetBit(row + 1)) {
                String word = related.get().text(row);
                RelationWords.Answer answer = relatedness.of(word);
                missing += answer == RelationWords.Answer.MISSING ? 1 : 0;
                if (answer == RelationWords.Answer.UNKNOWN) {
                    unknown++;
                    words.add(word.strip());
                }
            }
            if (missing > 0) {
                body.remarks.add(new EventRemark.MissingRelationship(missing, relatedness.missingCounts()));
            }
            if (unknown > 0) {
                body.remarks.add(new EventRemark.UnclassifiedRelationship(unknown,
                        words.stream().limit(WORDS_NAMED).toList(), relatedness.missingCounts()));
            }
        }
    }

    /// The records that the table would have if it did not ask for some of them.
    ///
    /// @param asks what asks for those
    private static BitSet without(TableFrame frame, JoinedRecords records, Predicate<Condition> asks) {
        List<Condition> rest = frame.shell().where() instanceof Condition.And(List<Condition> all) ? flat(all) : List.of();
        Filter filter = Filter.of(new Condition.And(rest.stream().filter(asks.negate()).toList()), records)
                .orElse(Filter.EVERYTHING);
        return SelectedRecords.ofPopulation(records, records.select(filter), frame.population());
    }

    private static List<Condition> flat(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(c -> c instanceof Condition.And(List<Condition> inner) ? flat(inner).stream() : Stream.of(c))
                .toList();
    }

    /// Whether a condition asks for the relationship of events to the treatment.
    private static boolean asks(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.Named named -> named.set().equals("related") || named.set().equals("unrelated");
            case Condition.And and -> and.conditions().stream().anyMatch(EventAnswers::asks);
            case Condition.Or or -> or.conditions().stream().anyMatch(EventAnswers::asks);
            case Condition.Not not -> asks(not.condition());
            case Condition.Compare compare -> false;
            case Condition.Missing missing -> false;
            case Condition.Term term -> false;
        };
    }

    /// Whether a condition asks for serious events.
    private static boolean asksForSerious(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.And and -> and.conditions().stream().anyMatch(EventAnswers::asksForSerious);
            case Condition.Or or -> or.conditions().stream().anyMatch(EventAnswers::asksForSerious);
            case Condition.Not not -> asksForSerious(not.condition());
            case Condition.Compare compare -> compare.variable().equals(SERIOUS);
            case Condition.Named named -> false;
            case Condition.Missing missing -> false;
            case Condition.Term term -> false;
        };
    }
}
