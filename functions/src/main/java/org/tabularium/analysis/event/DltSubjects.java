package org.tabularium.analysis.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.endpoint.toxicity.EscalationCohort;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.display.DoseRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.SubjectNumbers;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.settings.DoseEscalation.From;
import org.tabularium.study.settings.DoseEscalation;

/// Which of the treated subjects have a dose-limiting toxicity (DLT), who is evaluable for one, and who is still in the window.
///
/// Evaluable is who ADSL flags (DLTEVLFL = Y). Without that variable it is whoever has a DLT, or was followed to the end of the
/// window: until the end of the study (EOSDT), the death (DTHDT)
/// or the cut-off ([CutOff]: without one in study.yaml the latest date of the data), whichever came first. The window lasts from
/// the infusion to `window` days after it; its last day belongs to it. In the window is who has no DLT, is not
/// evaluable, has not left the study, and whose window ends after the cut-off.
public final class DltSubjects {

    /// The flag of a dose-limiting toxicity.
    public static final String TOXICITY = "AEDLTFL";

    /// What is read of ADSL, beside the day zero of study.yaml.
    public static final List<String> VARIABLES = List.of(
            "USUBJID", "SUBJID", "DLTEVLFL", "TRTSDT", "TRTSDTM", "TRTEDT", "EOSSTT", "EOSDT", "DTHFL", "DTHDT", "TRT02A",
            "TRT03A",
            "TRT04A");

    private final Dataset adsl;
    private final String name;
    private final BitSet treated;
    private final DoseEscalation plan;
    private final @Nullable LocalDate cutOff;
    private final @Nullable String dayZero;
    private final boolean flagged;
    private final BitSet toxic;
    private final BitSet evaluable = new BitSet();
    private final BitSet waiting = new BitSet();
    private final List<Remark> remarks = new ArrayList<>();

    private DltSubjects(TableFrame frame, BitSet toxic) {
        this.adsl = frame.data().adsl();
        this.name = SubjectNumbers.variable(frame.data());
        this.treated = frame.population().subjects();
        this.plan = frame.data().settings().dlt();
        CutOff known = CutOff.of(frame.data());
        this.cutOff = known.day();
        this.dayZero = frame.data().settings().records().dayZero();
        this.flagged = adsl.has("DLTEVLFL");
        this.toxic = toxic;
        if (cutOff != null && !known.given() && knowsWindow()) {
            remarks.add(new DoseRemark.LatestDate(cutOff));
        }
    }

    /// @param selected the records of the table, of treated subjects
    /// @throws NotProducedException where nothing says who is evaluable; the reason says what is missing
    static DltSubjects of(TableFrame frame, JoinedRecords records, BitSet selected) throws NotProducedException {
        Filter limiting = Filter.of(new Condition.Compare(TOXICITY, Condition.Comparator.EQ, List.of("Y")), records)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), TOXICITY)));
        boolean named = !frame.shell().by().equals(Shell.BY_TREATMENT);
        int moved = named ? 0 : movedBetweenLevels(frame, records, limiting).cardinality();
        if (moved > 0) {
            throw new NotProducedException(
                    new RecordObstacle.SeveralDoseLevels(moved, frame.arms().variable(), records.name()));
        }
        BitSet counted = records.select(limiting, selected);
        BitSet elsewhere = named ? atOtherLevel(frame, records, counted) : new BitSet();
        counted.andNot(elsewhere);
        DltSubjects subjects = new DltSubjects(frame, records.subjectsOf(counted));
        if (!elsewhere.isEmpty()) {
            subjects.remarks.add(new DoseRemark.AtOtherLevel(records.subjectsOf(elsewhere).cardinality()));
        }
        if (subjects.flagged) {
            subjects.readFlag();
        } else {
            subjects.deriveEvaluable();
        }
        return subjects;
    }

    /// The records of dose-limiting toxicities.
    static BitSet toxicities(JoinedRecords records) {
        return Filter.of(new Condition.Compare(TOXICITY, Condition.Comparator.EQ, List.of("Y")), records)
                .map(records::select).orElseGet(BitSet::new);
    }

    /// Treated subjects who had several levels (by ADSL, or where that says one each by their records), or a DLT of whom names
    /// another than ADSL.
    private static BitSet movedBetweenLevels(TableFrame frame, JoinedRecords records, Filter limiting) {
        BitSet moved = new BitSet();
        List<String> levels = frame.arms().labels().stream().map(ValueText::folded).toList();
        BitSet treated = frame.population().subjects();
        SeveralTreatments several = frame.arms().several();
        if (several != null) {
            treated.stream().filter(subject -> several.of(subject).size() > 1).forEach(moved::set);
        }
        for (String variable : List.of("TRT02A", "TRT03A", "TRT04A")) {
            frame.data().adsl().column(variable).ifPresent(column -> treated.stream()
                    .filter(subject -> isOther(frame, levels, subject, ValueText.text(column, subject)))
                    .forEach(moved::set));
        }
        records.dataset().column("TRTA").ifPresent(column -> records.select(limiting).stream()
                .filter(row -> treated.get(records.subject(row)))
                .filter(row -> isOther(frame, levels, records.subject(row), ValueText.text(column, row)))
                .forEach(row -> moved.set(records.subject(row))));
        return moved;
    }

    /// Those of some toxicities that name another level than the one at which the variable of the columns has their subject.
    private static BitSet atOtherLevel(TableFrame frame, JoinedRecords records, BitSet toxicities) {
        BitSet others = new BitSet();
        List<String> levels = frame.arms().labels().stream().map(ValueText::folded).toList();
        records.dataset().column("TRTA").ifPresent(column -> toxicities.stream()
                .filter(row -> isOther(frame, levels, records.subject(row), ValueText.text(column, row))).forEach(others::set));
        return others;
    }

    private static boolean isOther(TableFrame frame, List<String> levels, int subject, String named) {
        int level = levels.indexOf(ValueText.folded(named));
        return level >= 0 && level != frame.arms().arm()[subject];
    }

    BitSet evaluable() {
        return evaluable;
    }

    /// Those of some subjects that the 3+3 rule looks at.
    EscalationCohort cohort(BitSet level) {
        Optional<Column> time = adsl.column("TRTSDTM")
                .filter(column -> dayZero == null && column instanceof NumericColumn);
        BitSet counted = (BitSet) evaluable.clone();
        counted.and(level);
        boolean timed = time.isPresent() && counted.stream().noneMatch(time.get()::isMissing);
        return EscalationCohort.of(counted.stream()
                .mapToObj(subject -> new EscalationCohort.Subject(
                        timed && time.orElseThrow() instanceof NumericColumn seconds
                                ? seconds.value(subject)
                                : date(firstInfusion(), subject).map(day -> (double) day.toEpochDay()).orElse(Double.NaN),
                        toxic.get(subject)))
                .toList());
    }

    /// Evaluable subjects with a DLT.
    BitSet toxic() {
        BitSet counted = (BitSet) toxic.clone();
        counted.and(evaluable);
        return counted;
    }

    /// Those in the window at the cut-off.
    BitSet waiting() {
        return waiting;
    }

    /// Treated subjects who are neither evaluable nor in the window.
    BitSet notEvaluable() {
        BitSet others = (BitSet) treated.clone();
        others.andNot(evaluable);
        others.andNot(waiting);
        return others;
    }

    /// Whether it can be told who is in the window.
    boolean knowsWindow() {
        return plan.window() != null && cutOff != null && adsl.has(infusion());
    }

    /// What makes a subject evaluable.
    Clauses clauses() {
        return flagged
                ? Clauses.equal("DLTEVLFL", "Y")
                : Clauses.of(Criterion.DLT_OR_FOLLOWED, String.valueOf(plan.window()), infusion());
    }

    List<Remark> remarks() {
        return remarks;
    }

    private void readFlag() {
        BitSet early = new BitSet();
        treated.stream().forEach(subject -> {
            if (says("DLTEVLFL", subject, "Y")) {
                evaluable.set(subject);
                early.set(subject, isWaiting(subject));
            } else if (isWaiting(subject)) {
                waiting.set(subject);
            }
        });
        BitSet uncounted = (BitSet) toxic.clone();
        uncounted.andNot(evaluable);
        if (!uncounted.isEmpty()) {
            remarks.add(new DoseRemark.ToxicNotEvaluable(uncounted.cardinality()));
        }
        if (!early.isEmpty()) {
            remarks.add(new DoseRemark.EvaluableEarly(early.cardinality()));
        }
    }

    private void deriveEvaluable() throws NotProducedException {
        boolean noWindow = plan.window() == null;
        boolean noCutOff = cutOff == null;
        String infusion = adsl.has(infusion()) ? "" : infusion();
        if (noWindow || noCutOff || !infusion.isEmpty()) {
            throw new NotProducedException(new RowsObstacle.EvaluableUnknown(noWindow, noCutOff, infusion));
        }
        BitSet unclear = new BitSet();
        treated.stream().forEach(subject -> {
            Optional<LocalDate> end = windowEnd(subject);
            if (toxic.get(subject)) {
                evaluable.set(subject);
            } else if (end.isEmpty() || (hasLeft(subject) && left(subject).isEmpty())) {
                unclear.set(subject);
            } else if (isWaiting(subject)) {
                waiting.set(subject);
            } else if (left(subject).map(day -> !day.isBefore(end.get())).orElse(true)) {
                evaluable.set(subject);
            }
        });
        if (!unclear.isEmpty()) {
            throw new NotProducedException(
                    new RowsObstacle.EvaluableUnclear(unclear.cardinality(), treated.cardinality(), infusion()));
        }
        remarks.add(new DoseRemark.EvaluableByWindow(plan.window(), plan.from() == From.FIRST_INFUSION));
    }

    /// The variable with the day on which the window begins.
    private String infusion() {
        return plan.from() == From.FIRST_INFUSION ? firstInfusion() : "TRTEDT";
    }

    /// The variable with the day of the first infusion: the day zero of study.yaml, since in a cell therapy TRTSDT may be the
    /// first day of lymphodepletion.
    private String firstInfusion() {
        return dayZero == null ? "TRTSDT" : dayZero;
    }

    private Optional<LocalDate> windowEnd(int subject) {
        Integer window = plan.window();
        return window == null ? Optional.empty() : date(infusion(), subject).map(day -> day.plusDays(window));
    }

    private boolean isWaiting(int subject) {
        Optional<LocalDate> end = windowEnd(subject);
        if (toxic.get(subject) || cutOff == null || end.isEmpty() || !end.get().isAfter(cutOff)) {
            return false;
        }
        return left(subject).map(day -> day.isAfter(cutOff)).orElse(!hasLeft(subject));
    }

    /// The day on which the subject left the study or died; empty where there is none.
    private Optional<LocalDate> left(int subject) {
        return Stream.of("EOSDT", "DTHDT").flatMap(v -> date(v, subject).stream()).min(LocalDate::compareTo);
    }

    /// Whether the subject is said to have left or died, whatever the day.
    private boolean hasLeft(int subject) {
        return says("EOSSTT", subject, "DISCONTINUED") || says("DTHFL", subject, "Y");
    }

    private Optional<LocalDate> date(String variable, int subject) {
        return adsl.column(variable).flatMap(column -> DatasetDates.of(column).date(subject));
    }

    private boolean says(String variable, int subject, String value) {
        Optional<Column> column = adsl.column(variable);
        return column.isPresent() && ValueText.text(column.get(), subject).toUpperCase(Locale.ROOT).equals(value);
    }

    /// Names some subjects as all displays do, in the order of ADSL.
    String names(BitSet subjects) {
        Column id = adsl.column(name).orElseThrow();
        return subjects.stream().mapToObj(subject -> ValueText.text(id, subject)).collect(Collectors.joining(", "));
    }
}
