package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tabularium.analysis.Summarizing.Summarized;
import org.tabularium.shell.Block;
import org.tabularium.shell.Block.Labelled;
import org.tabularium.shell.SummaryLine;

/// Computes [Block.Thresholds]: by visit, or near a study day, statistics of a value and how many subjects meet conditions on it.
///
/// Percentages are of the subjects with a value there.
final class ThresholdsAnalysis {

    private final Block.Thresholds block;
    private final Frame frame;
    private final Filter subjects;
    private final BitSet among;
    private final Body body;

    private ThresholdsAnalysis(Block.Thresholds block, Frame frame, Filter subjects, Body body) {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.among = Records.ofSubjects(frame.data()).select(subjects);
        this.body = body;
    }

    static void add(Block.Thresholds block, Frame frame, Body body) throws NotProducedException {
        Optional<Filter> subjects = Records.subjectFilter(frame.data(), block.where());
        if (subjects.isEmpty()) {
            return;
        }
        ThresholdsAnalysis analysis = new ThresholdsAnalysis(block, frame, subjects.get(), body);
        List<Parameter> parameters = Parameters.find(frame, block.parameters());
        for (Parameter parameter : parameters) {
            analysis.addParameter(Derived.of(parameter, Needs.named(block.conditions())));
        }
        if (!parameters.isEmpty()) {
            analysis.addRemarks();
        }
    }

    private void addParameter(Parameter parameter) throws NotProducedException {
        List<Visit> visits = new ArrayList<>();
        String words = parameter.words();
        if (block.days().isEmpty()) {
            visits.addAll(Visit.of(parameter, block.visits()));
            body.addAbsentVisits(parameter, visits);
        } else {
            Course course = Course.of(parameter);
            block.days().forEach(day -> visits.add(DayWindow.of(parameter, course, day, block.window())));
            words = parameter.everyWords();
        }
        if (visits.stream().allMatch(Visit::isEmpty)) {
            body.remarks
                    .add(parameter.records().name() + " has no value of " + parameter.code() + " at the visits of this table.");
            return;
        }
        body.datasets.add(parameter.records().name());
        body.heading(new RowLabel.Fixed(parameter.label()), 0, true);
        List<Filter> conditions = new ArrayList<>();
        for (Labelled condition : block.conditions()) {
            conditions.add(Filter.of(condition.where(), parameter.records()).orElseThrow(() -> new NotProducedException(
                    parameter.records().name() + " does not have what \"" + condition.label() + "\" of " + parameter.code()
                            + " looks at (" + String.join(", ", Needs.named(List.of(condition))) + ")")));
        }
        BitSet counted = (BitSet) among.clone();
        counted.and(frame.population().subjects());
        int decimals = Visit.decimals(visits, counted, row -> Score.number(parameter.records(), row));
        for (Visit visit : visits) {
            addVisit(parameter, visit, conditions, words, decimals);
        }
    }

    private void addVisit(Parameter parameter, Visit visit, List<Filter> conditions, String words, int decimals) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("PARAMCD", parameter.code());
        groups.put("AVISIT", visit.name());
        BitSet valued = new BitSet();
        IntPredicate hasValue = Score.valued(parameter.records());
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            valued.set(subject, row >= 0 && among.get(subject) && hasValue.test(row));
        }
        String all = Filter.joined(Filter.joined(words, "AVISIT = " + visit.name()), subjects.words());
        Among share = new Among(frame, parameter.records().name(), groups, "AVAL", valued, all);
        body.heading(new RowLabel.OfLevel("AVISIT", visit.name()), 1, true);
        if (block.statistics().isEmpty()) {
            body.row(new RowLabel.Fixed("n"), 2, false, share.n());
        } else {
            addStatistics(parameter, visit, valued, share, decimals);
        }
        for (int i = 0; i < conditions.size(); i++) {
            Filter condition = conditions.get(i);
            BitSet meeting = new BitSet();
            valued.stream().filter(s -> condition.test(visit.recordOf()[s])).forEach(meeting::set);
            String label = block.conditions().get(i).label();
            body.row(new RowLabel.Fixed(label), 2, false, share.countPercent(List.of(label), meeting, condition.words()));
        }
    }

    private void addStatistics(Parameter parameter, Visit visit, BitSet valued, Among share, int decimals) {
        List<SummaryLine> lines = new ArrayList<>(block.statistics());
        if (!lines.contains(SummaryLine.N)) {
            lines.addFirst(SummaryLine.N);
        }
        Summarized summarized = new Summarized(share.dataset(), share.groups(), "AVAL", List.of(), share.words(),
                decimals);
        List<Map<Statistic, Result>> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized,
                        values(parameter, visit, valued, column.subjects())))
                .toList();
        Summarizing.addRows(lines, byColumn, summarized, 2, body);
    }

    private static double[] values(Parameter parameter, Visit visit, BitSet valued, BitSet of) {
        return of.stream().filter(valued::get)
                .mapToDouble(s -> Score.number(parameter.records(), visit.recordOf()[s]))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    private void addRemarks() {
        if (block.days().isEmpty()) {
            body.remarks.add("Percentages are of the subjects with a value at the visit.");
        } else {
            body.remarks.add("At " + block.days().stream().map(d -> "day " + d).collect(Collectors.joining(" and "))
                    + " the value nearest to the study day counts, of scheduled and of unscheduled visits within "
                    + block.window()
                    + " days of it (of two equally near ones the later); percentages are of the subjects with such a value.");
        }
    }
}
