package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Clauses;
import org.tabularium.result.LaboratoryRemark;
import org.tabularium.result.RecordRemark;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.DayWindow;
import org.tabularium.selection.bds.DerivedVariables;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ParameterSearch;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.VisitValues;
import org.tabularium.shell.DeclaredRows.GeometricRatio;
import org.tabularium.shell.DeclaredRows.Labelled;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.result.SummaryLine;
import org.tabularium.study.records.BdsRecords.Phase;
import org.tabularium.study.records.DayZero;

/// Computes [DeclaredRows.Thresholds]: by visit, or near a study day, statistics of a value and how many subjects meet conditions
/// on it.
///
/// Percentages are of the subjects with a value there.
public final class ThresholdsAnalysis {

    private final DeclaredRows.Thresholds block;
    private final TableFrame frame;
    private final Filter subjects;
    private final BitSet among;
    private final TableBody body;

    private ThresholdsAnalysis(DeclaredRows.Thresholds block, TableFrame frame, Filter subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.among = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        this.body = body;
    }

    public static void add(DeclaredRows.Thresholds block, TableFrame frame, TableBody body) throws NotProducedException {
        Optional<Filter> subjects = JoinedRecords.subjectFilter(frame.data(), block.where());
        if (subjects.isEmpty()) {
            return;
        }
        ThresholdsAnalysis analysis = new ThresholdsAnalysis(block, frame, subjects.get(), body);
        List<BdsParameter> parameters = new ArrayList<>(Dimensions.split(
                ParameterSearch.find(frame.data(), frame.shell(), block.parameters())));
        if (takesLogarithms(block)) {
            leaveOutLogarithms(parameters, body);
        }
        if (parameters.size() == 1) {
            body.placeholders.put("parameter", parameters.getFirst().heading());
        }
        for (BdsParameter parameter : parameters) {
            Set<String> named = new TreeSet<>(ConditionVariables.named(block.conditions()));
            if (block.ratios().contains(GeometricRatio.BASELINE)) {
                named.add("R2BASE");
            }
            analysis.addParameter(DerivedVariables.of(parameter, named));
        }
        TreatmentsOfRecords.addRemarks(frame, parameters, body);
        if (!parameters.isEmpty()) {
            analysis.addRemarks();
        }
    }

    /// Whether rows compare values by their ratios, which values that are logarithms already do not have.
    private static boolean takesLogarithms(DeclaredRows.Thresholds block) {
        return Summarizing.isGeometric(Summarizing.lines(block.statistics(), List.of())) || !block.ratios().isEmpty()
                || ConditionVariables.named(block.conditions()).stream().anyMatch(name -> name.endsWith("R2BASE"));
    }

    private static void leaveOutLogarithms(List<BdsParameter> parameters, TableBody body) throws NotProducedException {
        List<BdsParameter> logarithms = parameters.stream().filter(BdsParameter::isLogarithm).toList();
        if (logarithms.isEmpty()) {
            return;
        }
        if (logarithms.size() == parameters.size()) {
            throw new NotProducedException(new AbsenceObstacle.NoneOfItsParameters(parameters.getFirst().records().name()));
        }
        parameters.removeAll(logarithms);
        body.remarks.add(new LaboratoryRemark.Logarithms(logarithms.stream().map(BdsParameter::label).toList()));
    }

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        List<Visit> visits = new ArrayList<>();
        Clauses clauses = parameter.clauses();
        if (block.days().isEmpty()) {
            visits.addAll(Visit.of(parameter, block.visits()));
            body.addAbsentVisits(parameter, visits);
        } else {
            ParameterTimeline timeline = ParameterTimeline.of(parameter);
            block.days().forEach(day -> visits.add(DayWindow.of(parameter, timeline, day, block.window())));
            clauses = parameter.everyClauses();
        }
        if (visits.stream().allMatch(Visit::isEmpty)) {
            body.remarks.add(new RecordRemark.AbsentVisits(parameter.label()));
            return;
        }
        body.addSource(parameter);
        body.heading(parameter.heading(), 0, true);
        List<Filter> conditions = new ArrayList<>();
        for (Labelled condition : block.conditions()) {
            conditions.add(Filter.of(condition.where(), parameter.records()).orElseThrow(() -> new NotProducedException(
                    new AbsenceObstacle.NoConditionVariable(parameter.records().name(), condition.label(), parameter.code(),
                            List.copyOf(ConditionVariables.named(List.of(condition)))))));
        }
        BitSet counted = (BitSet) among.clone();
        counted.and(frame.population().subjects());
        int decimals = VisitValues.of(visits, AnalysisValue.numbers(parameter.records())).decimals(counted);
        for (Visit visit : visits) {
            addVisit(parameter, visit, conditions, clauses, decimals);
        }
    }

    private void addVisit(BdsParameter parameter, Visit visit, List<Filter> conditions, Clauses clauses, int decimals)
            throws NotProducedException {
        TableFrame at = TreatmentsOfRecords.at(frame, parameter.records(), visit.recordOf());
        Map<String, String> groups = parameter.groups(visit.name());
        BitSet valued = new BitSet();
        IntPredicate hasValue = AnalysisValue.valued(parameter.records());
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            valued.set(subject, row >= 0 && among.get(subject) && hasValue.test(row));
        }
        Clauses all = Filter.joined(Filter.joined(clauses, Clauses.equal("AVISIT", visit.name())), subjects.clauses());
        SubsetCounts share = new SubsetCounts(at, parameter.records().name(), groups, "AVAL", valued, all,
                parameter.records().behind(() -> Visit.rows(visit.recordOf())));
        body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), 1, true);
        if (block.statistics().isEmpty()) {
            body.row(new RowLabel.Named(RowName.Shared.N), 2, false, share.n());
        } else {
            addStatistics(parameter, visit, valued, share, decimals);
        }
        addRatios(parameter, visit, valued, share);
        for (int i = 0; i < conditions.size(); i++) {
            Filter condition = conditions.get(i);
            BitSet meeting = new BitSet();
            valued.stream().filter(s -> condition.test(visit.recordOf()[s])).forEach(meeting::set);
            String label = block.conditions().get(i).label();
            body.row(new RowLabel.Given(label), 2, false, share.countPercent(List.of(label), meeting, condition.clauses()));
        }
    }

    private void addStatistics(BdsParameter parameter, Visit visit, BitSet valued, SubsetCounts share, int decimals) {
        List<SummaryLine> lines = new ArrayList<>(Summarizing.lines(block.statistics(), List.of()));
        if (!lines.contains(Statistic.N)) {
            lines.addFirst(Statistic.N);
        }
        Summarized summarized = new Summarized(share.dataset(), share.groups(), "AVAL", List.of(), share.clauses(),
                decimals, valued, share.records());
        List<Described> byColumn = share.frame().columns().stream()
                .map(column -> Summarizing.statistics(share.frame(), column, summarized,
                        values(parameter, visit, valued, column.subjects())))
                .toList();
        Summarizing.addRows(lines, byColumn, summarized, 2, body);
    }

    private void addRatios(BdsParameter parameter, Visit visit, BitSet valued, SubsetCounts share) {
        GeometricRatios ratios = new GeometricRatios(share.frame(), share, 2, body);
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
