package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.LimitUnit;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.laboratory.DerivedVariables;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredValues.AtAnyTime;
import org.tabularium.statistic.Decimals;

/// Computes [AtAnyTime]: subjects with a value after baseline, at scheduled and unscheduled visits and at any time point, that
/// meets a condition, and the greatest or least value of each.
///
/// Percentages are of the subjects with a value after baseline; where the rows are of what was not there at baseline, of those
/// among them whose baseline does not meet the condition. A parameter whose records lack a condition's variable is left out
/// with
/// the reason.
final class AtAnyTimeAnalysis {

    private final AtAnyTime block;
    private final TableFrame frame;
    private final Filter subjects;
    private final BitSet among;
    private final TableBody body;
    private final UnknownConditions unknown;
    private int undated;

    private AtAnyTimeAnalysis(AtAnyTime block, TableFrame frame, Filter subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.among = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        this.body = body;
        this.unknown = new UnknownConditions(frame, among);
    }

    static void add(AtAnyTime block, TableFrame frame, TableBody body) throws NotProducedException {
        Optional<Filter> subjects = JoinedRecords.subjectFilter(frame.data(), block.where());
        if (subjects.isEmpty()) {
            return;
        }
        AtAnyTimeAnalysis analysis = new AtAnyTimeAnalysis(block, frame, subjects.get(), body);
        boolean any = false;
        NotProducedException first = null;
        for (BdsParameter found : ParameterSearch.find(frame.data(), frame.shell(), block.parameters())) {
            for (BdsParameter parameter : Dimensions.byUnit(found)) {
                try {
                    any |= analysis.addParameter(parameter);
                } catch (NotProducedException e) {
                    body.remarks.add(new EfficacyRemark.NotShown(parameter.label(), e.obstacle()));
                    first = first == null ? e : first;
                }
            }
        }
        if (first != null && !any) {
            throw first;
        }
        if (any) {
            body.remarks.add(new LaboratoryRemark.AtAnyTime(block.emerging()));
        }
        analysis.unknown.addRemarks(body);
        if (analysis.undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedRecords(analysis.undated));
        }
    }

    /// A condition among the values of a parameter.
    ///
    /// @param later who has a value after baseline that meets it
    /// @param before whose baseline meets it
    private record Met(LabelledCondition condition, Clauses clauses, BitSet later, BitSet before) {}

    /// @return whether anybody has a value after baseline
    private boolean addParameter(BdsParameter parameter) throws NotProducedException {
        BitSet after = new BitSet();
        BitSet valued = new BitSet();
        ExtremeValues extremes = new ExtremeValues();
        LimitUnit unit = LimitUnit.of(parameter, frame.shell().limitUnits());
        List<Met> conditions = new ArrayList<>();
        Set<LabelledCondition> untold = new LinkedHashSet<>();
        block.conditions().forEach(c -> conditions.add(new Met(c, Clauses.NONE, new BitSet(), new BitSet())));
        for (BdsParameter part : Dimensions.split(parameter)) {
            ParameterTimeline timeline = ParameterTimeline.of(part);
            BdsParameter seen = DerivedVariables.of(part, ConditionVariables.named(block.conditions()));
            after.or(timeline.after());
            undated += timeline.undated();
            List<KnownCondition> known = KnownCondition.of(block.conditions(), seen, unit,
                    block.maximum().isEmpty() && block.minimum().isEmpty(), body);
            unknown.add(seen.records(), timeline.after(),
                    unit.convert(known.stream().map(KnownCondition::condition).toList()));
            valued.or(seen.records().subjectsOf(timeline.after()));
            extremes.add(part.records(), timeline.after(), among);
            block.conditions().stream().filter(c -> known.stream().noneMatch(one -> one.condition().equals(c)))
                    .forEach(untold::add);
            conditions.replaceAll(met -> known.stream().filter(one -> one.condition().equals(met.condition)).findFirst()
                    .map(one -> with(met, one.filter(), seen, timeline)).orElse(met));
        }
        conditions.removeIf(met -> untold.contains(met.condition));
        valued.and(among);
        if (valued.isEmpty()) {
            return false;
        }
        body.addSource(parameter.withoutFlagRemarks());
        unit.remark().ifPresent(body.remarks::add);
        body.heading(parameter.heading(), 0, true);
        addRows(parameter, valued, after, conditions);
        addExtremes(parameter, RowName.Laboratory.MAXIMUM_AFTER_BASELINE, block.maximum(), extremes.greatest(), after);
        addExtremes(parameter, RowName.Laboratory.MINIMUM_AFTER_BASELINE, block.minimum(), extremes.least(), after);
        return true;
    }

    /// Statistics of a number of each subject; no rows where the shell asks for none.
    private void addExtremes(BdsParameter parameter, RowName name, List<String> words, Map<Integer, Double> values,
            BitSet after) {
        if (words.isEmpty()) {
            return;
        }
        List<SummaryLine> lines = Summarizing.lines(words);
        BitSet having = new BitSet();
        values.keySet().forEach(having::set);
        Summarized summarized = new Summarized(parameter.records().name(), parameter.groups(), "AVAL", List.of(name.level()),
                clauses(parameter), Decimals.collected(ExtremeValues.of(values, frame.population().subjects())), having,
                parameter.records().behind(() -> after));
        List<Described> byColumn = frame.columns().stream().map(column -> Summarizing
                .statistics(frame, column, summarized, ExtremeValues.of(values, column.subjects()))).toList();
        body.heading(new RowLabel.Named(name), 1, false);
        Summarizing.addRows(lines, byColumn, summarized, 2, body);
    }

    private Clauses clauses(BdsParameter parameter) {
        return Filter.joined(Filter.joined(parameter.everyClauses(), Clauses.of(Criterion.AFTER_BASELINE)), subjects.clauses());
    }

    private static Met with(Met met, Filter filter, BdsParameter part, ParameterTimeline timeline) {
        JoinedRecords records = part.records();
        met.later.or(records.subjectsOf(records.select(filter, timeline.after())));
        for (int subject = 0; subject < records.data().subjectCount(); subject++) {
            int row = timeline.baseline(subject);
            if (row >= 0 && filter.test(row)) {
                met.before.set(subject);
            }
        }
        return new Met(met.condition, filter.clauses(), met.later, met.before);
    }

    private void addRows(BdsParameter parameter, BitSet valued, BitSet after, List<Met> conditions) {
        Map<String, String> groups = parameter.groups();
        Clauses clauses = clauses(parameter);
        SubsetCounts all = new SubsetCounts(frame, parameter.records().name(), groups, "AVAL", valued, clauses,
                parameter.records().behind(() -> after));
        if (!block.emerging()) {
            body.row(new RowLabel.Named(RowName.Shared.N), 1, false, all.n());
        }
        for (Met met : conditions) {
            String label = met.condition.label();
            if (!block.emerging()) {
                body.row(new RowLabel.Given(label), 1, false, all.countPercent(List.of(label), met.later, met.clauses));
                continue;
            }
            BitSet without = (BitSet) valued.clone();
            without.andNot(met.before);
            Clauses emerging = clauses.and(Clauses.of(new Clause.Not(Clauses.of(Criterion.AT_BASELINE, label))));
            SubsetCounts those = new SubsetCounts(frame, all.dataset(), groups, "AVAL", without, emerging, all.records());
            body.row(new RowLabel.Given(label), 1, false, those.fraction(List.of(label), met.later, met.clauses));
        }
    }
}
