package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.MethodOf;
import org.tabularium.analysis.frame.OutsideColumns;
import org.tabularium.analysis.frame.Share;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.proportion.Proportion;
import org.tabularium.statistic.proportion.ProportionInterval;

/// The rows of a share of responders: counts with percentages, tests between arms, and the interval below them.
final class ShareRows {

    private final DeclaredResponses.Response block;
    private final TableFrame frame;
    private final TableBody body;
    private final BdsParameter parameter;
    private final ResponseAnswers answers;
    private final OutsideColumns columns;

    /// What selects the subjects of a share.
    ///
    /// @param values the values that may be a yes
    /// @param of everybody in the denominator
    record Selected(Clauses values, Clauses of) {}

    /// @param outside who is in no denominator of the parameter
    ShareRows(DeclaredResponses.Response block, TableFrame frame, TableBody body, BdsParameter parameter, ResponseAnswers answers,
            BitSet outside) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.parameter = parameter;
        this.answers = answers;
        this.columns = new OutsideColumns(frame, outside);
    }

    /// Adds them.
    ///
    /// @param selected which of the parameter's records they are of
    /// @param records those behind them; null where nobody asks
    void add(Share share, String visit, RowLabel label, List<String> level, Selected selected, @Nullable Records records) {
        Clauses responders = selected.values.and(answers.yes(parameter.rows()));
        Map<String, String> groups = parameter.groups(visit);
        List<CellResults> shares = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            Keyed keyed = new Keyed(parameter.records().name(), column, groups, level, selected.of, responders,
                    new Behind(share.having(), share.of(), column.subjects(), records));
            if (columns.isOne(column)) {
                Value none = new Value.NotEstimable("nobody of the column has the instrument of the endpoint");
                shares.add(new CellResults(Form.NOT_APPLICABLE, List.of(keyed.result(Statistic.N, none)), 0, 0));
                intervals.add(block.interval() == IntervalMethod.NONE
                        ? CellResults.EMPTY
                        : interval(keyed, none, none, Form.NOT_APPLICABLE, 0));
                continue;
            }
            Proportion proportion = share.among(column.subjects()).proportion();
            shares.add(new CellResults(
                    Form.FRACTION,
                    List.of(
                            keyed.result(Statistic.COUNT, new Value.Whole(proportion.count())),
                            keyed.result(Statistic.N, new Value.Whole(proportion.n())),
                            keyed.result(Statistic.PERCENT, percent(proportion))),
                    0,
                    proportion.n()));
            intervals.add(interval(keyed, proportion));
        }
        Counted counted = new Counted(parameter.records().name(), share.having(), null, level, responders)
                .among(share.of()).from(records);
        shares.addAll(Comparisons.of(frame).cells(counted, groups,
                column -> share.among(column.subjects()), null));
        body.row(label, 1, false, shares);
        if (block.interval() != IntervalMethod.NONE) {
            body.row(new RowLabel.WithInterval(RowName.Shared.INTERVAL, frame.data().settings().confidence()), 2, false,
                    intervals);
        }
    }

    private CellResults interval(Keyed keyed, Proportion proportion) {
        if (block.interval() == IntervalMethod.NONE) {
            return CellResults.EMPTY;
        }
        ConfidenceInterval interval = proportion.interval(
                ProportionInterval.valueOf(block.interval().name()), frame.data().settings().confidence());
        return interval(keyed, inPercent(Counting.value(interval.lower())), inPercent(Counting.value(interval.upper())),
                Form.PERCENT_INTERVAL, proportion.n());
    }

    private CellResults interval(Keyed keyed, Value lower, Value upper, Form form, int n) {
        Method made = frame.atConfidence(MethodOf.interval(block.interval()));
        return new CellResults(form,
                List.of(keyed.result(Statistic.CI_LOWER, lower, made), keyed.result(Statistic.CI_UPPER, upper, made)), 0, n);
    }

    private static Value percent(Proportion proportion) {
        return proportion.n() == 0
                ? new Value.NotEstimable("nobody is in the denominator")
                : new Value.Real(100.0 * proportion.count() / proportion.n());
    }

    private static Value inPercent(Value value) {
        return value instanceof Value.Real(double real) ? new Value.Real(real * 100) : value;
    }

    /// What the results of one cell have in common.
    private final class Keyed {
        private final String dataset;
        private final ColumnHead column;
        private final Map<String, String> groups;
        private final List<String> level;
        private final Clauses clauses;
        private final Clauses responders;
        private final Behind behind;

        Keyed(String dataset, ColumnHead column, Map<String, String> groups, List<String> level, Clauses clauses,
                Clauses responders, Behind behind) {
            this.dataset = dataset;
            this.column = column;
            this.groups = groups;
            this.level = level;
            this.clauses = clauses;
            this.responders = responders;
            this.behind = behind;
        }

        /// The denominator is of everybody in it, all else of the responders.
        private Clauses of(Statistic statistic) {
            return statistic == Statistic.N ? clauses : responders;
        }

        Result result(Statistic statistic, Value value) {
            return frame.result(dataset, column, groups, null, level, statistic, value, of(statistic), behind);
        }

        Result result(Statistic statistic, Value value, Method made) {
            return frame.result(dataset, column, groups, null, level, statistic, value, of(statistic), made, behind);
        }
    }
}
