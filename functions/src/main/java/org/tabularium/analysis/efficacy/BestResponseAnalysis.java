package org.tabularium.analysis.efficacy;

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
import org.tabularium.analysis.frame.MethodOf;
import org.tabularium.analysis.frame.Share;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent.Curve;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.shell.rows.DeclaredResponses.BestResponse.Level;
import org.tabularium.shell.rows.DeclaredResponses.BestResponse;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.proportion.ProportionInterval;

/// Computes [BestResponse]: the best overall response of each subject, the share of the responders with its interval, and how
/// long the response lasts.
///
/// All percentages are of all subjects of the column: who has no response, or one that no rate names, is no responder.
final class BestResponseAnalysis {

    private static final String VARIABLE = "AVALC";

    /// What is shown of a duration: its median and its range.
    private static final Curve DURATION = new Curve(DeclaredModels.LimitScale.LOG_LOG, List.of(50.0), true, false);

    private final BestResponse block;
    private final TableFrame frame;
    private final TableBody body;
    private final Map<String, BitSet> responders = new LinkedHashMap<>();

    private BestResponseAnalysis(BestResponse block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
    }

    static void add(BestResponse block, TableFrame frame, TableBody body) throws NotProducedException {
        BestResponseAnalysis analysis = new BestResponseAnalysis(block, frame, body);
        List<String> codes = BestResponses.codes(block, frame.shell(), frame.data());
        if (codes.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoResponse(block.parameters(), List.of()));
        }
        List<String> candidates = ResponseParameters.candidates(frame.data().study(), frame.shell().dataset());
        boolean something = false;
        for (String code : codes) {
            Optional<BdsParameter> found = BdsParameter.find(frame.data(), candidates, frame.shell().where(), code);
            if (found.isPresent()) {
                something |= analysis.add(BestResponses.of(found.get()));
            }
        }
        if (!something) {
            throw new NotProducedException(new RowsObstacle.NobodyWithResponse(codes, List.of()));
        }
        body.remarks.add(new EfficacyRemark.BestResponses(block.interval()));
        analysis.addDuration();
    }

    /// @return false where nobody of the table has a response that a level stands for
    private boolean add(BestResponses responses) {
        List<String> known = block.levels().stream().flatMap(level -> level.values().stream()).toList();
        if (!responses.having(known).intersects(frame.population().subjects())) {
            return false;
        }
        BdsParameter parameter = responses.parameter();
        body.addSource(parameter);
        body.heading(new RowLabel.Given(parameter.label()), 0, true);
        Records records = parameter.records().behind(responses::rows);
        SubsetCounts counts = new SubsetCounts(frame, parameter.records().name(), parameter.groups(), VARIABLE,
                frame.population().subjects(), parameter.clauses(), records);
        for (Level level : block.levels()) {
            BitSet having = responses.having(level.values());
            if (level.always() || having.intersects(frame.population().subjects())) {
                body.row(new RowLabel.Given(level.label()), 1, false,
                        counts.countPercent(List.of(level.label()), having, values(responses.spellings(level.values()))));
            }
        }
        Map<String, BitSet> unknown = responses.unknown(block.levels(), frame.population().subjects());
        unknown.forEach((value, having) -> body.row(new RowLabel.OfLevel(VARIABLE, value), 1, false,
                counts.countPercent(List.of(value), having, values(List.of(value)))));
        if (!unknown.isEmpty()) {
            body.remarks.add(new EfficacyRemark.UnknownResponses(List.copyOf(unknown.keySet())));
        }
        addMissing(responses, counts);
        for (Level rate : block.rates()) {
            addRate(rate, responses, records);
        }
        return true;
    }

    private void addMissing(BestResponses responses, SubsetCounts counts) {
        BitSet missing = (BitSet) frame.population().subjects().clone();
        missing.andNot(responses.known());
        if (!missing.isEmpty()) {
            body.row(new RowLabel.Named(RowName.Shared.MISSING), 1, false,
                    counts.countPercent(List.of(RowName.Shared.MISSING.level()), missing,
                            Clauses.of(Criterion.WITHOUT_VALUE)));
        }
    }

    private void addRate(Level rate, BestResponses responses, @Nullable Records records) {
        BdsParameter parameter = responses.parameter();
        BitSet having = responses.having(rate.values());
        having.and(frame.population().subjects());
        responders.computeIfAbsent(parameter.label(), label -> new BitSet()).or(having);
        Clauses clauses = Filter.joined(parameter.clauses(), values(responses.spellings(rate.values())));
        SubsetCounts counts = new SubsetCounts(frame, parameter.records().name(), parameter.groups(), VARIABLE,
                frame.population().subjects(), parameter.clauses(), records);
        List<CellResults> cells = new ArrayList<>(counts.countPercent(List.of(rate.label()), having,
                values(responses.spellings(rate.values()))));
        Counted counted = new Counted(parameter.records().name(), having, VARIABLE, List.of(rate.label()), clauses).from(records);
        cells.addAll(Comparisons.of(frame).cells(counted, parameter.groups(), column -> share(column, having), null));
        body.row(new RowLabel.Given(rate.label()), 1, false, cells);
        if (block.interval() != IntervalMethod.NONE) {
            body.row(new RowLabel.WithInterval(RowName.Shared.INTERVAL, frame.data().settings().confidence()), 2, false,
                    counts.cells(column -> interval(column, rate, having, counts)));
        }
    }

    private CellResults interval(ColumnHead column, Level rate, BitSet having, SubsetCounts counts) {
        ConfidenceInterval interval = share(column, having).proportion().interval(
                ProportionInterval.valueOf(block.interval().name()), frame.data().settings().confidence());
        return new CellResults(Form.PERCENT_INTERVAL, List.of(
                limit(column, rate, Statistic.CI_LOWER, Counting.value(interval.lower()), having, counts),
                limit(column, rate, Statistic.CI_UPPER, Counting.value(interval.upper()), having, counts)), 0, column.n());
    }

    private Result limit(ColumnHead column, Level rate, Statistic statistic, Value limit, BitSet having,
            SubsetCounts counts) {
        Value percent = limit instanceof Value.Real(double real) ? new Value.Real(100 * real) : limit;
        return counts.result(column, List.of(rate.label()), statistic, percent,
                frame.atConfidence(MethodOf.interval(block.interval())), having);
    }

    private static Share share(ColumnHead column, BitSet having) {
        return new Share(having, column.subjects());
    }

    private static Clauses values(List<String> values) {
        return values.size() == 1
                ? Clauses.equal(VARIABLE, values.getFirst())
                : Clauses.of(new Clause.Compare(VARIABLE, Comparator.IN, values));
    }

    /// The first of the durations that the study has times of.
    private void addDuration() throws NotProducedException {
        for (String code : block.duration()) {
            DeclaredModels.TimeToEvent time = new DeclaredModels.TimeToEvent(code, "", List.of(), List.of(),
                    DeclaredModels.Ties.EFRON,
                    DURATION);
            List<String> datasets = TimeToEventAnalysis.candidates(frame.data().study(), "");
            if (BdsParameter.find(frame.data(), datasets, null, code).isPresent()) {
                TimesToEvent times = TimesToEvent.of(time, datasets, frame, body);
                body.heading(new RowLabel.Given(times.parameter.label()), 0, true);
                TimeToEventAnalysis.describe(time, frame, times, body);
                addDifference(times);
                return;
            }
        }
    }

    /// Says whose duration it is: that of the responders by one of several parameters, or of others than the responders.
    private void addDifference(TimesToEvent times) {
        BitSet timed = (BitSet) times.known.clone();
        timed.and(frame.population().subjects());
        Optional<String> same = responders.entrySet().stream().filter(by -> by.getValue().equals(timed)).map(Map.Entry::getKey)
                .findFirst();
        if (same.isPresent()) {
            if (responders.size() > 1) {
                body.remarks.add(new EfficacyRemark.DurationOf(times.parameter.label(), same.get()));
            }
            return;
        }
        BitSet any = new BitSet();
        responders.values().forEach(any::or);
        BitSet untimed = (BitSet) any.clone();
        untimed.andNot(timed);
        timed.andNot(any);
        body.remarks.add(new EfficacyRemark.OtherResponders(times.parameter.label(), untimed.cardinality(),
                timed.cardinality()));
    }
}
