package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.TermFilter;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.event.EventDays;
import org.tabularium.selection.event.Infusions;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredFigure.Swimmer;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// A lane a subject ([Swimmer]): how long it is followed, when it is infused, when it first attains each response, when events
/// begin, when it takes no steroids.
public final class SwimmerLanes implements RowsKind<Swimmer> {

    private static final String EVENTS = "ADAE";
    private static final String DOSE = "PREDDOSE";
    /// Durations are rounded, in months to a decimal: what is no farther apart is at one time.
    private static final double ROUNDED = 0.1 * FigureTime.MONTH;
    private static final Set<Layer> MARKS = EnumSet.of(Layer.MARK, Layer.EVENT, Layer.DEATH);

    @Override
    public RowsDeclaration<Swimmer> declaration() {
        return DeclaredFigure.Swimmer.DECLARATION;
    }

    @Override
    public void ask(Swimmer figure, ColumnRequest request) {
        Study study = request.study();
        request.columns().ask(Study.ADSL, SubjectNames.VARIABLES);
        request.columns().ask(Study.ADSL, FollowUps.VARIABLES);
        Infusions.ask(study, request.columns());
        DerivedEndpoints.ask(study, request.columns());
        BdsParameter.candidates(study, "").forEach(dataset -> BdsParameter.ask(study, dataset, request.columns()));
        if (study.has(EVENTS)) {
            request.columns().ask(EVENTS, EventDays.READ);
            request.columns().ask(EVENTS, EventGrades.READ);
            request.columns().ask(EVENTS, "AEDECOD");
        }
    }

    @Override
    public Optional<Obstacle> unmet(Swimmer figure, Shell shell, Study study) {
        return study.has(Study.ADSL, "TRTSDT") || study.has(Study.ADSL, "FUPDUR")
                ? Optional.empty()
                : Optional.of(new AbsenceObstacle.NothingOf(List.of("ADSL.TRTSDT")));
    }

    @Override
    public RowsPromise promise(Swimmer figure) {
        return RowsPromise.NONE;
    }

    /// A subject in its lane.
    private record Lane(int subject, double end) {}

    @Override
    public void add(Swimmer figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        StudyData data = frame.data();
        FigureTime time = FigureTime.of(data, figure.unit());
        body.placeholders.put("unit", new RowLabel.Given(time.unit()));
        FigureTime.sayZero(time.zero(), body);
        SubjectRows rows = new SubjectRows(frame, body);
        FollowUps follow = new FollowUps(data, time);
        Infusions infusions = Infusions.of(data);
        List<FirstAttained> attained = attained(figure, time, frame, body);
        List<TimedEvents> events = events(figure, time, data, body);
        Optional<SteroidFree> free = SteroidFree.of(data, DOSE, time, body);
        Optional<Integer> cutOff = Optional.ofNullable(data.settings().cutOff()).map(day -> Math.toIntExact(day.toEpochDay()));
        double tolerance = ROUNDED / time.days();
        int beyond = 0;
        boolean crowded = false;
        boolean over = false;
        for (ColumnHead column : frame.columns()) {
            for (Lane lane : lanes(column, follow)) {
                int subject = lane.subject;
                int first = body.drawn.size();
                draw(Layer.BAR, column, subject, lane.end, "FUPDUR", rows);
                if (follow.isOngoing(subject)) {
                    draw(Layer.ONGOING, column, subject, lane.end, "EOSSTT", rows);
                }
                free.ifPresent(of -> of.draw(column, subject, rows));
                follow.death(subject).ifPresent(at -> rows.draw(Layer.DEATH, column, subject,
                        new RowLabel.Named(RowName.Subject.DEATH), at, rows.result(column, subject,
                                SubjectRows.Source.ofAdsl("DTHFL"), Statistic.VALUE, new Value.Real(at), Layer.DEATH.word(),
                                ValueText.number(at))));
                double cut = cutOff.map(day -> time.at(subject, day)).orElse(Double.NaN);
                if (follow.isOngoing(subject) || cut <= lane.end + tolerance) {
                    draw(Layer.CUT_OFF, column, subject, cut, time.zero().variable(), rows);
                } else {
                    over |= !Double.isNaN(cut);
                }
                for (int day : infusions.of(subject)) {
                    draw(Layer.INFUSION, column, subject, time.at(subject, day), "TRTSDT", rows);
                }
                attained.forEach(a -> a.draw(column, subject, rows));
                events.forEach(e -> e.draw(column, subject, rows));
                double[] marks = body.drawn.subList(first, body.drawn.size()).stream()
                        .filter(row -> MARKS.contains(row.layer())).mapToDouble(FigureRow::at).toArray();
                crowded |= marks.length > 1;
                beyond += Math.toIntExact(Arrays.stream(marks).filter(at -> at > lane.end + tolerance).count());
            }
        }
        // What the title names.
        if (body.drawn.stream().anyMatch(row -> row.layer() == Layer.MARK)) {
            body.placeholders.put("responses", SubjectRows.NOTHING);
        }
        if (body.drawn.stream().anyMatch(row -> row.layer() == Layer.EVENT || row.layer() == Layer.DEATH)) {
            body.placeholders.put("events", SubjectRows.NOTHING);
        }
        body.remarks.add(new SubjectRemark.Lanes(follow.isGiven(), over, crowded, beyond));
    }

    /// The longest first.
    private static List<Lane> lanes(ColumnHead column, FollowUps follow) {
        return column.subjects().stream().mapToObj(subject -> new Lane(subject, follow.of(subject)))
                .filter(lane -> !Double.isNaN(lane.end))
                .sorted(Comparator.comparingDouble((Lane lane) -> -lane.end).thenComparingInt(Lane::subject))
                .toList();
    }

    private static void draw(Layer layer, ColumnHead column, int subject, double at, String variable, SubjectRows rows) {
        if (!Double.isNaN(at)) {
            rows.draw(layer, column, subject, SubjectRows.NOTHING, at, rows.result(column, subject,
                    SubjectRows.Source.ofAdsl(variable), Statistic.VALUE, new Value.Real(at), layer.word(),
                    ValueText.number(at)));
        }
    }

    /// The responses that a subject attains; of others nothing is drawn, and nothing is to be said.
    private static List<FirstAttained> attained(Swimmer figure, FigureTime time, TableFrame frame, TableBody body)
            throws NotProducedException {
        List<FirstAttained> found = new ArrayList<>();
        for (String code : figure.parameters()) {
            Optional<BdsParameter> parameter = FirstAttained.find(frame.data(), code);
            if (parameter.isPresent()) {
                FirstAttained of = new FirstAttained(parameter.get(), time);
                if (of.isAttained(frame.population().subjects())) {
                    found.add(of);
                    body.addSource(parameter.get());
                }
            }
        }
        return found;
    }

    private static List<TimedEvents> events(Swimmer figure, FigureTime time, StudyData data, TableBody body) {
        Optional<JoinedRecords> events = JoinedRecords.of(data, EVENTS);
        List<TimedEvents> found = new ArrayList<>();
        events.ifPresent(records -> figure.terms().forEach(
                term -> found.add(new TimedEvents(term, records, records.select(TermFilter.reported(term, records)), time))));
        if (found.stream().anyMatch(of -> !of.isEmpty())) {
            body.datasets.add(EVENTS);
        }
        return found;
    }
}
