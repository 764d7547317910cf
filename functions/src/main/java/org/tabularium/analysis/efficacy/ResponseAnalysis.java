package org.tabularium.analysis.efficacy;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Share;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.selection.bds.SingleAssessment;
import org.tabularium.selection.bds.SingleRecord;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredResponses.Denominator;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.study.records.BdsRecords.Phase;

/// Computes [DeclaredResponses.Response]: the share of responders by visit, at any visit and at the last assessment, each with
/// its interval.
///
/// Whom a share is of [ResponseDenominator] says; "at any visit" and "at last assessment" are of those who are in the denominator
/// of at least one visit. Responses that
/// nobody wants (a relapse) stand last, at a visit of those assessed, at any visit of those ever assessed, unless the table names
/// a denominator: missing is never a "no" there. A
/// parameter without visits is one
/// assessment a subject.
public final class ResponseAnalysis {

    private final DeclaredResponses.Response block;
    private final TableFrame frame;
    private final TableBody body;
    private final ResponseDenominator denominator;
    private final BitSet unplaced = new BitSet();
    private int unclear;
    private int notReached;

    private ResponseAnalysis(DeclaredResponses.Response block, TableFrame frame, TableBody body) throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.denominator = new ResponseDenominator(frame, block.denominator());
    }

    public static void add(DeclaredResponses.Response block, TableFrame frame, TableBody body) throws NotProducedException {
        ResponseAnalysis analysis = new ResponseAnalysis(block, frame, body);
        ResponseParameters parameters = ResponseParameters.of(block, frame);
        if (parameters.found().isEmpty()) {
            throw new NotProducedException(parameters.nothing());
        }
        for (BdsParameter parameter : parameters.wanted()) {
            analysis.addParameter(parameter, false);
        }
        for (BdsParameter parameter : parameters.unfavourable()) {
            analysis.addParameter(parameter, true);
        }
        if (analysis.isEmpty()) {
            throw new NotProducedException(parameters.valueless());
        }
        body.remarks.addAll(parameters.remarks());
        analysis.addRemarks(!parameters.wanted().isEmpty(), !parameters.unfavourable().isEmpty());
    }

    /// Whether no share is of anybody.
    private boolean isEmpty() {
        return body.rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == Statistic.N)
                .noneMatch(result -> result.value() instanceof Value.Whole(long n) && n > 0);
    }

    private void addParameter(BdsParameter parameter, boolean unfavourable) throws NotProducedException {
        body.addSource(parameter);
        body.heading(new RowLabel.Given(parameter.label()), 0, true);
        ResponseAnswers answers = ResponseAnswers.of(parameter);
        EndpointSubjects subjects = EndpointSubjects.of(parameter, frame.arms());
        subjects.remark(parameter.label(), frame.population().subjects()).ifPresent(body.remarks::add);
        Rows rows = new Rows(parameter, answers, subjects, unfavourable);
        if (SingleAssessment.isOne(parameter)) {
            rows.addOverall();
        } else {
            rows.addVisits();
        }
    }

    /// The rows of one parameter.
    private final class Rows {
        private final BdsParameter parameter;
        private final ResponseAnswers answers;
        private final EndpointSubjects subjects;
        private final BitSet outside;
        private final boolean unfavourable;
        private final ShareRows shares;

        Rows(BdsParameter parameter, ResponseAnswers answers, EndpointSubjects subjects, boolean unfavourable) {
            this.parameter = parameter;
            this.answers = answers;
            this.subjects = subjects;
            this.outside = subjects.outside();
            this.unfavourable = unfavourable && block.denominator() == null;
            this.shares = new ShareRows(block, frame, body, parameter, answers, outside);
        }

        void addOverall() throws NotProducedException {
            int[] recordOf = SingleRecord.of(parameter.only(SingleAssessment.rows(parameter)));
            BitSet assessed = answered(recordOf, true);
            boolean all = denominator.kind() == Denominator.ALL && !unfavourable;
            Share share = share(all ? frame.population().subjects() : assessed, answered(recordOf, false));
            shares.add(share, RowName.Shared.OVERALL.level(), new RowLabel.Named(RowName.Shared.OVERALL), List.of(),
                    selected(Clauses.of(Criterion.ONE_ASSESSMENT), List.of(), all), behind(recordOf));
            if (!all) {
                body.remarks.add(new EfficacyRemark.NoVisits(parameter.label()));
            }
        }

        void addVisits() throws NotProducedException {
            BitSet anyDenominator = new BitSet();
            BitSet anyResponder = new BitSet();
            BitSet lastResponder = new BitSet();
            List<Visit> visits = Visit.of(parameter, block.visits());
            body.addAbsentVisits(parameter, visits);
            for (Visit visit : visits) {
                if (visit.phase() == Phase.AFTER_BASELINE) {
                    BitSet assessed = answered(visit.recordOf(), true);
                    if (!unfavourable && denominator.kind() == Denominator.REACHED
                            && !denominator.isPlanned(parameter, visit)) {
                        body.remarks.add(new EfficacyRemark.TimelessVisit(visit.name()));
                    }
                    Share share = share(unfavourable ? assessed : denominator.of(parameter, visit, assessed),
                            answered(visit.recordOf(), false));
                    shares.add(share, visit.name(), new RowLabel.OfLevel("AVISIT", visit.name()), List.of(),
                            selected(Clauses.equal("AVISIT", visit.name()), List.of(visit), !unfavourable),
                            behind(visit.recordOf()));
                    notReached += beyond(assessed, share.of());
                    anyDenominator.or(share.of());
                    anyResponder.or(share.having());
                    assessed.and(share.of());
                    lastResponder.andNot(assessed);
                    lastResponder.or(share.having());
                }
            }
            addShare(new Share(anyResponder, anyDenominator), RowName.Laboratory.AT_ANY_VISIT,
                    Clauses.of(Criterion.ANY_VISIT));
            addShare(new Share(lastResponder, anyDenominator), RowName.Laboratory.AT_LAST_ASSESSMENT,
                    Clauses.of(Criterion.LAST_VISIT));
            if (!unfavourable) {
                BitSet left = denominator.unplaced();
                left.andNot(anyDenominator);
                left.andNot(outside);
                unplaced.or(left);
            }
            int without = SingleAssessment.withoutVisit(parameter);
            if (without > 0) {
                body.remarks.add(new EfficacyRemark.WithoutVisit(without, parameter.label()));
            }
        }

        /// How many subjects of the population with a value at a visit are not among those it is of, though they can be.
        private int beyond(BitSet assessed, BitSet of) {
            BitSet beyond = (BitSet) assessed.clone();
            beyond.and(frame.population().subjects());
            beyond.andNot(of);
            beyond.andNot(outside);
            return beyond.cardinality();
        }

        /// @param missingCounts whether who has no value may be in the denominator
        private ShareRows.Selected selected(Clauses at, List<Visit> visits, boolean missingCounts) {
            Clauses values = Filter.joined(parameter.clauses(), at);
            Clauses of = missingCounts ? denominator.clauses(parameter, values, visits) : values;
            return new ShareRows.Selected(values, outside.intersects(frame.population().subjects())
                    ? of.and(Clauses.of(Criterion.CAN_MEET_ENDPOINT, subjects.levels().toArray(String[]::new)))
                    : of);
        }

        private Share share(BitSet of, BitSet responders) {
            BitSet denominators = (BitSet) of.clone();
            denominators.andNot(outside);
            return new Share(responders, denominators);
        }

        private @Nullable Records behind(int[] recordOf) {
            return parameter.records().behind(Visit.rows(recordOf));
        }

        /// The subjects with an answer, or those of them with a yes.
        private BitSet answered(int[] recordOf, boolean any) {
            BitSet subjects = new BitSet();
            for (int subject = 0; subject < recordOf.length; subject++) {
                int row = recordOf[subject];
                Optional<Boolean> answer = row < 0 ? Optional.empty() : answers.of(row);
                subjects.set(subject, any ? answer.isPresent() : answer.orElse(false));
                unclear += any && row >= 0 && answer.isEmpty() ? 1 : 0;
            }
            return subjects;
        }

        private void addShare(Share share, RowName name, Clauses at) {
            shares.add(share, name.level(), new RowLabel.Named(name), List.of(name.level()),
                    selected(at, List.of(), !unfavourable),
                    parameter.records().behind(parameter::rows));
        }
    }

    private static EfficacyRemark.Outcomes outcomes(boolean wanted, boolean unfavourable) {
        if (!wanted) {
            return EfficacyRemark.Outcomes.UNFAVOURABLE;
        }
        return unfavourable ? EfficacyRemark.Outcomes.BOTH : EfficacyRemark.Outcomes.RESPONSES;
    }

    private void addRemarks(boolean wanted, boolean unfavourable) {
        boolean named = block.denominator() != null;
        if (wanted || named) {
            body.remarks.add(denominator.remark(outcomes(wanted, unfavourable && named)));
        }
        if (unfavourable && !named) {
            body.remarks.add(new EfficacyRemark.UnfavourablePercentages());
        }
        if (!unplaced.isEmpty()) {
            body.remarks.add(new EfficacyRemark.WithoutStart(unplaced.cardinality()));
        }
        if (notReached > 0) {
            body.remarks.add(new EfficacyRemark.NotReached(notReached));
        }
        if (unclear > 0) {
            body.remarks.add(new EfficacyRemark.UnclearValues(unclear));
        }
        if (block.interval() != IntervalMethod.NONE) {
            body.remarks.add(new EfficacyRemark.Intervals(block.interval()));
        }
    }
}
