package org.tabularium.study.records;

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
            int parameter = columns.parameter(row);
            if (parameter != BdsColumns.NONE && !flag.parameters.get(parameter) && flag.flagged.test(row)) {
                flag.parameters.set(parameter);
            }
        }
        flag.count(columns, after);
        return flag.parameters.isEmpty() ? Optional.empty() : Optional.of(flag);
    }

    private void count(BdsColumns columns, IntPredicate after) {
        int visits = Math.max(1, columns.visits().size());
        long series = (long) columns.subjectCount() * columns.parameterCount();
        FlaggedGroups found = new FlaggedGroups(series, visits, columns.rows());
        for (int row = 0; row < columns.rows(); row++) {
            if (isCounted(columns, row, after)) {
                found.add((long) columns.subject(row) * columns.parameterCount() + columns.parameter(row), columns.visit(row),
                        flagged.test(row));
            }
        }
        found.count();
        groups = found.groups();
        marked = found.marked();
        oneASubject = found.isOneASeries();
    }

    private boolean isCounted(BdsColumns columns, int row, IntPredicate after) {
        int parameter = columns.parameter(row);
        return parameter != BdsColumns.NONE && parameters.get(parameter) && columns.subject(row) != StudyData.UNKNOWN
                && columns.visit(row) != BdsColumns.NONE && columns.isValued(row) && after.test(row);
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
