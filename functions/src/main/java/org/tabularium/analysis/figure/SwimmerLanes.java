package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.EventDays;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.Infusions;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.shell.DeclaredFigure.Swimmer;
import org.tabularium.shell.FigureDeclarations;
import org.tabularium.shell.RowsDeclaration;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// A lane a subject ([Swimmer]): how long it is followed, when it is infused, when it first attains each response, when events
/// begin, when it takes no steroids.
public final class SwimmerLanes implements RowsKind<Swimmer> {

    private static final String EVENTS = "ADAE";
    private static final String DOSE = "PREDDOSE";

    @Override
    public RowsDeclaration<Swimmer> declaration() {
        return FigureDeclarations.SWIMMER;
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

    @Override
    public void add(Swimmer figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        new Making(figure, frame, body).add();
    }

    /// A figure in the making.
    private static final class Making {

        private final Swimmer figure;
        private final TableFrame frame;
        private final TableBody body;
        private final StudyData data;
        private final FigureTime time;
        private final SubjectNames names;
        private final Infusions infusions;

        Making(Swimmer figure, TableFrame frame, TableBody body) {
            this.figure = figure;
            this.frame = frame;
            this.body = body;
            this.data = frame.data();
            this.time = FigureTime.of(data, figure.unit());
            this.names = new SubjectNames(data);
            this.infusions = Infusions.of(data);
        }

        /// A subject in its lane.
        private record Lane(int subject, double end) {}

        void add() throws NotProducedException {
            body.placeholders.put("unit", new RowLabel.Given(time.unit()));
            FollowUps follow = new FollowUps(data, time);
            List<Attained> attained = attained();
            List<Happened> happened = happened();
            Optional<SteroidFree> free = SteroidFree.of(data, DOSE, time, body);
            for (ColumnHead column : frame.columns()) {
                List<Lane> lanes = new ArrayList<>();
                column.subjects().stream().forEach(s -> lanes.add(new Lane(s, follow.of(s))));
                lanes.removeIf(lane -> Double.isNaN(lane.end));
                lanes.sort(Comparator.comparingDouble((Lane lane) -> -lane.end).thenComparingInt(Lane::subject));
                for (Lane lane : lanes) {
                    drawn(Layer.BAR, column, lane.subject, new RowLabel.Given(""), lane.end, "FUPDUR", List.of());
                    if (follow.isOngoing(lane.subject)) {
                        drawn(Layer.ONGOING, column, lane.subject, new RowLabel.Given(""), lane.end, "EOSSTT", List.of());
                    }
                    free.ifPresent(of -> of.stretches(lane.subject).forEach(stretch -> stretch(column, lane.subject, stretch)));
                    infusions.of(lane.subject).forEach(day -> infusion(column, lane.subject, day));
                    attained.forEach(a -> a.add(column, lane.subject));
                    happened.forEach(h -> h.add(column, lane.subject));
                }
            }
        }

        private void infusion(ColumnHead column, int subject, int day) {
            double at = time.at(subject, day);
            if (!Double.isNaN(at)) {
                drawn(Layer.INFUSION, column, subject, new RowLabel.Given(""), at, "TRTSDT", List.of());
            }
        }

        private void stretch(ColumnHead column, int subject, SteroidFree.Stretch stretch) {
            Result end = frame.result(DOSE, column, Map.of(), DOSE, List.of(names.key(subject), Double.toString(stretch.from())),
                    Statistic.MAX, new Value.Real(stretch.to()), Clauses.NONE);
            body.drawn.add(new FigureRow(Layer.STRETCH, column.arm(), item(subject), new RowLabel.Given(""), stretch.from(),
                    new CellResults(Form.EMPTY, List.of(end), 1, 0)));
        }

        private RowLabel item(int subject) {
            return new RowLabel.Given(names.printed(subject));
        }

        private void drawn(Layer layer, ColumnHead column, int subject, RowLabel what, double at, String variable,
                List<Result> more) {
            List<Result> results = new ArrayList<>();
            String level = what instanceof RowLabel.Given(String text) && !text.isEmpty() ? text : layer.word();
            results.add(frame.result(Study.ADSL, column, Map.of(), variable, List.of(names.key(subject), level), Statistic.VALUE,
                    new Value.Real(at), Clauses.NONE));
            results.addAll(more);
            body.drawn.add(new FigureRow(layer, column.arm(), item(subject), what, at,
                    new CellResults(Form.EMPTY, List.copyOf(results), 1, 0)));
        }

        private List<Attained> attained() throws NotProducedException {
            List<Attained> found = new ArrayList<>();
            for (String code : figure.parameters()) {
                Optional<BdsParameter> parameter = BdsParameter.find(data, "", null, code);
                if (parameter.isPresent()) {
                    found.add(new Attained(parameter.get(), ResponseAnswers.of(parameter.get())));
                    body.addSource(parameter.get());
                }
            }
            return found;
        }

        private List<Happened> happened() {
            Optional<JoinedRecords> events = JoinedRecords.of(data, EVENTS);
            List<Happened> found = new ArrayList<>();
            events.ifPresent(records -> figure.terms().forEach(
                    term -> found.add(new Happened(term, records, records.select(Filter.ofTerm(term, records))))));
            if (events.isPresent() && found.stream().anyMatch(h -> !h.rows.isEmpty())) {
                body.datasets.add(EVENTS);
            }
            return found;
        }

        /// The first record of each subject that answers yes.
        private final class Attained {

            private final BdsParameter parameter;
            private final Map<Integer, Double> first = new TreeMap<>();

            Attained(BdsParameter parameter, ResponseAnswers answers) {
                this.parameter = parameter;
                JoinedRecords records = parameter.records();
                Optional<DatasetDates> dates = records.dataset().column("ADT").map(DatasetDates::of);
                parameter.rows().stream().filter(row -> answers.of(row).orElse(false)).forEach(row -> {
                    int subject = records.subject(row);
                    double dated = dates.map(d -> time.at(subject, d.epochDay(row))).orElse(Double.NaN);
                    double at = Double.isNaN(dated)
                            ? records.field("AVISIT").map(visit -> time.atVisit(visit.text(row))).orElse(Double.NaN)
                            : dated;
                    if (!Double.isNaN(at)) {
                        first.merge(subject, at, Math::min);
                    }
                });
            }

            void add(ColumnHead column, int subject) {
                Double at = first.get(subject);
                if (at != null) {
                    Result result = frame.result(parameter.records().name(), column, Map.of("PARAMCD", parameter.code()), "AVALC",
                            List.of(names.key(subject)), Statistic.VALUE, new Value.Real(at), parameter.clauses());
                    body.drawn.add(new FigureRow(Layer.MARK, column.arm(), item(subject), new RowLabel.Given(parameter.label()),
                            at, new CellResults(Form.EMPTY, List.of(result), 1, 0)));
                }
            }
        }

        /// Events of a term.
        private final class Happened {

            private final String term;
            private final JoinedRecords records;
            private final BitSet rows;
            private final EventDays days;
            private final EventGrades grades;

            Happened(String term, JoinedRecords records, BitSet rows) {
                this.term = term;
                this.records = records;
                this.rows = rows;
                this.days = EventDays.of(records);
                this.grades = EventGrades.of(records);
            }

            void add(ColumnHead column, int subject) {
                Set<String> keys = new HashSet<>();
                rows.stream().filter(row -> records.subject(row) == subject).forEach(row -> {
                    BitSet one = new BitSet();
                    one.set(row);
                    Double day = days.onset(one).get(subject);
                    if (day != null) {
                        double at = (day > 0 ? day - 1 : day) / time.days();
                        int grade = grades.of(row);
                        if (keys.add(day + " " + grade)) {
                            event(column, subject, at, day, grade);
                        }
                    }
                });
            }

            private void event(ColumnHead column, int subject, double at, double day, int grade) {
                List<String> level = List.of(names.key(subject), term, Long.toString(Math.round(day)));
                List<Result> results = new ArrayList<>();
                results.add(frame.result(EVENTS, column, Map.of(), "AEDECOD", level, Statistic.VALUE, new Value.Real(at),
                        Clauses.equal("AEDECOD", term)));
                if (grade != EventGrades.MISSING) {
                    results.add(frame.result(EVENTS, column, Map.of(), "AEDECOD", level, Statistic.GRADE, new Value.Whole(grade),
                            Clauses.equal("AEDECOD", term)));
                }
                body.drawn.add(new FigureRow(Layer.EVENT, column.arm(), item(subject), new RowLabel.Given(term), at,
                        new CellResults(Form.EMPTY, List.copyOf(results), 1, 0)));
            }
        }
    }
}
