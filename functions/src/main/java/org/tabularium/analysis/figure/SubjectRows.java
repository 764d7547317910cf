package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.Filter;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.Study;

/// What a figure draws of single subjects: results that are one subject's, named by it.
final class SubjectRows {

    static final RowLabel NOTHING = new RowLabel.Given("");

    private final TableFrame frame;
    private final TableBody body;
    private final SubjectNames names;

    SubjectRows(TableFrame frame, TableBody body) {
        this.frame = frame;
        this.body = body;
        this.names = new SubjectNames(frame.data());
    }

    /// Where numbers of subjects come from.
    ///
    /// @param groups keys beside the arm
    /// @param variable that is drawn
    /// @param clauses which records
    /// @param records null where they stand in no file
    record Source(String dataset, Map<String, String> groups, String variable, Clauses clauses, @Nullable Records records) {

        static Source ofAdsl(String variable) {
            return new Source(Study.ADSL, Map.of(), variable, Clauses.NONE, null);
        }

        static Source of(BdsParameter parameter, String variable) {
            return new Source(parameter.records().name(), parameter.groups(), variable, parameter.clauses(),
                    parameter.records().behind(parameter::rows));
        }
    }

    /// One number of a subject.
    ///
    /// @param more levels behind the subject, which tell it from others of the subject
    Result result(ColumnHead column, int subject, Source source, Statistic statistic, Value value, String... more) {
        BitSet one = new BitSet();
        one.set(subject);
        List<String> level = new ArrayList<>(List.of(names.key(subject)));
        level.addAll(List.of(more));
        return frame.result(source.dataset, column, source.groups, source.variable, List.copyOf(level), statistic, value,
                Filter.joined(source.clauses, names.clause(subject)),
                new Behind(one, column.subjects(), column.subjects(), source.records));
    }

    /// Draws some results of a subject.
    ///
    /// @param what more of what it is
    /// @param at where on the axis of time
    void draw(Layer layer, ColumnHead column, int subject, RowLabel what, double at, Result... results) {
        body.drawn.add(new FigureRow(layer, column.arm(), new RowLabel.Given(names.printed(subject)), what, at,
                new CellResults(Form.EMPTY, List.of(results), 1, 0)));
    }
}
