package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.YesNo;

/// The answers of a parameter that is answered yes or no: by AVALC in words ([YesNo]), by AVAL (1 or 0) where AVALC is blank or
/// its word is not known.
///
/// A parameter that is answered by categories (CR, PR, SD, PD; 1 to 4) is none.
public final class ResponseAnswers {

    private static final int NAMED = 6;

    private final JoinedRecords records;

    private ResponseAnswers(JoinedRecords records) {
        this.records = records;
    }

    /// The answers of a parameter.
    ///
    /// @throws NotProducedException where the parameter is not answered yes or no; the reason names its values
    public static ResponseAnswers of(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        Set<String> odd = new TreeSet<>();
        Set<Double> numbersOfOdd = new TreeSet<>();
        Set<Double> numbers = new TreeSet<>();
        boolean understood = false;
        BitSet rows = parameter.rows();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            String text = text(records, row);
            double number = AnalysisValue.number(records, row);
            if (text.isEmpty()) {
                if (!Double.isNaN(number)) {
                    numbers.add(number);
                }
            } else if (YesNo.of(text).isPresent()) {
                understood = true;
            } else {
                odd.add(text);
                numbersOfOdd.add(number);
            }
        }
        if (!understood && odd.isEmpty() && !Set.of(0.0, 1.0).containsAll(numbers)) {
            throw refusal(parameter, numbers.stream().map(ValueText::number).toList());
        }
        boolean two = odd.size() <= 2 && numbersOfOdd.equals(Set.of(0.0, 1.0));
        if (!understood && !odd.isEmpty() && !two) {
            throw refusal(parameter, List.copyOf(odd));
        }
        return new ResponseAnswers(records);
    }

    private static NotProducedException refusal(BdsParameter parameter, List<String> values) {
        return new NotProducedException(new RecordObstacle.NotYesOrNo(parameter.theirs(),
                values.stream().limit(NAMED).toList(), values.size() > NAMED));
    }

    /// Whether a parameter is answered yes or no.
    public static boolean isAnswered(BdsParameter parameter) {
        try {
            ResponseAnswers answers = of(parameter);
            return parameter.rows().stream().anyMatch(row -> answers.of(row).isPresent());
        } catch (NotProducedException e) {
            return false;
        }
    }

    /// The answer of a record; empty where it says neither.
    public Optional<Boolean> of(int row) {
        double number = AnalysisValue.number(records, row);
        return YesNo.of(text(records, row))
                .or(() -> number == 0 || number == 1 ? Optional.of(number == 1) : Optional.empty());
    }

    /// What says yes in some records: the words of AVALC that do, or AVAL where the word does not say it.
    public Clauses yes(BitSet rows) {
        Set<String> words = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        rows.stream().filter(row -> of(row).orElse(false)).forEach(row -> {
            String text = text(records, row);
            boolean byWord = YesNo.of(text).isPresent();
            (byWord ? words : numbers).add(byWord ? text : ValueText.number(AnalysisValue.number(records, row)));
        });
        if (words.isEmpty()) {
            return numbers.isEmpty() ? Clauses.equal("AVALC", "Y") : Clauses.equal("AVAL", numbers.iterator().next());
        }
        Clauses byWord = words.size() == 1
                ? Clauses.equal("AVALC", words.iterator().next())
                : Clauses.of(new Clause.Compare("AVALC", Comparator.IN, List.copyOf(words)));
        return numbers.isEmpty()
                ? byWord
                : Clauses.of(new Clause.Any(List.of(byWord, Clauses.equal("AVAL", numbers.iterator().next()))));
    }

    private static String text(JoinedRecords records, int row) {
        return records.field("AVALC").map(f -> f.text(row).strip()).orElse("");
    }
}
