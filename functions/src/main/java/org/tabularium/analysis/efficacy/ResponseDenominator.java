package org.tabularium.analysis.efficacy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.DeclaredResponses.Denominator;
import org.tabularium.study.VisitTime;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.records.DayZero;

/// Whom a response rate at a visit is of.
///
/// A subject has reached a visit where its planned day, from day zero, for those without it from randomisation (RANDDT) or else
/// from the first treatment on (who had lymphodepletion and no infusion), lies on or before the cut-off, or where it has a value
/// by then. Where nothing tells when a visit is planned, the share is of those assessed.
final class ResponseDenominator {

    private static final String RANDOMISED = "RANDDT";

    private final TableFrame frame;
    private final Denominator kind;
    private final DayZero zero;
    private final Optional<DatasetDates> randomised;
    private final int[] treated;
    private final CutOff cutOff;

    /// @param asked null for the usual one
    /// @throws NotProducedException where `reached` is asked for and the data do not tell
    ResponseDenominator(TableFrame frame, @Nullable Denominator asked) throws NotProducedException {
        this.frame = frame;
        this.zero = DayZero.of(frame.data());
        this.randomised = frame.data().adsl().column(RANDOMISED).map(DatasetDates::of).filter(DatasetDates::holdsDates);
        this.treated = DayZero.days(frame.data().adsl(), DayZero.TREATMENT);
        this.cutOff = CutOff.of(frame.data());
        boolean known = zero.isKnown() && cutOff.day() != null;
        if (asked == Denominator.REACHED && !known) {
            throw new NotProducedException(new RowsObstacle.DueUnknown(zero.variable()));
        }
        Denominator usual = known ? Denominator.REACHED : Denominator.ASSESSED;
        this.kind = asked == null ? usual : asked;
    }

    Denominator kind() {
        return kind;
    }

    /// Whether it is known when a visit is planned.
    boolean isPlanned(BdsParameter parameter, Visit visit) {
        return planned(parameter, visit).isPresent();
    }

    /// When a visit is planned, as its name says. A "Follow-up Month 3" may count from another day: it is month 3 where its
    /// records were made then, as they are after a single infusion.
    private Optional<VisitTime> planned(BdsParameter parameter, Visit visit) {
        Optional<VisitTime> said = VisitTime.of(visit.name());
        Optional<VisitTime> time = said.isPresent()
                ? said
                : VisitTime.named(visit.name()).filter(named -> wasThen(parameter, visit, named));
        return time.map(named -> named.unit() == VisitTime.Unit.DAY ? named.counted(isFromZero(parameter)) : named);
    }

    /// Whether a visit of the parameter's dataset is called Day 0.
    private static boolean isFromZero(BdsParameter parameter) {
        return parameter.records().field("AVISIT")
                .filter(name -> VisitTime.isFromZero(name.texts(parameter.records().size()))).isPresent();
    }

    /// Whether the median study day of a visit's records is the planned one, within a week or a fifth of the time.
    private boolean wasThen(BdsParameter parameter, Visit visit, VisitTime time) {
        Optional<DatasetDates> dates = CutOff.dates(parameter.records().dataset());
        Optional<JoinedColumn> studyDay = parameter.records().field("ADY").filter(JoinedColumn::numeric);
        double[] days = IntStream.range(0, visit.recordOf().length).filter(subject -> visit.recordOf()[subject] >= 0)
                .mapToDouble(subject -> {
                    int row = visit.recordOf()[subject];
                    double dated = dates.map(d -> zero.studyDay(subject, d.epochDay(row))).orElse(Double.NaN);
                    return Double.isNaN(dated) ? studyDay.map(column -> column.number(row)).orElse(Double.NaN) : dated;
                }).filter(day -> !Double.isNaN(day)).sorted().toArray();
        return days.length > 0 && Math.abs(days[days.length / 2] - time.studyDay()) <= Math.max(7, time.days() / 5);
    }

    /// The subjects that the share at a visit is of.
    BitSet of(BdsParameter parameter, Visit visit, BitSet assessed) {
        return switch (kind) {
            case ASSESSED -> assessed;
            case ALL -> frame.population().subjects();
            case REACHED -> reached(parameter, visit, assessed);
        };
    }

    /// What selects those subjects.
    ///
    /// @param values the clauses of the values at the visit, or of all visits
    /// @param visits empty for all
    Clauses clauses(BdsParameter parameter, Clauses values, List<Visit> visits) {
        Clauses others = switch (kind) {
            case ASSESSED -> Clauses.NONE;
            case ALL -> Clauses.of(Criterion.WITHOUT_VALUE);
            case REACHED -> visits.stream().anyMatch(visit -> !isPlanned(parameter, visit))
                    ? Clauses.NONE
                    : Clauses.of(Criterion.REACHED_VISIT, visits.stream().map(Visit::name).toArray(String[]::new));
        };
        return others.isEmpty() ? values : Clauses.of(new Clause.Any(List.of(values, others)));
    }

    private BitSet reached(BdsParameter parameter, Visit visit, BitSet assessed) {
        BitSet reached = (BitSet) assessed.clone();
        Optional<VisitTime> time = planned(parameter, visit);
        Optional<DatasetDates> dates = CutOff.dates(parameter.records().dataset());
        if (time.isPresent() && dates.isPresent()) {
            assessed.stream().filter(s -> cutOff.isBefore(dates.get().epochDay(visit.recordOf()[s]))).forEach(reached::clear);
        }
        LocalDate end = cutOff.day();
        for (int subject = 0; subject < zero.days().length && time.isPresent() && end != null; subject++) {
            LocalDate start = start(subject);
            if (start != null && !time.get().from(start).isAfter(end)) {
                reached.set(subject);
            }
        }
        return reached;
    }

    /// The subjects of the population of whom nothing tells which visits they have reached.
    BitSet unplaced() {
        BitSet unplaced = new BitSet();
        if (kind == Denominator.REACHED) {
            frame.population().subjects().stream().filter(subject -> start(subject) == null).forEach(unplaced::set);
        }
        return unplaced;
    }

    private @Nullable LocalDate start(int subject) {
        int day = zero.days()[subject];
        if (day != DatasetDates.ABSENT) {
            return LocalDate.ofEpochDay(day);
        }
        Optional<LocalDate> random = randomised.flatMap(dates -> dates.date(subject));
        if (random.isPresent()) {
            return random.get();
        }
        return treated[subject] == DatasetDates.ABSENT ? null : LocalDate.ofEpochDay(treated[subject]);
    }

    /// Whether anybody of the population counts from the first treatment for want of day zero.
    private boolean isTreatedOnly() {
        return frame.population().subjects().stream().anyMatch(subject -> zero.days()[subject] == DatasetDates.ABSENT
                && randomised.flatMap(dates -> dates.date(subject)).isEmpty() && treated[subject] != DatasetDates.ABSENT);
    }

    /// The footnote that says whom percentages are of.
    ///
    /// @param outcomes what the percentages are of
    Remark remark(EfficacyRemark.Outcomes outcomes) {
        return switch (kind) {
            case ASSESSED -> new RecordRemark.AtVisit();
            case ALL -> new EfficacyRemark.OfAllSubjects(outcomes);
            case REACHED -> new EfficacyRemark.OfReached(cutOff.given() ? null : cutOff.day(),
                    zero.isFirstTreatment() ? "" : zero.variable(), randomised.isPresent(),
                    isTreatedOnly(), outcomes);
        };
    }
}
