package org.tabularium.analysis.efficacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.rows.DeclaredFigure.Forest;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.shell.rows.DeclaredResponses.Response;
import org.tabularium.shell.rows.IntervalMethod;

/// What arms differ by from the control, taken from the rows that the table of the same parameter has: a time to an event its
/// hazard ratios, a response the differences of its shares at one visit.
abstract sealed class ArmEffects {

    /// What the figure is told of which side is the better one: `lower`, `higher`, or nothing where that is not known.
    static final String BETTER = "better";
    private static final String LOWER = "lower";
    private static final String HIGHER = "higher";

    /// Of whom, and by what they differ.
    ///
    /// @param shares by arm
    /// @param effects by arm, but for the control
    record Cells(Map<String, CellResults> shares, Map<String, CellResults> effects) {
        static final Cells NONE = new Cells(Map.of(), Map.of());
    }

    /// Finds what the parameter is, and says where it comes from.
    ///
    /// @throws NotProducedException where there is no such parameter
    static ArmEffects of(Forest figure, TableFrame frame, TableBody body) throws NotProducedException {
        String code = figure.parameter();
        if (code == null) {
            throw new NotProducedException(new AbsenceObstacle.NoParameterNamed(""));
        }
        List<String> candidates = TimeToEventAnalysis.candidates(frame.data().study(), frame.shell().dataset());
        Optional<BdsParameter> time = BdsParameter.find(frame.data(), candidates, frame.shell().where(), code);
        if (time.isPresent()) {
            // Whether an event is wanted is known of those that nobody wants alone.
            boolean unwanted = ResponseParameters.UnfavourableOutcomes.of(frame.data()).contain(code, time.get().label());
            body.placeholders.put(BETTER, new RowLabel.Given(unwanted ? LOWER : ""));
            return new Times(ForestRows.asTimes(figure));
        }
        return Shares.of(figure, code, frame, body);
    }

    /// Those of the subjects of a frame.
    ///
    /// @throws NotProducedException where they have no such values
    abstract Cells of(TableFrame frame, TableBody body) throws NotProducedException;

    /// Hazard ratios.
    private static final class Times extends ArmEffects {

        private final TimeToEvent times;

        Times(TimeToEvent times) {
            this.times = times;
        }

        @Override
        Cells of(TableFrame frame, TableBody body) throws NotProducedException {
            TableBody table = new TableBody();
            TimeToEventAnalysis.add(times, frame, table);
            table.remarks.removeIf(remark -> remark instanceof EfficacyRemark.TimePercentages
                    || remark instanceof EfficacyRemark.KaplanMeier);
            List<Remark> remarks = table.remarks.stream()
                    .map(remark -> remark instanceof EfficacyRemark.HazardRatios ratios ? ratios.untested() : remark)
                    .toList();
            table.remarks.clear();
            table.remarks.addAll(remarks);
            take(table, body);
            return new Cells(byArm(frame, row(table, RowName.Efficacy.EVENTS)),
                    byArm(frame, row(table, RowName.Efficacy.HAZARD_RATIO)));
        }
    }

    /// Differences of shares.
    private static final class Shares extends ArmEffects {

        private final Response response;

        Shares(Response response) {
            this.response = response;
        }

        static Shares of(Forest figure, String code, TableFrame frame, TableBody body) throws NotProducedException {
            TableBody table = new TableBody();
            ResponseAnalysis.add(response(code, List.of()), frame, table);
            Optional<RowLabel.Given> named = table.rows.stream().map(ResultRow::label)
                    .filter(RowLabel.Given.class::isInstance).map(RowLabel.Given.class::cast).findFirst();
            named.ifPresent(label -> body.placeholders.put("parameter", label));
            String visit = figure.visit();
            if (visit == null) {
                visit = table.rows.stream().flatMap(row -> visit(row).stream()).reduce((first, later) -> later).orElse(null);
            }
            if (visit != null) {
                body.remarks.add(new EfficacyRemark.RespondersAt(visit));
            }
            boolean unwanted = ResponseParameters.UnfavourableOutcomes.of(frame.data()).contain(code,
                    named.map(RowLabel.Given::text).orElse(""));
            body.placeholders.put(BETTER, new RowLabel.Given(unwanted ? LOWER : HIGHER));
            return new Shares(response(code, visit == null ? List.of() : List.of(visit)));
        }

        private static Response response(String code, List<String> visits) {
            return new Response(List.of(code), visits, IntervalMethod.NONE, null, false);
        }

        private static Optional<String> visit(ResultRow row) {
            return row.label() instanceof RowLabel.OfLevel(String variable, String level) && variable.equals("AVISIT")
                    ? Optional.of(level)
                    : Optional.empty();
        }

        @Override
        Cells of(TableFrame frame, TableBody body) throws NotProducedException {
            TableBody table = new TableBody();
            TableFrame compared = frame.as(frame.shell().asTableOf(response));
            ResponseAnalysis.add(response, compared, table);
            Comparisons comparisons = Comparisons.of(compared);
            comparisons.addRemarks(table);
            take(table, body);
            List<CellResults> cells = table.rows.stream().filter(row -> !row.cells().isEmpty()).findFirst()
                    .map(ResultRow::cells).orElse(List.of());
            Map<String, CellResults> effects = new LinkedHashMap<>();
            int first = frame.columns().size();
            for (int i = 0; first + i < cells.size(); i++) {
                if (comparisons.heads().get(i) instanceof ComparisonHead.Difference difference) {
                    effects.put(difference.arm(), cells.get(first + i));
                }
            }
            return new Cells(byArm(frame, cells), effects);
        }
    }

    private static void take(TableBody table, TableBody body) {
        body.remarks.addAll(table.remarks);
        body.datasets.addAll(table.datasets);
        body.placeholders.putAll(table.placeholders);
    }

    private static List<CellResults> row(TableBody table, RowName name) {
        return table.rows.stream().filter(row -> switch (row.label()) {
            case RowLabel.Named(RowName of) -> of.equals(name);
            case RowLabel.WithInterval(RowName of, double _) -> of.equals(name);
            default -> false;
        }).findFirst().map(ResultRow::cells).orElse(List.of());
    }

    private static Map<String, CellResults> byArm(TableFrame frame, List<CellResults> cells) {
        Map<String, CellResults> byArm = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(frame.columns().size(), cells.size()); i++) {
            ColumnHead column = frame.columns().get(i);
            if (!column.isTotal() && cells.get(i).form() != Form.EMPTY) {
                byArm.put(column.arm(), cells.get(i));
            }
        }
        return byArm;
    }
}
