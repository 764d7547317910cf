package org.tabularium.study.records;

import java.util.BitSet;
import java.util.Optional;
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
    private final BitSet flagged;
    private final BitSet parameters = new BitSet();
    private long groups;
    private long marked;
    private boolean oneASubject;
    /// By parameter and visit, whether it has values after baseline, and whether one of them is marked.
    private final BitSet valuedVisits = new BitSet();
    private final BitSet markedVisits = new BitSet();
    private int visits = 1;

    private AnalysisFlag(String variable, BitSet flagged) {
        this.variable = variable;
        this.flagged = flagged;
    }

    /// Tells where records lie in the study.
    @FunctionalInterface
    interface Places {

        /// Whether a record is a value of a visit after baseline.
        boolean isAfterBaseline(int row, int parameter, int visit);
    }

    /// The flag of a dataset; empty where study.yaml wants none or the dataset does not have it, or where it is blank throughout.
    ///
    /// @param places which rows are values of visits after baseline
    static Optional<AnalysisFlag> of(StudyData data, BdsColumns columns, Places places) {
        Dataset dataset = columns.dataset();
        String name = data.settings().records().flag(dataset.name()).orElse(null);
        if (name == null || !dataset.has(name)) {
            return Optional.empty();
        }
        AnalysisFlag flag = new AnalysisFlag(name, columns.flagged(name));
        int found = 0;
        for (int row = flag.flagged.nextSetBit(0); row >= 0
                && found < columns.parameterCount(); row = flag.flagged.nextSetBit(row + 1)) {
            int parameter = columns.parameter(row);
            if (parameter != BdsColumns.NONE && !flag.parameters.get(parameter)) {
                flag.parameters.set(parameter);
                found++;
            }
        }
        flag.count(columns, places);
        return flag.parameters.isEmpty() ? Optional.empty() : Optional.of(flag);
    }

    /// A flag that all records have picks, whatever their groups are: each group has a marked record, and of a subject with
    /// values at two visits both are marked. Nothing is counted then.
    private void count(BdsColumns columns, Places places) {
        if (flagged.cardinality() == columns.rows()) {
            return;
        }
        visits = Math.max(1, columns.visits().size());
        long series = (long) columns.subjectCount() * columns.parameterCount();
        FlaggedGroups found = new FlaggedGroups(series, visits, columns.rows());
        BdsBlock.each(columns, block -> {
            for (int i = 0; i < block.count(); i++) {
                int row = block.from() + i;
                if (block.isPlaced(i) && parameters.get(block.parameter[i]) && columns.isValued(row)
                        && places.isAfterBaseline(row, block.parameter[i], block.visit[i])) {
                    int at = block.parameter[i] * visits + block.visit[i];
                    valuedVisits.set(at);
                    if (flagged.get(row)) {
                        markedVisits.set(at);
                    }
                    found.add((long) block.subject[i] * columns.parameterCount() + block.parameter[i], block.visit[i],
                            flagged.get(row));
                }
            }
        });
        found.count();
        groups = found.groups();
        marked = found.marked();
        oneASubject = found.isOneASeries();
    }

    /// Its name.
    public String variable() {
        return variable;
    }

    /// Whether it picks one record a subject, parameter and visit.
    public boolean picks() {
        return groups == 0 || (marked >= HALF * groups && !oneASubject);
    }

    /// The groups of subject, parameter and visit after baseline that have a value; 0, not counted, where all records are
    /// marked.
    public long groups() {
        return groups;
    }

    /// Those of them in which it marks a record.
    public long marked() {
        return marked;
    }

    /// The visits, by their numbers, at which it marks no value after baseline of a parameter that has it and has values there.
    public BitSet visitsWithoutMark() {
        BitSet without = new BitSet();
        valuedVisits.stream().filter(at -> !markedVisits.get(at)).forEach(at -> without.set(at % visits));
        return without;
    }

    /// Whether some record of a parameter has it.
    boolean isOf(int parameter) {
        return parameters.get(parameter);
    }

    /// The rows that have it.
    BitSet markedRows() {
        return flagged;
    }

    boolean marks(int row) {
        return flagged.get(row);
    }
}
