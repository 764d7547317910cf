package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.Dataset;
import org.tabularium.study.PlacedVisit;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Which records of one BDS dataset count at their visit, and which of them are baseline: the one answer for tables, derived
/// endpoints and rules.
///
/// Records made of others (DTYPE MINIMUM, AVERAGE, LOV …) are no visits, unless the analysis flag picks one at a visit at which
/// the subject has collected values too, as the
/// average of repeated measurements. Of a parameter with the analysis flag, where the flag picks ([AnalysisFlag]), flagged
/// records and baseline records count; of others all.
public final class BdsRecords {

    /// Where a visit lies in the study.
    public enum Phase {
        BEFORE_BASELINE, BASELINE, AFTER_BASELINE
    }

    private static final List<String> VARIABLES = List.of("PARAMCD", "AVISIT", "AVISITN", "ADT", "ADTM", "AVAL", "AVALC", "ABLFL",
            "ANL01FL", "DTYPE", "ATPT", "ATPTN", "BASETYPE");

    /// Asks for what is read of a dataset, beside its flag.
    public static void ask(Study study, String dataset, RequestedColumns requested) {
        requested.ask(dataset, VARIABLES);
        if (RecordDays.isByStudyDay(variable -> study.has(dataset, variable))) {
            requested.ask(dataset, "ADY");
        }
    }

    private final BdsColumns columns;
    private final BaselineRecords baselines;
    private final Phase[][] phases;
    private final DoseDay doseDay;
    private final Optional<AnalysisFlag> flag;
    private final SomeRows visits;
    private final SomeRows analysed;

    private BdsRecords(StudyData data, Dataset dataset) {
        this.columns = new BdsColumns(data, dataset);
        this.baselines = new BaselineRecords(data, columns);
        this.phases = phases(data);
        this.doseDay = DoseDay.of(data, dataset);
        BitSet withCollected = withCollected();
        this.flag = AnalysisFlag.of(data, columns, (row, parameter, visit) -> !baselines.rows().get(row)
                && phases[parameter][visit] == Phase.AFTER_BASELINE
                && (columns.derivation(row) != DerivationType.SUMMARY || withCollected.get(row)));
        this.visits = columns.mayBe(DerivationType.SUMMARY)
                ? SomeRows.of(columns.rows(), row -> isVisit(row, withCollected))
                : SomeRows.all(columns.rows());
        this.analysed = flag.filter(AnalysisFlag::picks).isPresent() ? analysed(flag.get()) : SomeRows.all(columns.rows());
    }

    private SomeRows analysed(AnalysisFlag of) {
        BitSet rows = (BitSet) of.markedRows().clone();
        rows.or(baselines.rows());
        rows.or(columns.rowsOfParameters(parameter -> parameter == BdsColumns.NONE || !of.isOf(parameter)));
        return SomeRows.of(columns.rows(), rows);
    }

    /// The records of a dataset, delivered or derived. It is looked through once.
    public static BdsRecords of(StudyData data, Dataset dataset) {
        return data.once(BdsRecords.class, dataset, () -> new BdsRecords(data, dataset));
    }

    private boolean isPicked(int row) {
        return flag.isPresent() && flag.get().picks() && columns.parameter(row) != BdsColumns.NONE
                && flag.get().isOf(columns.parameter(row));
    }

    private boolean isVisit(int row, BitSet withCollected) {
        if (columns.derivation(row) != DerivationType.SUMMARY || columns.parameter(row) == BdsColumns.NONE) {
            return columns.derivation(row) != DerivationType.SUMMARY;
        }
        boolean chosen = isPicked(row) && flag.orElseThrow().marks(row) && withCollected.get(row);
        return chosen || (baselines.rows().get(row) && flaggedBaseline(row));
    }

    private boolean flaggedBaseline(int row) {
        return baselines.source(columns.parameter(row)) == BaselineRecords.Source.FLAG;
    }

    /// Rows made of others whose subject has a collected value of the parameter at the same scheduled visit.
    private BitSet withCollected() {
        BitSet found = new BitSet();
        if (!columns.mayBe(DerivationType.SUMMARY)) {
            return found;
        }
        record At(int subject, int parameter, int visit) {}
        Set<At> collected = new HashSet<>();
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.derivation(row) == DerivationType.OBSERVED && columns.visit(row) != BdsColumns.NONE
                    && columns.isValued(row)) {
                collected.add(new At(columns.subject(row), columns.parameter(row), columns.visit(row)));
            }
        }
        for (int row = 0; row < columns.rows(); row++) {
            found.set(row, columns.derivation(row) == DerivationType.SUMMARY
                    && collected.contains(new At(columns.subject(row), columns.parameter(row), columns.visit(row))));
        }
        return found;
    }

    /// For each parameter and scheduled visit where it lies.
    private Phase[][] phases(StudyData data) {
        VisitCounts counts = VisitCounts.of(data, columns, baselines.rows());
        Phase[][] found = new Phase[columns.parameterCount()][];
        for (int parameter = 0; parameter < found.length; parameter++) {
            found[parameter] = phases(counts.of(parameter));
        }
        return found;
    }

    /// A visit is the baseline visit if it is called so or most of its records are baseline. Without any such visit, one lies
    /// before baseline where most of its records are
    /// of the day of the first dose or earlier.
    private Phase[] phases(VisitCounts.Of counts) {
        int[] rows = counts.rows();
        boolean[] named = columns.baselineVisits();
        List<Integer> present = new ArrayList<>();
        for (int visit = 0; visit < rows.length; visit++) {
            if (rows[visit] > 0) {
                present.add(visit);
            }
        }
        boolean[] isBaseline = new boolean[rows.length];
        for (int visit : present) {
            isBaseline[visit] = named[visit] || 2 * counts.baseline()[visit] > rows[visit];
        }
        List<Integer> inOrder = PlacedVisit.inOrder(present,
                v -> new PlacedVisit(columns.visits().get(v), counts.number()[v], isBaseline[v]));
        int first = inOrder.stream().map(v -> isBaseline[v]).toList().indexOf(true);
        Phase[] phases = new Phase[rows.length];
        Arrays.fill(phases, Phase.AFTER_BASELINE);
        for (int i = 0; i < inOrder.size(); i++) {
            int visit = inOrder.get(i);
            boolean before = first < 0 ? 2 * counts.early()[visit] > rows[visit] : i < first;
            if (isBaseline[visit]) {
                phases[visit] = Phase.BASELINE;
            } else if (before) {
                phases[visit] = Phase.BEFORE_BASELINE;
            }
        }
        return phases;
    }

    /// Whether a record is baseline, or of a scheduled visit that does not come after it and not taken after the first dose
    /// there.
    public boolean isNotAfterBaseline(int row) {
        int visit = columns.visit(row);
        int parameter = columns.parameter(row);
        return isBaseline(row) || (visit != BdsColumns.NONE && parameter != BdsColumns.NONE
                && phases[parameter][visit] != Phase.AFTER_BASELINE && !isAfterDose(row).orElse(false));
    }

    /// Whether a record that is no baseline was taken after the first dose on the day of that, where its time of the day or its
    /// time point tells.
    public Optional<Boolean> isAfterDose(int row) {
        return isBaseline(row) ? Optional.of(false) : doseDay.isAfter(row, columns.subject(row));
    }

    /// Whether a record counts at its visit, if it has a value.
    public boolean counts(int row) {
        return isVisit(row) && isAnalysed(row);
    }

    /// Whether a record is a value of its visit, as DTYPE says.
    public boolean isVisit(int row) {
        return visits.get(row);
    }

    /// Whether the flag of analysis leaves a record.
    public boolean isAnalysed(int row) {
        return analysed.get(row);
    }

    /// Those of some rows that are values of their visits, as DTYPE says: not to be written to, since they may be all of them.
    public BitSet visitsAmong(BitSet rows) {
        return visits.among(rows);
    }

    /// Those of some rows that the flag of analysis leaves: not to be written to, since they may be all of them.
    public BitSet analysedAmong(BitSet rows) {
        return analysed.among(rows);
    }

    /// Those of some rows that count at their visit, if they have a value, and come after baseline.
    public BitSet countedAfterBaseline(BitSet rows) {
        BitSet among = (BitSet) analysedAmong(visitsAmong(rows)).clone();
        among.andNot(baselines.rows());
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            if (isNotAfterBaseline(row)) {
                among.clear(row);
            }
        }
        return among;
    }

    /// Those of some rows that are imputed, as DTYPE says.
    public BitSet imputedAmong(BitSet rows) {
        BitSet among = new BitSet();
        if (columns.mayBe(DerivationType.IMPUTED)) {
            rows.stream().filter(row -> columns.derivation(row) == DerivationType.IMPUTED).forEach(among::set);
        }
        return among;
    }

    /// Whether all of some rows have the flag of analysis.
    public boolean areMarked(BitSet rows) {
        if (flag.isEmpty()) {
            return rows.isEmpty();
        }
        BitSet unmarked = (BitSet) rows.clone();
        unmarked.andNot(flag.get().markedRows());
        return unmarked.isEmpty();
    }

    /// Whether a record has the flag of analysis.
    public boolean isMarked(int row) {
        return flag.isPresent() && flag.get().marks(row);
    }

    /// Whether a record is its subject's baseline.
    public boolean isBaseline(int row) {
        return baselines.rows().get(row);
    }

    /// Those of some rows that are their subjects' baselines.
    public BitSet baselinesAmong(BitSet of) {
        BitSet among = (BitSet) of.clone();
        among.and(baselines.rows());
        return among;
    }

    /// The first record that is its subject's baseline from a row on; −1 where there is none.
    public int nextBaseline(int row) {
        return baselines.rows().nextSetBit(row);
    }

    /// Where a visit of a parameter lies; after baseline where nobody has it.
    ///
    /// @param theirs the study's PARAMCD
    /// @param visitKey [org.tabularium.study.VisitName#key]
    public Phase phase(String theirs, String visitKey) {
        int parameter = columns.parameter(theirs);
        int visit = columns.visitOfKey(visitKey);
        return parameter == BdsColumns.NONE || visit == BdsColumns.NONE ? Phase.AFTER_BASELINE : phases[parameter][visit];
    }

    /// The flag of analysis, where the dataset has it.
    public Optional<AnalysisFlag> flag() {
        return flag;
    }

    /// The names of visits after baseline that lose a parameter's values because the flag of analysis marks none of them there.
    public List<String> visitsWithoutFlag() {
        return flag.filter(AnalysisFlag::picks).stream().flatMap(f -> f.visitsWithoutMark().stream().boxed())
                .map(visit -> columns.visits().get(visit).written()).toList();
    }

    /// The flag, where some record of this parameter has it.
    ///
    /// @param theirs the study's PARAMCD
    public Optional<AnalysisFlag> flagOf(String theirs) {
        int parameter = columns.parameter(theirs);
        return flag.filter(f -> parameter != BdsColumns.NONE && f.isOf(parameter));
    }

    /// Whether the baseline of a parameter is the last value before the first dose, for want of a flag and of a visit called
    /// so.
    ///
    /// @param theirs the study's PARAMCD
    public boolean isBaselineByDate(String theirs) {
        int parameter = columns.parameter(theirs);
        return parameter != BdsColumns.NONE && baselines.source(parameter) == BaselineRecords.Source.LAST_VALUE;
    }

    /// Whether the baseline of a parameter is marked by ABLFL.
    ///
    /// @param theirs the study's PARAMCD
    public boolean isBaselineByFlag(String theirs) {
        int parameter = columns.parameter(theirs);
        return parameter != BdsColumns.NONE && baselines.source(parameter) == BaselineRecords.Source.FLAG;
    }
}
