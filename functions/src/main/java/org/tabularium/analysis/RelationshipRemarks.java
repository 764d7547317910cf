package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
/// counts related or unrelated ones.
final class RelationshipRemarks {

    /// How many words that nothing classifies a footnote names.
    private static final int WORDS_NAMED = 5;

    private RelationshipRemarks() {}

    /// Says how many events have no relationship where related ones are counted.
    static void add(TableFrame frame, TableRecords table, TableBody body) {
        Shell shell = frame.shell();
        JoinedRecords records = table.records();
        boolean counted = asks(shell.where())
                || shell.rows().stream().flatMap(rows -> rows.recordConditions().stream()).anyMatch(RelationshipRemarks::asks);
        Optional<JoinedColumn> related = records.collected("AREL");
        if (counted && related.isPresent()) {
            BitSet base = asks(shell.where()) ? withoutRelated(shell, records, frame) : table.selected();
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

    /// The records that the table would have if it did not ask for related ones.
    private static BitSet withoutRelated(Shell shell, JoinedRecords records, TableFrame frame) {
        List<Condition> rest = shell.where() instanceof Condition.And(List<Condition> all) ? flat(all) : List.of();
        Filter filter = Filter.of(new Condition.And(rest.stream().filter(c -> !asks(c)).toList()), records)
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
            case Condition.And and -> and.conditions().stream().anyMatch(RelationshipRemarks::asks);
            case Condition.Or or -> or.conditions().stream().anyMatch(RelationshipRemarks::asks);
            case Condition.Not not -> asks(not.condition());
            case Condition.Compare compare -> false;
            case Condition.Missing missing -> false;
            case Condition.Term term -> false;
        };
    }
}
