package org.tabularium.validation.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// An event does not stand twice under two numbers (AESEQ): the same term of the same subject from the same day to the same day,
/// with the same grade, severity and whatever else tells two such events apart. Events without a day of start are not compared.
public final class RenumberedEvents implements Rule {

    private static final Finding PATTERN = Finding.warning("EVENT_TWICE", "").of("AESEQ").remedy("keep one row an event");

    /// An odd number whose bits are spread; keys that are equal by chance are looked at again.
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final String NUMBER = "AESEQ";
    private static final List<String> TERMS = List.of("AETERM", "AEDECOD");
    private static final List<String> STARTS = List.of("ASTDTM", "ASTDT", "AESTDTC");
    private static final List<String> OTHERS = List.of("AENDTM", "AENDT", "AEENDTC", "ATOXGR", "AETOXGR", "ASTCTGR", "AESEV",
            "ASEV", "AESER", "AELOC", "AELAT", "AESPID", "TRTEMFL", "TRTA", "APERIOD");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).stream().filter(name -> study.has(name, NUMBER)).forEach(name -> {
            requested.ask(name, NUMBER);
            Stream.of(TERMS, STARTS, OTHERS).forEach(variables -> requested.ask(name, variables));
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study())).forEach(events -> check(events, findings));
    }

    private static void check(ExaminedDataset events, Consumer<Finding> findings) {
        Optional<Column> number = events.column(NUMBER);
        List<Column> terms = columns(events, TERMS);
        List<Column> starts = columns(events, STARTS);
        if (number.isEmpty() || terms.isEmpty() || starts.isEmpty()) {
            return;
        }
        List<Column> all = Stream.of(terms, starts, columns(events, OTHERS)).flatMap(List::stream).toList();
        long[] keys = new long[events.rows()];
        BitSet dated = new BitSet();
        RowSubjects subjects = events.subjects();
        for (int row = 0; row < keys.length; row++) {
            int subject = subjects.of(row);
            if (subject != StudyData.UNKNOWN && isAny(terms, row) && isAny(starts, row)) {
                dated.set(row);
                keys[row] = key(all, subject, row);
            }
        }
        Map<Long, List<Integer>> alike = new HashMap<>();
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row : ofSeveral(keys, dated)) {
                List<Integer> before = alike.computeIfAbsent(keys[row], key -> new ArrayList<>());
                Optional<Integer> first = before.stream().filter(other -> subjects.of(other) == subjects.of(row)
                        && isSame(all, other, row) && !isSame(List.of(number.get()), other, row)).findFirst();
                first.ifPresent(other -> rows.add(row, at -> ValueText.text(number.get(), at),
                        at -> "is the number of an event that "
                                + events.other(other, at)
                                + " has under another: one term, the same dates, and nothing else tells"
                                + " the two apart; the numbers of events count both"));
                before.add(row);
            }
        }
    }

    /// The rows whose key is that of others too: few in any study.
    private static int[] ofSeveral(long[] keys, BitSet rows) {
        long[] sorted = rows.stream().mapToLong(row -> keys[row]).sorted().toArray();
        long[] several = IntStream.range(1, sorted.length).filter(i -> sorted[i] == sorted[i - 1]).mapToLong(i -> sorted[i])
                .distinct().toArray();
        return rows.stream().filter(row -> Arrays.binarySearch(several, keys[row]) >= 0).toArray();
    }

    private static List<Column> columns(ExaminedDataset events, List<String> variables) {
        return variables.stream().flatMap(variable -> events.column(variable).stream()).toList();
    }

    private static boolean isAny(List<Column> columns, int row) {
        for (Column column : columns) {
            if (!column.isMissing(row)) {
                return true;
            }
        }
        return false;
    }

    private static long key(List<Column> columns, int subject, int row) {
        long key = subject;
        for (Column column : columns) {
            key = key * FACTOR + switch (column) {
                case TextColumn text -> text.code(row);
                case NumericColumn numbers -> numbers.isMissing(row) ? -1 : Double.doubleToLongBits(numbers.value(row));
            };
        }
        return key;
    }

    private static boolean isSame(List<Column> columns, int one, int other) {
        return columns.stream().allMatch(column -> switch (column) {
            case TextColumn text -> text.code(one) == text.code(other);
            case NumericColumn numbers -> numbers.isMissing(one) == numbers.isMissing(other)
                    && (numbers.isMissing(one) || numbers.value(one) == numbers.value(other));
        });
    }
}
