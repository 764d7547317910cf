package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.DayWindow;
import org.tabularium.selection.bds.LimitUnit;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.VisitValues;
import org.tabularium.selection.bds.laboratory.DerivedVariables;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredVisits.GeometricRatio;
import org.tabularium.shell.rows.DeclaredVisits.TimePoints;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.study.records.BdsRecords.Phase;
import org.tabularium.study.records.DayZero;

/// Computes [DeclaredVisits.Thresholds]: by visit, or near a study day, statistics of a value and how many subjects meet
/// conditions on it.
///
/// Percentages are of the subjects with a value there.
public final class ThresholdsAnalysis {

    private static final Set<String> CHANGES = Set.of("CHG", "PCHG", "R2BASE");

    private final DeclaredVisits.Thresholds block;
    private final TableFrame frame;
    private final Filter subjects;
    private final BitSet among;
    private final TableBody body;
    private final UnknownConditions unknown;

    private ThresholdsAnalysis(DeclaredVisits.Thresholds block, TableFrame frame, Filter subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.among = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        this.body = body;
        this.unknown = new UnknownConditions(frame, among);
    }

    public static void add(DeclaredVisits.Thresholds block, TableFrame frame, TableBody body) throws NotProducedException {
        Optional<Filter> subjects = JoinedRecords.subjectFilter(frame.data(), block.where());
        if (subjects.isEmpty()) {
            return;
        }
        ThresholdsAnalysis analysis = new ThresholdsAnalysis(block, frame, subjects.get(), body);
        List<BdsParameter> parameters = ParameterSearch.find(frame.data(), frame.shell(), block.parameters()).stream()
                .flatMap(parameter -> Dimensions.besideTimePoints(parameter).stream()).toList();
        parameters = LimitUnit.comparable(parameters, frame.shell().limitUnits(), body.remarks::add);
        if (takesLogarithms(block)) {
            parameters = withoutLogarithms(parameters, body);
        }
        List<List<BdsParameter>> points = parameters.stream().map(Dimensions::byTimePoint).toList();
        if (!parameters.isEmpty()) {
            body.placeholders.put("parameter", new RowLabel.Together(parameters.stream().map(BdsParameter::heading).toList()));
        }
        parameters.forEach(parameter -> body.shows(parameter.code(), parameter.heading()));
        for (int i = 0; i < parameters.size(); i++) {
            analysis.addParts(parameters.get(i), points.get(i));
        }
        TreatmentsOfRecords.addRemarks(frame, parameters, body);
        if (!parameters.isEmpty()) {
            analysis.addRemarks();
        }
    }

    /// Whether rows compare values by their ratios, which values that are logarithms already do not have.
    private static boolean takesLogarithms(DeclaredVisits.Thresholds block) {
        return Summarizing.isGeometric(Summarizing.lines(block.statistics())) || !block.ratios().isEmpty()
                || ConditionVariables.named(block.conditions()).stream().anyMatch(name -> name.endsWith("R2BASE"));
    }

    private static List<BdsParameter> withoutLogarithms(List<BdsParameter> parameters, TableBody body)
            throws NotProducedException {
        List<BdsParameter> logarithms = parameters.stream().filter(BdsParameter::isLogarithm).toList();
        if (logarithms.isEmpty()) {
            return parameters;
        }
        if (logarithms.size() == parameters.size()) {
            throw new NotProducedException(new AbsenceObstacle.NoneOfItsParameters(parameters.getFirst().records().name()));
        }
        body.remarks.add(new LaboratoryRemark.Logarithms(logarithms.stream().map(BdsParameter::label).toList()));
        return parameters.stream().filter(parameter -> !parameter.isLogarithm()).toList();
    }

    /// @param points the parameter by time point; the parameter itself where subjects have but one a visit
    private void addParts(BdsParameter parameter, List<BdsParameter> points) throws NotProducedException {
        Set<String> named = new TreeSet<>(ConditionVariables.named(block.conditions()));
        if (block.ratios().contains(GeometricRatio.BASELINE)) {
            named.add("R2BASE");
        }
        List<BdsParameter> derived = new ArrayList<>();
        for (BdsParameter point : points) {
            derived.add(DerivedVariables.of(point, named));
        }
        if (points.size() > 1 && block.timePoints() == TimePoints.WITHIN_VISITS && block.days().isEmpty()) {
            addWithinVisits(parameter, derived);
        } else {
            for (BdsParameter point : derived) {
                addParameter(point);
            }
        }
    }

    /// Visits with their time points below them; a time point that nobody has at a visit is not there.
    private void addWithinVisits(BdsParameter parameter, List<BdsParameter> points) throws NotProducedException {
        List<String> names = block.visits().isEmpty() ? Visit.names(parameter) : block.visits();
        List<List<Visit>> visits = new ArrayList<>();
        List<List<KnownCondition>> conditions = new ArrayList<>();
        int decimals = 0;
        for (BdsParameter point : points) {
            visits.add(Visit.of(point, names));
            conditions.add(conditions(point));
            decimals = Math.max(decimals, decimals(point, visits.getLast()));
            body.addSource(point);
        }
        body.heading(parameter.heading(), 0, true);
        for (int at = 0; at < names.size(); at++) {
            body.heading(new RowLabel.OfLevel("AVISIT", visits.getFirst().get(at).name()), 1, true);
            for (int point = 0; point < points.size(); point++) {
                Visit visit = visits.get(point).get(at);
                if (!visit.isEmpty()) {
                    BdsParameter of = points.get(point);
                    String level = of.within().getOrDefault("ATPT", "");
                    body.heading(new RowLabel.OfLevel("ATPT", level), 2, false);
                    addVisit(of, visit, conditions.get(point), at(of, visit), decimals, 3);
                }
            }
        }
    }

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        List<Visit> visits = new ArrayList<>();
        if (block.days().isEmpty()) {
            visits.addAll(Visit.of(parameter, block.visits()));
            body.addAbsentVisits(parameter, visits);
        } else {
            ParameterTimeline timeline = ParameterTimeline.of(parameter);
            block.days().forEach(day -> visits.add(DayWindow.of(parameter, timeline, day, block.window())));
        }
        if (visits.stream().allMatch(Visit::isEmpty)) {
            body.remarks.add(new RecordRemark.AbsentVisits(parameter.label()));
            return;
        }
        body.addSource(block.days().isEmpty() ? parameter : parameter.withoutFlagRemarks());
        body.heading(parameter.heading(), 0, true);
        List<KnownCondition> conditions = conditions(parameter);
        int decimals = decimals(parameter, visits);
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), 1, true);
            addVisit(parameter, visit, conditions, block.days().isEmpty() ? at(parameter, visit) : near(parameter, i), decimals,
                    2);
        }
    }

    private static Clauses at(BdsParameter parameter, Visit visit) {
        return Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", visit.name()));
    }

    /// The record nearest to one of the block's study days.
    private Clauses near(BdsParameter parameter, int day) {
        return Filter.joined(Filter.joined(parameter.everyClauses(), Clauses.of(Criterion.AFTER_BASELINE)), Clauses.of(
                Criterion.NEAR_DAY, String.valueOf(block.days().get(day)), String.valueOf(block.window())));
    }

    private List<KnownCondition> conditions(BdsParameter parameter) throws NotProducedException {
        LimitUnit unit = LimitUnit.of(parameter, frame.shell().limitUnits());
        unit.remark().ifPresent(body.remarks::add);
        return KnownCondition.of(block.conditions(), parameter, unit, block.statistics().isEmpty() && block.ratios().isEmpty(),
                body);
    }

    private int decimals(BdsParameter parameter, List<Visit> visits) {
        BitSet counted = (BitSet) among.clone();
        counted.and(frame.population().subjects());
        return VisitValues.of(visits, AnalysisValue.numbers(parameter.records())).decimals(counted);
    }

    private void addVisit(BdsParameter parameter, Visit visit, List<KnownCondition> conditions, Clauses clauses, int decimals,
            int indent) throws NotProducedException {
        TableFrame at = TreatmentsOfRecords.at(frame, parameter.records(), visit.recordOf());
        Map<String, String> groups = parameter.groups(visit.name());
        BitSet valued = new BitSet();
        IntPredicate hasValue = AnalysisValue.valued(parameter.records());
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            valued.set(subject, row >= 0 && among.get(subject) && hasValue.test(row));
        }
        Clauses all = Filter.joined(clauses, subjects.clauses());
        SubsetCounts share = new SubsetCounts(at, parameter.records().name(), groups, "AVAL", valued, all,
                parameter.records().behind(Visit.rows(visit.recordOf())));
        if (block.statistics().isEmpty()) {
            body.row(new RowLabel.Named(RowName.Shared.N), indent, false, share.n());
        } else {
            addStatistics(parameter, visit, valued, share, decimals, indent);
        }
        addRatios(parameter, visit, valued, share, indent);
        boolean ofOthers = isOfOthers(parameter, visit, valued, at);
        List<KnownCondition> counted = conditions.stream()
                .filter(known -> visit.phase() != Phase.BASELINE || !comparesWithBaseline(known.condition()))
                .toList();
        unknown.add(parameter.records(), Visit.rows(visit.recordOf()).get(),
                counted.stream().map(KnownCondition::condition).toList());
        for (KnownCondition known : counted) {
            BitSet meeting = new BitSet();
            valued.stream().filter(s -> known.filter().test(visit.recordOf()[s])).forEach(meeting::set);
            List<String> label = List.of(known.condition().label());
            Clauses meets = known.filter().clauses();
            body.row(new RowLabel.Given(label.getFirst()), indent, false, ofOthers
                    ? share.fraction(label, meeting, meets)
                    : share.countPercent(label, meeting, meets));
        }
    }

    /// Whether a column has values that are no numbers, such as those below a limit: its percentages are of more subjects than
    /// the statistics above them, whose n does not tell of how many.
    private boolean isOfOthers(BdsParameter parameter, Visit visit, BitSet valued, TableFrame at) {
        return !block.statistics().isEmpty() && at.columns().stream().anyMatch(
                column -> values(parameter, visit, valued, column.subjects()).length != Counting.in(column, valued));
    }

    /// Whether a condition is on a change from baseline, which a value at baseline has not.
    private static boolean comparesWithBaseline(LabelledCondition condition) {
        return ConditionVariables.named(List.of(condition)).stream().anyMatch(CHANGES::contains);
    }

    private void addStatistics(BdsParameter parameter, Visit visit, BitSet valued, SubsetCounts share, int decimals,
            int indent) {
        List<SummaryLine> lines = new ArrayList<>(Summarizing.lines(block.statistics()));
        if (!lines.contains(Statistic.N)) {
            lines.addFirst(Statistic.N);
        }
        Summarized summarized = new Summarized(share.dataset(), share.groups(), "AVAL", List.of(), share.clauses(),
                decimals, valued, share.records());
        List<Described> byColumn = share.frame().columns().stream()
                .map(column -> Summarizing.statistics(share.frame(), column, summarized,
                        values(parameter, visit, valued, column.subjects())))
                .toList();
        Summarizing.addRows(lines, byColumn, summarized, indent, body);
    }

    private void addRatios(BdsParameter parameter, Visit visit, BitSet valued, SubsetCounts share, int indent) {
        GeometricRatios ratios = new GeometricRatios(share.frame(), share, indent, body);
        if (block.ratios().contains(GeometricRatio.ARMS)) {
            ratios.addArms(of -> values(parameter, visit, valued, of));
        }
        Optional<JoinedColumn> toBaseline = parameter.records().field("R2BASE");
        if (block.ratios().contains(GeometricRatio.BASELINE) && toBaseline.isPresent() && visit.phase() == Phase.AFTER_BASELINE) {
            ratios.addBaseline(of -> of.stream().filter(valued::get)
                    .mapToDouble(s -> toBaseline.get().number(visit.recordOf()[s])).filter(v -> !Double.isNaN(v)).toArray());
        }
    }

    private static double[] values(BdsParameter parameter, Visit visit, BitSet valued, BitSet of) {
        return of.stream().filter(valued::get)
                .mapToDouble(s -> AnalysisValue.number(parameter.records(), visit.recordOf()[s]))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    private void addRemarks() {
        unknown.addRemarks(body);
        DayZero zero = DayZero.of(frame.data());
        if (!block.days().isEmpty() && zero.chosen()) {
            body.remarks.add(new LaboratoryRemark.DayZero(zero.variable()));
        }
        if (block.days().isEmpty() && !block.conditions().isEmpty()) {
            body.remarks.add(new RecordRemark.AtVisit());
        } else if (!block.days().isEmpty()) {
            body.remarks.add(new LaboratoryRemark.NearDays(block.days(), block.window()));
        }
    }
}
