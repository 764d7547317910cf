package org.tabularium.analysis.efficacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.IntervalName;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.DeclaredRows.Denominator;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Proportion;
import org.tabularium.statistic.ProportionInterval;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitTime;
import org.tabularium.study.records.BdsRecords.Phase;

/// Computes [DeclaredRows.Response]: the share of responders by visit, at any visit and at the last assessment, each with its interval.
///
/// Whom a share is of is the block's denominator (numbers.md, "Populations and columns"). A subject with a value at a visit has reached it, whatever the
/// calendar says; "at any visit" and "at last assessment" are of those who are in the denominator of at least one visit.
public final class ResponseAnalysis {

    private static final String ANY = "At any visit";
    private static final String LAST = "At last assessment";

    private final DeclaredRows.Response block;
    private final TableFrame frame;
    private final TableBody body;
    private final Denominator denominator;
    private final Optional<DatasetDates> treated;
    private final @Nullable LocalDate cutOff;
    private int unclear;

    private ResponseAnalysis(DeclaredRows.Response block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.treated = frame.data().adsl().column("TRTSDT").map(DatasetDates::of);
        this.cutOff = frame.data().settings().cutOff();
        Denominator asked = block.denominator();
        Denominator usual = treated.isPresent() && cutOff != null ? Denominator.REACHED : Denominator.ASSESSED;
        this.denominator = asked == null ? usual : asked;
    }

    public static void add(DeclaredRows.Response block, TableFrame frame, TableBody body) throws NotProducedException {
        ResponseAnalysis analysis = new ResponseAnalysis(block, frame, body);
        if (analysis.denominator == Denominator.REACHED && (analysis.treated.isEmpty() || analysis.cutOff == null)) {
            throw new NotProducedException(
                    "denominator `reached` needs ADSL.TRTSDT and a cut-off in study.yaml; `assessed` and `all` do not");
        }
        boolean any = false;
        for (String code : block.parameters()) {
            Optional<BdsParameter> parameter = BdsParameter.find(frame.data(), frame.shell().dataset(), frame.shell().where(),
                    code);
            if (parameter.isPresent()) {
                any = true;
                analysis.addParameter(parameter.get());
            }
        }
        if (!any) {
            throw new NotProducedException("no dataset has a response parameter (" + String.join(", ", block.parameters())
                    + ")");
        }
        analysis.addRemarks();
    }

    /// One row's subjects: those a share is of, and the responders among them.
    private record Share(BitSet denominator, BitSet responders) {}

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        body.addSource(parameter);
        body.heading(new RowLabel.Fixed(parameter.label()), 0, true);
        BitSet anyDenominator = new BitSet();
        BitSet anyResponder = new BitSet();
        BitSet lastResponder = new BitSet();
        List<Visit> visits = Visit.of(parameter, block.visits());
        body.addAbsentVisits(parameter, visits);
        for (Visit visit : visits) {
            if (visit.phase() == Phase.AFTER_BASELINE) {
                Share share = share(parameter, visit);
                addShare(parameter, share, groups(parameter, visit.name()), new RowLabel.OfLevel("AVISIT", visit.name()),
                        List.of(),
                        "AVISIT = " + visit.name());
                anyDenominator.or(share.denominator);
                anyResponder.or(share.responders);
                updateLast(parameter, visit, share, lastResponder);
            }
        }
        addShare(parameter, new Share(anyDenominator, anyResponder), groups(parameter, ANY), new RowLabel.Fixed(ANY),
                List.of(ANY), "any visit");
        addShare(parameter, new Share(anyDenominator, lastResponder), groups(parameter, LAST), new RowLabel.Fixed(LAST),
                List.of(LAST), "last visit with a value");
    }

    private static Map<String, String> groups(BdsParameter parameter, String visit) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("PARAMCD", parameter.code());
        groups.put("AVISIT", visit);
        return groups;
    }

    private static void updateLast(BdsParameter parameter, Visit visit, Share share, BitSet lastResponder) {
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            if (row >= 0 && AnalysisValue.response(parameter.records(), row).isPresent()) {
                lastResponder.set(subject, share.responders.get(subject));
            }
        }
    }

    private Share share(BdsParameter parameter, Visit visit) {
        BitSet assessed = new BitSet();
        BitSet responders = new BitSet();
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            Optional<Boolean> response = row < 0 ? Optional.empty() : AnalysisValue.response(parameter.records(), row);
            assessed.set(subject, response.isPresent());
            unclear += row >= 0 && response.isEmpty() ? 1 : 0;
            responders.set(subject, response.orElse(false));
        }
        return switch (denominator) {
            case ASSESSED -> new Share(assessed, responders);
            case ALL -> new Share(frame.population().subjects(), responders);
            case REACHED -> new Share(reached(parameter, visit, assessed), responders);
        };
    }

    /// Who has reached the visit: those whose planned day lies on or before the cut-off, and those who have a value of a day up to the cut-off.
    private BitSet reached(BdsParameter parameter, Visit visit, BitSet assessed) {
        BitSet reached = (BitSet) assessed.clone();
        Optional<VisitTime> time = VisitTime.of(visit.name());
        LocalDate end = cutOff;
        if (time.isEmpty() || treated.isEmpty() || end == null) {
            body.remarks.add("The name of the visit \"" + visit.name()
                    + "\" tells no time: its percentages are of the subjects assessed.");
            return reached;
        }
        Optional<DatasetDates> day = parameter.records().dataset().column("ADT").map(DatasetDates::of);
        for (int subject = 0; subject < visit.recordOf().length; subject++) {
            int row = visit.recordOf()[subject];
            if (row >= 0 && day.flatMap(d -> d.date(row)).filter(d -> d.isAfter(end)).isPresent()) {
                reached.clear(subject);
            }
            Optional<LocalDate> start = treated.get().date(subject);
            if (start.isPresent() && !time.get().from(start.get()).isAfter(end)) {
                reached.set(subject);
            }
        }
        return reached;
    }

    private void addShare(
            BdsParameter parameter, Share share, Map<String, String> groups, RowLabel label, List<String> level, String at) {
        String words = Filter.joined(parameter.words(), at);
        List<CellResults> shares = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            Proportion proportion = proportion(share, column);
            Keyed keyed = new Keyed(parameter.records().name(), column, groups, level, words);
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
        Counted counted = new Counted(parameter.records().name(), share.responders, null, level, words);
        shares.addAll(Comparisons.of(frame).cells(counted, groups, column -> proportion(share, column), null));
        body.row(label, 1, false, shares);
        if (block.interval() != DeclaredRows.Interval.NONE) {
            String confidence = ValueText.number(frame.data().settings().confidence() * 100);
            body.row(new RowLabel.Fixed(confidence + "% CI"), 2, false, intervals);
        }
    }

    private static Proportion proportion(Share share, ColumnHead column) {
        BitSet denominators = (BitSet) share.denominator.clone();
        denominators.and(column.subjects());
        BitSet responders = (BitSet) share.responders.clone();
        responders.and(denominators);
        return new Proportion(responders.cardinality(), denominators.cardinality());
    }

    private CellResults interval(Keyed keyed, Proportion proportion) {
        if (block.interval() == DeclaredRows.Interval.NONE) {
            return CellResults.EMPTY;
        }
        ConfidenceInterval interval = proportion.interval(
                ProportionInterval.valueOf(block.interval().name()), frame.data().settings().confidence());
        return new CellResults(
                Form.PERCENT_INTERVAL,
                List.of(
                        keyed.result(Statistic.CI_LOWER, inPercent(Counting.value(interval.lower()))),
                        keyed.result(Statistic.CI_UPPER, inPercent(Counting.value(interval.upper())))),
                0,
                proportion.n());
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
        private final String words;

        Keyed(String dataset, ColumnHead column, Map<String, String> groups, List<String> level, String words) {
            this.dataset = dataset;
            this.column = column;
            this.groups = groups;
            this.level = level;
            this.words = words;
        }

        Result result(Statistic statistic, Value value) {
            return frame.result(dataset, column, groups, null, level, statistic, value, words);
        }
    }

    private void addRemarks() {
        body.remarks.add(
                switch (denominator) {
                    case ASSESSED -> "Percentages are of the subjects with a value at the visit.";
                    case ALL -> "Percentages are of all subjects of the column; a missing value counts as non-response.";
                    case REACHED ->
                        "Percentages are of the treated subjects whose visit lies on or before the data cut-off, or who have a value"
                                + " at it by then; a missing value counts as non-response.";
                });
        if (unclear > 0) {
            body.remarks
                    .add(unclear + (unclear == 1 ? " value is" : " values are") + " neither yes nor no and treated as missing.");
        }
        if (block.interval() != DeclaredRows.Interval.NONE) {
            body.remarks.add("Confidence intervals are " + IntervalName.of(block.interval()) + ".");
        }
    }
}
