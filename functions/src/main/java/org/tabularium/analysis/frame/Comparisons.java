package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.ArmPairs.Row;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.ControlArm;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.rows.DeclaredRows;

/// The columns to the right of the columns of subjects: rates by patient-years, differences of percentages, odds ratios,
/// p-values. None unless the shell asks for it.
///
/// The results of a difference, a ratio and a rate have the row's level, followed by what they are ("Difference from Placebo",
/// "Per 100 patient-years"), so that their limits are not taken for others; p-values have the row's own level.
public final class Comparisons {

    private final TableFrame frame;
    private final List<ContrastColumns> contrasts;
    private final Optional<RowTests> tests;

    private Comparisons(TableFrame frame) {
        this.frame = frame;
        this.contrasts = ContrastColumns.of(frame);
        this.tests = RowTests.of(frame);
    }

    public static Comparisons of(TableFrame frame) {
        return new Comparisons(frame);
    }

    /// What the columns compare, from left to right.
    public List<ComparisonHead> heads() {
        List<ComparisonHead> heads = new ArrayList<>(IncidenceRates.heads(frame));
        contrasts.forEach(columns -> heads.addAll(columns.heads()));
        tests.ifPresent(columns -> heads.addAll(columns.heads()));
        if (frame.testsVariables()) {
            heads.add(new ComparisonHead.PValueOfVariable());
        }
        return heads;
    }

    /// The cells of a row that has no such columns but the p-value of a variable.
    List<CellResults> atVariable(CellResults pValue) {
        List<CellResults> cells = new ArrayList<>(Collections.nCopies(heads().size() - 1, CellResults.EMPTY));
        cells.add(pValue);
        return cells;
    }

    /// The cells of a row of counts.
    ///
    /// @param more grouping variables beside the arm
    /// @param share who of whom has it, in a column
    /// @param events the row's records; null where it is not of events
    public List<CellResults> cells(Counted counted, Map<String, String> more, Function<ColumnHead, Share> share,
            @Nullable EventRows events) {
        List<CellResults> cells = new ArrayList<>(IncidenceRates.cells(frame, counted, events));
        Row row = new Row(counted, more, share);
        contrasts.forEach(columns -> cells.addAll(columns.cells(row)));
        tests.ifPresent(columns -> cells.addAll(columns.cells(row)));
        return cells;
    }

    /// Why the shell cannot be followed.
    ///
    /// @throws NotProducedException where it names an arm that is not there, or a side for a test that has none
    public void check() throws NotProducedException {
        Shell shell = frame.shell();
        RiskDifferences differences = shell.riskDifference();
        check("risk-difference", differences == null ? null : differences.against());
        OddsRatios ratios = shell.oddsRatio();
        check("odds-ratio", ratios == null ? null : ratios.against());
        check("against", shell.against());
        Tests asked = shell.tests();
        if (asked != null && shell.testsVariables() && asked.alternative() != Tests.Alternative.TWO_SIDED) {
            throw new NotProducedException(new RowsObstacle.OneSidedTestOfVariables());
        }
    }

    private void check(String key, @Nullable String name) throws NotProducedException {
        if (name != null && frame.arms().several() == null && frame.control(name).arm() == null) {
            throw new NotProducedException(new AbsenceObstacle.NoArm(key, name));
        }
    }

    /// The subjects of two arms.
    public static BitSet both(ColumnHead arm, ColumnHead other) {
        return ArmPairs.both(arm, other);
    }

    /// Footnotes on what is an event, on differences, ratios and rates; on p-values there is one already.
    public void addRemarks(TableBody body) {
        if (!frame.shell().distinct().isEmpty() && frame.shell().rows().stream().anyMatch(DeclaredRows::countsEvents)) {
            body.remarks.add(new EventRemark.DistinctEvents(frame.shell().distinct()));
        }
        contrasts.forEach(columns -> columns.addRemarks(body));
        IncidenceRates.addRemark(frame, body);
        tests.ifPresent(columns -> columns.addRemarks(body));
        if (frame.testsVariables()) {
            TestBetweenArms.addRemarks(frame, body);
        }
        if (IncidenceRates.areCompared(frame)) {
            addControl(frame.control(), body);
        }
    }

    /// Says of a table of several arms which is the control, or that none is, where that is not plain.
    public void addControl(ControlArm control, TableBody body) {
        ArmPairs.addControl(frame, control, body);
    }
}
