package org.tabularium.statistic.proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// Fisher's exact test of a table of any size (G. H. Freeman and J. H. Halton, Biometrika 38 (1951) 141-149): the sum of the
/// probabilities, given the margins, of all
/// tables no more probable than the one observed, with R's relative tolerance of 1e-7 as in [FisherExactTest], which is the same
/// test of 2 × 2 tables. R's
/// `fisher.test`, SAS PROC FREQ's EXACT FISHER, SciPy's `fisher_exact` from 1.15 on.
///
/// A table's probability is the product of its columns' multinomial coefficients over that of the margins. The first columns are
/// filled forwards, the last ones backwards;
/// where the rows that remain are the same, tables meet, and equal probabilities are one entry (the network idea of C. R. Mehta
/// and N. R. Patel, 1983).
///
/// Not estimable where no two rows and two columns have counts, and where the table has so many fillings that the test would take
/// long (R stops with an error or
/// runs on): take the chi-square test there.
public final class FisherFreemanHalton {

    private static final double TIE = 1e-7;

    /// Logarithms of probabilities that are closer than this are of tables with one probability.
    private static final double SAME = 1e-9;

    private static final long MOST_STEPS = 6_000_000;

    private final int[] columns;
    private final double[] logFactorials;
    private final Map<List<Integer>, Completions> backwards = new HashMap<>();
    private long steps;

    /// Tables of one probability, relative to each other: its logarithm and how many there are.
    private record Tables(double log, double number) {}

    /// The probabilities of the completions of a state, ascending, and what share of all completions has at most each.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Completions(double[] logs, double[] numbers, double[] shares) {}

    private FisherFreemanHalton(int[] columns, int total) {
        this.columns = columns;
        this.logFactorials = new double[total + 1];
        ExactSum sum = new ExactSum();
        for (int i = 1; i <= total; i++) {
            sum.add(StrictMath.log(i));
            logFactorials[i] = sum.value();
        }
    }

    private static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// The two-sided p-value.
    ///
    /// @param counts a row a group, a column a level; empty rows and columns are passed over
    public static Estimate pValue(long[][] counts) {
        int[][] filled = filled(counts);
        if (filled.length < 2 || filled[0].length < 2) {
            return new Estimate.NotEstimable("the test needs two rows and two columns with counts");
        }
        if (filled.length == 2 && filled[0].length == 2) {
            return FisherExactTest.pValue(filled[0][0], filled[0][1], filled[1][0], filled[1][1]);
        }
        int[][] table = filled.length <= filled[0].length ? filled : transposed(filled);
        int[] columns = new int[table[0].length];
        for (int[] row : table) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
            }
        }
        int[] sizes = columns.clone();
        Arrays.sort(sizes);
        try {
            return new FisherFreemanHalton(sizes, Arrays.stream(columns).sum()).test(table, columns);
        } catch (TooLargeException e) {
            return new Estimate.NotEstimable("the table is too large for Fisher's exact test");
        }
    }

    private static int[][] filled(long[][] counts) {
        List<long[]> rows = Arrays.stream(counts).filter(row -> Arrays.stream(row).sum() > 0).toList();
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        List<Integer> columns = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            int at = j;
            if (rows.stream().anyMatch(row -> row[at] > 0)) {
                columns.add(j);
            }
        }
        return rows.stream()
                .map(row -> columns.stream().mapToInt(j -> Math.toIntExact(row[j])).toArray())
                .toArray(int[][]::new);
    }

    private static int[][] transposed(int[][] table) {
        int[][] turned = new int[table[0].length][table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = table[i][j];
            }
        }
        return turned;
    }

    private Estimate test(int[][] table, int[] ofTable) throws TooLargeException {
        double observed = 0;
        for (int column : ofTable) {
            observed += logFactorials[column];
        }
        List<Integer> rows = new ArrayList<>();
        for (int[] row : table) {
            rows.add(Arrays.stream(row).sum());
            for (int count : row) {
                observed -= logFactorials[count];
            }
        }
        rows.sort(null);
        int middle = columns.length / 2;
        Map<List<Integer>, SortedMap<Long, Tables>> now = new HashMap<>();
        now.put(rows, new TreeMap<>(Map.of(0L, new Tables(0, 1))));
        for (int column = 0; column < middle; column++) {
            now = forwards(now, column);
        }
        double all = completions(rows);
        ExactSum p = new ExactSum();
        for (Map.Entry<List<Integer>, SortedMap<Long, Tables>> state : now.entrySet()) {
            Completions rest = backwards(state.getKey(), middle);
            double of = completions(state.getKey());
            for (Tables past : state.getValue().values()) {
                double limit = observed + TIE - past.log;
                int at = Arrays.binarySearch(rest.logs, limit);
                int count = at >= 0 ? at + 1 : -at - 1;
                if (count > 0) {
                    p.add(past.number * StrictMath.exp(past.log + of - all) * rest.shares[count - 1]);
                }
            }
        }
        return RoundedProbability.of(Math.min(1, p.value()));
    }

    /// The logarithm of the added weights of all fillings with these rows: a multinomial coefficient.
    private double completions(List<Integer> rows) {
        int total = rows.stream().mapToInt(Integer::intValue).sum();
        return logFactorials[total] - rows.stream().mapToDouble(r -> logFactorials[r]).sum();
    }

    private Map<List<Integer>, SortedMap<Long, Tables>> forwards(Map<List<Integer>, SortedMap<Long, Tables>> before, int column)
            throws TooLargeException {
        Map<List<Integer>, SortedMap<Long, Tables>> after = new HashMap<>();
        for (Map.Entry<List<Integer>, SortedMap<Long, Tables>> state : before.entrySet()) {
            fill(state.getKey(), columns[column], (rest, log) -> {
                SortedMap<Long, Tables> at = after.computeIfAbsent(rest, s -> new TreeMap<>());
                count(state.getValue().size());
                state.getValue().values().forEach(past -> add(at, past.log + log, past.number));
            });
        }
        return after;
    }

    private Completions backwards(List<Integer> rows, int column) throws TooLargeException {
        Completions known = backwards.get(rows);
        if (known != null) {
            return known;
        }
        SortedMap<Long, Tables> tables = new TreeMap<>();
        if (column == columns.length - 1) { // what remains is the last column
            add(tables, completions(rows), 1);
        } else {
            fill(rows, columns[column], (remaining, log) -> {
                Completions rest = backwards(remaining, column + 1);
                count(rest.logs.length);
                for (int i = 0; i < rest.logs.length; i++) {
                    add(tables, log + rest.logs[i], rest.numbers[i]);
                }
            });
        }
        double all = completions(rows);
        double[] logs = tables.values().stream().mapToDouble(Tables::log).toArray();
        double[] numbers = tables.values().stream().mapToDouble(Tables::number).toArray();
        double[] shares = new double[logs.length];
        ExactSum share = new ExactSum();
        for (int i = 0; i < logs.length; i++) {
            share.add(numbers[i] * StrictMath.exp(logs[i] - all));
            shares[i] = share.value();
        }
        Completions completions = new Completions(logs, numbers, shares);
        backwards.put(rows, completions);
        return completions;
    }

    private void count(int more) throws TooLargeException {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new TooLargeException();
        }
    }

    private static void add(SortedMap<Long, Tables> tables, double log, double number) {
        tables.merge(Math.round(log / SAME), new Tables(log, number),
                (old, more) -> new Tables(old.log, old.number + more.number * StrictMath.exp(more.log - old.log)));
    }

    /// Takes one way to fill a column.
    @FunctionalInterface
    private interface Filling {
        /// Takes it.
        ///
        /// @param rest what remains of the rows, ascending
        /// @param log the logarithm of the column's multinomial coefficient
        void accept(List<Integer> rest, double log) throws TooLargeException;
    }

    private void fill(List<Integer> rows, int size, Filling found) throws TooLargeException {
        fill(rows.stream().mapToInt(Integer::intValue).toArray(), 0, size, logFactorials[size], found);
    }

    private void fill(int[] remaining, int row, int left, double log, Filling found) throws TooLargeException {
        int own = remaining[row];
        if (row == remaining.length - 1) {
            if (left <= own) {
                int[] rest = remaining.clone();
                rest[row] = own - left;
                found.accept(Arrays.stream(rest).sorted().boxed().toList(), log - logFactorials[left]);
            }
            return;
        }
        for (int here = Math.min(own, left); here >= 0; here--) {
            remaining[row] = own - here;
            fill(remaining, row + 1, left - here, log - logFactorials[here], found);
            count(1);
        }
        remaining[row] = own;
    }
}
