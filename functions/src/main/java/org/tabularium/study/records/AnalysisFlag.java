package org.tabularium.study.records;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.study.StudyData;

/// The flag that marks records of analysis (ANL01FL, or the one that study.yaml names), by what it marks in this dataset.
///
/// It picks one record a subject, parameter and visit where it marks a record in at least half of the groups of subject,
/// parameter and scheduled visit after baseline that
/// have a value, unless no subject has more than one flagged record of a parameter after baseline although subjects have values
/// at several visits. Parameters without any
/// flagged record are not counted, and all their records count. Where no such group exists (a dataset without visits) the flag
/// picks.
public final class AnalysisFlag {

    private static final double HALF = 0.5;

    private final String variable;
    private final IntPredicate flagged;
    private final BitSet parameters = new BitSet();
    private long groups;
    private long marked;
    private boolean oneASubject;

    private AnalysisFlag(String variable, IntPredicate flagged) {
        this.variable = variable;
        this.flagged = flagged;
    }

    /// The flag of a dataset; empty where study.yaml wants none or the dataset does not have it, or where it is blank throughout.
    ///
    /// @param after whether a row is a value of a visit after baseline
    static Optional<AnalysisFlag> of(StudyData data, BdsColumns columns, IntPredicate after) {
        Dataset dataset = columns.dataset();
        String name = data.settings().records().flag(dataset.name()).orElse(null);
        if (name == null || !dataset.has(name)) {
            return Optional.empty();
        }
        AnalysisFlag flag = new AnalysisFlag(name, columns.isYes(name));
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.parameter(row) != BdsColumns.NONE && flag.flagged.test(row)) {
                flag.parameters.set(columns.parameter(row));
            }
        }
        flag.count(columns, after);
        return flag.parameters.isEmpty() ? Optional.empty() : Optional.of(flag);
    }

    private void count(BdsColumns columns, IntPredicate after) {
        long[] keys = new long[columns.rows()];
        int count = 0;
        for (int row = 0; row < keys.length; row++) {
            if (isCounted(columns, row, after)) {
                keys[count++] = key(columns, row);
            }
        }
        Arrays.sort(keys, 0, count);
        int visits = Math.max(1, columns.visits().size());
        boolean several = false;
        boolean twice = false;
        for (int start = 0; start < count;) {
            long series = keys[start] / 2 / visits;
            int flaggedRows = 0;
            int visitsOfSeries = 0;
            int next = start;
            while (next < count && keys[next] / 2 / visits == series) {
                long visit = keys[next] / 2;
                boolean any = false;
                while (next < count && keys[next] / 2 == visit) {
                    any |= keys[next] % 2 == 1;
                    flaggedRows += (int) (keys[next] % 2);
                    next++;
                }
                visitsOfSeries++;
                groups++;
                marked += any ? 1 : 0;
            }
            several |= visitsOfSeries > 1;
            twice |= flaggedRows > 1;
            start = next;
        }
        oneASubject = several && !twice;
    }

    private boolean isCounted(BdsColumns columns, int row, IntPredicate after) {
        int parameter = columns.parameter(row);
        return parameter != BdsColumns.NONE && parameters.get(parameter) && columns.subject(row) != StudyData.UNKNOWN
                && columns.visit(row) != BdsColumns.NONE && columns.isValued(row) && after.test(row);
    }

    /// Subject, parameter and visit, the visit last; odd where the row is flagged.
    private long key(BdsColumns columns, int row) {
        long series = (long) columns.subject(row) * columns.parameterCount() + columns.parameter(row);
        return (series * columns.visits().size() + columns.visit(row)) * 2 + (flagged.test(row) ? 1 : 0);
    }

    /// Its name.
    public String variable() {
        return variable;
    }

    /// Whether it picks one record a subject, parameter and visit.
    public boolean picks() {
        return groups == 0 || (marked >= HALF * groups && !oneASubject);
    }

    /// The groups of subject, parameter and visit after baseline that have a value.
    public long groups() {
        return groups;
    }

    /// Those of them in which it marks a record.
    public long marked() {
        return marked;
    }

    /// Whether some record of a parameter has it.
    boolean isOf(int parameter) {
        return parameters.get(parameter);
    }

    boolean marks(int row) {
        return flagged.test(row);
    }

    /// Why it does not pick, for a footnote and a finding.
    public @Nullable String share() {
        return picks() ? null : marked + " of " + groups;
    }
}
