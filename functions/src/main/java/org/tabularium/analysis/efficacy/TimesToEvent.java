package org.tabularium.analysis.efficacy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.AbsentVariable;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.FilteredSubjects;
import org.tabularium.selection.bds.SingleRecord;
import org.tabularium.selection.bds.StatedUnit;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.EqualTimes;
import org.tabularium.statistic.EventTimes;
import org.tabularium.study.records.Censoring;

/// Each subject's time to an event: AVAL, CNSR = 0 being the event and every whole number above it censoring ([Censoring]).
/// Subjects without either are not known, nor are those with another number of CNSR, who are unclear.
final class TimesToEvent {

    final BdsParameter parameter;
    final BitSet events = new BitSet();
    final BitSet known = new BitSet();
    final BitSet unclear = new BitSet();
    final EqualTimes same;

    private final TableFrame frame;
    private final String unit;
    private final int[] recordOf;
    private final JoinedColumn time;
    private final JoinedColumn censored;
    private final @Nullable Records records;

    private TimesToEvent(DeclaredModels.TimeToEvent block, TableFrame frame, BdsParameter parameter, String unit)
            throws NotProducedException {
        this.unit = unit;
        this.frame = frame;
        this.parameter = parameter;
        this.recordOf = SingleRecord.of(parameter);
        this.records = parameter.records().behind(Visit.rows(recordOf));
        this.time = field("AVAL");
        this.censored = field("CNSR");
        for (int subject = 0; subject < recordOf.length; subject++) {
            int row = recordOf[subject];
            if (row >= 0 && !Double.isNaN(time.number(row)) && !Double.isNaN(censored.number(row))) {
                boolean clear = Censoring.isClear(censored.number(row));
                known.set(subject, clear);
                unclear.set(subject, !clear);
                events.set(subject, censored.number(row) == Censoring.EVENT);
            }
        }
        if (!known.intersects(frame.population().subjects())) {
            throw new NotProducedException(new RowsObstacle.NobodyWithTime(parameter.theirs()));
        }
        this.same = EqualTimes.of(DoubleStream.concat(known.stream().mapToDouble(s -> time.number(recordOf[s])),
                block.landmarks().stream().mapToDouble(Double::doubleValue)).toArray());
    }

    /// The times of the parameter that a shell names; says where they come from.
    ///
    /// @throws NotProducedException where there are none
    static TimesToEvent of(DeclaredModels.TimeToEvent block, TableFrame frame, TableBody body) throws NotProducedException {
        return of(block, TimeToEventAnalysis.candidates(frame.data().study(), frame.shell().dataset()), frame, body);
    }

    /// The times of the parameter that a shell names, in one of some datasets.
    ///
    /// @throws NotProducedException where there are none
    static TimesToEvent of(DeclaredModels.TimeToEvent block, List<String> datasets, TableFrame frame, TableBody body)
            throws NotProducedException {
        String code = block.parameter();
        if (code == null) {
            throw new NotProducedException(new AbsenceObstacle.NoParameterNamed(""));
        }
        BdsParameter parameter = BdsParameter.find(frame.data(), datasets, frame.shell().where(), code)
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoTimeParameter(frame.data().study().names().parameter(code))));
        Dimensions.whole(parameter);
        body.addSource(parameter);
        body.placeholders.put("parameter", new RowLabel.Given(parameter.label()));
        return new TimesToEvent(block, frame, parameter, unit(block, parameter, body));
    }

    /// The unit that is printed: the one that the shell asks for, else what the data say.
    ///
    /// @throws NotProducedException where the data say another than the shell: numbers of one unit are not printed as of another
    private static String unit(DeclaredModels.TimeToEvent block, BdsParameter parameter, TableBody body)
            throws NotProducedException {
        StatedUnit stated = StatedUnit.of(parameter);
        if (block.unit().isEmpty()) {
            if (stated.isContradictory()) {
                body.remarks.add(new EfficacyRemark.UnitUnclear(stated.words()));
            }
            return stated.printed();
        }
        if (!stated.allows(block.unit())) {
            throw new NotProducedException(new RowsObstacle.OtherUnit(parameter.theirs(), block.unit(), stated.words()));
        }
        return block.unit();
    }

    JoinedColumn field(String variable) throws NotProducedException {
        return parameter.records().field(variable)
                .orElseThrow(() -> new NotProducedException(
                        AbsentVariable.of(frame.data().study(), parameter.records().name(), variable)));
    }

    /// The row of a subject's record; −1 for none.
    int[] records() {
        return recordOf.clone();
    }

    /// The follow-up of those who are in all of some sets.
    EventTimes follow(BitSet... sets) {
        BitSet subjects = (BitSet) known.clone();
        Arrays.stream(sets).forEach(subjects::and);
        boolean[] ended = new boolean[subjects.cardinality()];
        int next = 0;
        for (int subject = subjects.nextSetBit(0); subject >= 0; subject = subjects.nextSetBit(subject + 1)) {
            ended[next++] = events.get(subject);
        }
        return new EventTimes(subjects.stream().mapToDouble(s -> same.applyAsDouble(time.number(recordOf[s]))).toArray(), ended);
    }

    /// Who is under observation just before a time.
    BitSet atRisk(double landmark) {
        return having(known, own -> own >= same.applyAsDouble(landmark));
    }

    /// Who has the event by a time.
    BitSet eventsUntil(double landmark) {
        return having(events, own -> own <= same.applyAsDouble(landmark));
    }

    /// Whose follow-up ended before a time without the event.
    BitSet censoredBefore(double landmark) {
        BitSet censored = having(known, own -> own < same.applyAsDouble(landmark));
        censored.andNot(events);
        return censored;
    }

    /// Whose time is exactly this, with the event or without.
    BitSet endingAt(double at, boolean withEvent) {
        BitSet ending = having(known, own -> own == at);
        if (withEvent) {
            ending.and(events);
        } else {
            ending.andNot(events);
        }
        return ending;
    }

    private BitSet having(BitSet among, DoublePredicate test) {
        BitSet having = new BitSet();
        among.stream().filter(s -> test.test(same.applyAsDouble(time.number(recordOf[s])))).forEach(having::set);
        return having;
    }

    /// Those of a table's population whom its filter leaves in and who have no time or no censoring indicator.
    BitSet missing() {
        BitSet missing = (BitSet) frame.population().subjects().clone();
        missing.andNot(known);
        missing.andNot(unclear);
        missing.andNot(FilteredSubjects.leftOut(frame.shell().where(), parameter));
        return missing;
    }

    /// Those of [#missing] who have a time and a censoring indicator in a record that the flag of analysis leaves out.
    BitSet unflagged() {
        BitSet others = (BitSet) parameter.every().clone();
        others.andNot(parameter.rows());
        BitSet timed = new BitSet();
        others.stream().filter(row -> !Double.isNaN(time.number(row)) && !Double.isNaN(censored.number(row)))
                .forEach(timed::set);
        BitSet unflagged = parameter.records().subjectsOf(timed);
        unflagged.and(missing());
        return unflagged;
    }

    /// Those of some subjects, of those with a time, within others.
    Behind behind(BitSet having, BitSet within) {
        return new Behind(having, known, within, records);
    }

    /// Those with a time, of all of a column.
    Behind ofAll(ColumnHead column) {
        return new Behind(known, column.subjects(), column.subjects(), records);
    }

    /// The unit of the times; empty where it is not known.
    String unit() {
        return unit;
    }
}
