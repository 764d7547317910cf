package org.tabularium.analysis.figure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.bds.VisitValues;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.records.DayZero;

/// The values of a parameter at its visits: those of each subject, and statistics of each arm.
final class ValuesOverVisits {

    private final TableFrame frame;
    private final TableBody body;
    private final BdsParameter parameter;
    private final List<Visit> visits;
    private final VisitAxis axis;
    private final VisitValues values;
    private final SubjectRows rows;

    private ValuesOverVisits(TableFrame frame, TableBody body, BdsParameter parameter, List<String> wanted)
            throws NotProducedException {
        this.frame = frame;
        this.body = body;
        this.parameter = parameter;
        this.visits = Visit.of(parameter, wanted);
        this.axis = VisitAxis.of(visits);
        this.values = VisitValues.of(visits, AnalysisValue.numbers(parameter.records()));
        this.rows = new SubjectRows(frame, body);
        body.placeholders.put("parameter", new RowLabel.Given(parameter.label()));
        body.placeholders.put("unit", new RowLabel.Given(axis.unit()));
        if (!axis.unit().isEmpty()) {
            FigureTime.sayZero(DayZero.of(frame.data()), body);
        }
        body.addSource(parameter);
        body.addAbsentVisits(parameter, visits);
    }

    /// @throws NotProducedException where there is no such parameter
    static ValuesOverVisits of(TableFrame frame, TableBody body, DeclaredRows declared, String code, List<String> visits)
            throws NotProducedException {
        BdsParameter parameter = BdsParameter.find(frame.data(), frame.shell().dataset(), frame.shell().where(), code)
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoneOfParameters(frame.shell().dataset(), List.of(code))));
        return new ValuesOverVisits(frame, body, Dimensions.whole(parameter), visits);
    }

    /// The values of the subjects of each arm.
    void addSubjects() {
        for (ColumnHead column : frame.columns()) {
            for (int subject = column.subjects().nextSetBit(0); subject >= 0; subject = column.subjects()
                    .nextSetBit(subject + 1)) {
                addSubject(column, subject);
            }
        }
    }

    private void addSubject(ColumnHead column, int subject) {
        int[] one = {subject};
        for (int visit = 0; visit < visits.size(); visit++) {
            for (double value : values.at(visit, one)) {
                SubjectRows.Source source = new SubjectRows.Source(parameter.records().name(),
                        parameter.groups(visits.get(visit).name()), "AVAL",
                        Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", visits.get(visit).name())),
                        parameter.records().behind(parameter::rows));
                rows.draw(Layer.SUBJECT_POINT, column, subject, new RowLabel.Given(visits.get(visit).name()),
                        axis.places().get(visit),
                        rows.result(column, subject, source, Statistic.VALUE, new Value.Real(value)));
            }
        }
    }

    /// Statistics of each arm at each visit.
    void addGroups(List<Statistic> statistics) {
        for (ColumnHead column : frame.columns()) {
            int[] subjects = column.subjects().stream().toArray();
            for (int visit = 0; visit < visits.size(); visit++) {
                Visit of = visits.get(visit);
                Summarized summarized = new Summarized(parameter.records().name(), parameter.groups(of.name()), "AVAL", List.of(),
                        Filter.joined(parameter.clauses(), Clauses.equal("AVISIT", of.name())), 0,
                        frame.data().shared(values.having(visit)),
                        parameter.records().behind(Visit.rows(of.recordOf())));
                Described results = Summarizing.statistics(frame, column, summarized,
                        values.at(visit, subjects));
                List<Result> shown = statistics.stream().map(results::result).toList();
                body.drawn.add(new FigureRow(Layer.GROUP_POINT, column.arm(), new RowLabel.Given(column.label()),
                        new RowLabel.Given(of.name()), axis.places().get(visit), new CellResults(Form.EMPTY, shown, 1, 0)));
            }
        }
    }

    /// How many values of the population lie below a limit.
    int below(double limit) {
        int[] subjects = frame.population().subjects().stream().toArray();
        return IntStream.range(0, visits.size()).map(visit -> Math.toIntExact(
                Arrays.stream(values.at(visit, subjects)).filter(value -> value < limit).count())).sum();
    }

    /// A line across a figure.
    ///
    /// @param of what it is a limit of; empty where nothing says it
    record Reference(String of, double at) {}

    /// Lines across the figure.
    void addReferences(List<Reference> references) {
        for (Reference line : references) {
            body.drawn.add(new FigureRow(Layer.REFERENCE, "", SubjectRows.NOTHING, new RowLabel.Given(line.of), line.at,
                    new CellResults(Form.EMPTY, List.of(), 0, 0)));
        }
    }

    /// Says which arms are not drawn, since none of their subjects has a value.
    void addNotDrawn() {
        BitSet valued = new BitSet();
        IntStream.range(0, visits.size()).forEach(visit -> valued.or(values.having(visit)));
        addNotDrawn(frame, valued, body);
    }

    /// @param valued subjects with a value
    static void addNotDrawn(TableFrame frame, BitSet valued, TableBody body) {
        List<String> arms = frame.columns().stream().filter(column -> !column.subjects().intersects(valued))
                .map(ColumnHead::label).toList();
        if (!arms.isEmpty()) {
            body.remarks.add(new SubjectRemark.ArmsNotDrawn(arms));
        }
    }
}
