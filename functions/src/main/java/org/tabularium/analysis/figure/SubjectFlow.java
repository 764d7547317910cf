package org.tabularium.analysis.figure;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.dataset.Column;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.shell.rows.DeclaredFigure.Flow;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Who came how far ([Flow]): screened, not enrolled and why (ADIE, else DCSREAS), enrolled, and in each arm treated, how the
/// study ended (EOSSTT, DCSREAS where it says more), and the sets that are analysed.
public final class SubjectFlow implements RowsKind<Flow> {

    private static final String CRITERIA = "ADIE";
    private static final String DISCONTINUED = "DCSREAS";
    /// Flags of those treated, and of sets that are analysed, of which those that ADSL has are boxes.
    private static final List<String> TREATED = List.of("INFFL", "SAFFL");
    private static final List<String> ANALYSED = List.of("EFFFL", "FASFL", "ITTFL", "DLTEVLFL", "PPROTFL");

    @Override
    public RowsDeclaration<Flow> declaration() {
        return DeclaredFigure.Flow.DECLARATION;
    }

    @Override
    public void ask(Flow figure, ColumnRequest request) {
        request.ofAdsl(ScreenFailures.VARIABLES);
        request.ofAdsl(TREATED);
        request.ofAdsl(ANALYSED);
        request.ofAdsl(List.of("EOSSTT", "DCSREAS", "ENRLFL"));
        if (request.study().has(CRITERIA)) {
            request.columns().ask(CRITERIA, "IETEST", "IETESTCD");
        }
    }

    @Override
    public RowsPromise promise(Flow figure) {
        return RowsPromise.NONE;
    }

    @Override
    public void add(Flow figure, TableFrame frame, TableRecords records, TableBody body) {
        // Its arms are of those enrolled, whom its boxes count; no column of it has an N.
        body.unshown.removeIf(result -> result.statistic() == Statistic.COLUMN_TOTAL);
        StudyData data = frame.data();
        BitSet all = frame.population().subjects();
        ColumnHead everybody = new ColumnHead("", "", all);
        BitSet failures = ScreenFailures.of(data.adsl());
        failures.and(all);
        Population enrolled = Population.of(PopulationName.ENROLLED, data);
        BitSet out = (BitSet) all.clone();
        out.andNot(enrolled.subjects());
        if (!out.isEmpty()) {
            box(frame, body, everybody, new RowLabel.Named(RowName.Subject.SCREENED), all, Clauses.NONE);
            box(frame, body, everybody, new RowLabel.Named(RowName.Subject.SCREEN_FAILURES), out,
                    out.equals(failures) ? Clauses.of(Criterion.SCREEN_FAILURE) : Clauses.of(Criterion.NOT_ENROLLED));
            Clauses notEnrolled = out.equals(failures)
                    ? Clauses.of(Criterion.SCREEN_FAILURE)
                    : Clauses.of(Criterion.NOT_ENROLLED);
            Reasons reasons = Reasons.of(data, out);
            reasons.subjects
                    .forEach((reason, subjects) -> reason(frame, body, everybody, reasons, reason, subjects, notEnrolled));
        }
        box(frame, body, everybody, new RowLabel.Named(RowName.Subject.ENROLLED), enrolled.subjects(), enrolled.where());
        for (ColumnHead column : frame.columns()) {
            BitSet members = (BitSet) column.subjects().clone();
            members.and(enrolled.subjects());
            ColumnHead arm = new ColumnHead(column.arm(), column.label(), members);
            box(frame, body, arm, new RowLabel.OfArm(column.arm()), members, Clauses.NONE);
            flag(frame, body, arm, TREATED.stream().filter(data.adsl()::has).findFirst());
            levels(data, "EOSSTT", members).forEach((level, subjects) -> {
                box(frame, body, arm, new RowLabel.OfLevel("EOSSTT", level), subjects, Clauses.equal("EOSSTT", level));
                if (!level.equalsIgnoreCase("COMPLETED") && !level.equalsIgnoreCase("ONGOING")) {
                    Reasons reasons = Reasons.ofAdsl(data, subjects);
                    reasons.subjects.forEach((reason, of) -> {
                        boolean saidAbove = reason.equalsIgnoreCase(level) && of.equals(subjects);
                        if (!saidAbove) {
                            reason(frame, body, arm, reasons, reason, of, Clauses.equal("EOSSTT", level));
                        }
                    });
                }
            });
            flag(frame, body, arm, ANALYSED.stream().filter(data.adsl()::has).findFirst());
        }
    }

    private static void flag(TableFrame frame, TableBody body, ColumnHead arm, Optional<String> flag) {
        flag.ifPresent(variable -> box(frame, body, arm, new RowLabel.OfVariable(Study.ADSL, variable),
                levels(frame.data(), variable, arm.subjects()).getOrDefault("Y", new BitSet()), Clauses.equal(variable, "Y")));
    }

    private static void reason(TableFrame frame, TableBody body, ColumnHead of, Reasons reasons, String reason, BitSet subjects,
            Clauses among) {
        draw(Layer.REASON, frame, body, of, reasons.dataset, new RowLabel.OfLevel(DISCONTINUED, reason), reasons.variable,
                List.of(reason), subjects, among.and(Clauses.equal(reasons.variable, reason)));
    }

    private static void box(TableFrame frame, TableBody body, ColumnHead of, RowLabel label, BitSet subjects, Clauses clauses) {
        switch (label) {
            case RowLabel.OfVariable(String _, String variable) ->
                draw(Layer.BOX, frame, body, of, Study.ADSL, label, variable, List.of("Y"), subjects, clauses);
            case RowLabel.OfLevel(String variable, String text) ->
                draw(Layer.BOX, frame, body, of, Study.ADSL, label, variable, List.of(text), subjects, clauses);
            case RowLabel.Named(RowName name) ->
                draw(Layer.BOX, frame, body, of, Study.ADSL, label, null, List.of(name.level()), subjects, clauses);
            default -> draw(Layer.BOX, frame, body, of, Study.ADSL, label, null, List.of(of.label()), subjects, clauses);
        }
    }

    private static void draw(Layer layer, TableFrame frame, TableBody body, ColumnHead of, String dataset, RowLabel label,
            @Nullable String variable, List<String> level, BitSet subjects, Clauses clauses) {
        BitSet counted = (BitSet) subjects.clone();
        counted.and(of.subjects());
        body.drawn.add(new FigureRow(layer, of.arm(), label, Double.NaN, new CellResults(Form.COUNT,
                List.of(frame.result(dataset, of, Map.of(), variable, level, Statistic.COUNT,
                        new Value.Whole(counted.cardinality()), clauses,
                        new Behind(counted, of.subjects(), of.subjects(), null))),
                0, 0)));
    }

    /// Subjects by the level of a variable of ADSL that they have.
    private static Map<String, BitSet> levels(StudyData data, String variable, BitSet among) {
        Map<String, BitSet> levels = new TreeMap<>();
        Optional<Column> column = data.adsl().column(variable);
        column.ifPresent(of -> among.stream().forEach(subject -> {
            String text = ValueText.text(of, subject);
            if (!text.isEmpty()) {
                levels.computeIfAbsent(text, t -> new BitSet()).set(subject);
            }
        }));
        return levels;
    }

    /// Why subjects are not where others are.
    ///
    /// @param subjects of each reason
    private record Reasons(String dataset, String variable, Map<String, BitSet> subjects) {

        /// Why subjects were not enrolled: the criteria of ADIE, a subject at each of its own; else DCSREAS.
        static Reasons of(StudyData data, BitSet out) {
            Optional<JoinedRecords> criteria = JoinedRecords.of(data, CRITERIA);
            for (String variable : List.of("IETEST", "IETESTCD")) {
                Optional<JoinedColumn> field = criteria.flatMap(records -> records.collected(variable));
                if (field.isPresent()) {
                    Map<String, BitSet> reasons = new TreeMap<>();
                    for (int row = 0; row < criteria.get().size(); row++) {
                        int subject = criteria.get().subject(row);
                        if (subject >= 0 && out.get(subject) && !field.get().isMissing(row)) {
                            reasons.computeIfAbsent(field.get().text(row), t -> new BitSet()).set(subject);
                        }
                    }
                    return reasons.isEmpty() ? ofAdsl(data, out) : new Reasons(CRITERIA, variable, reasons);
                }
            }
            return ofAdsl(data, out);
        }

        static Reasons ofAdsl(StudyData data, BitSet among) {
            return new Reasons(Study.ADSL, DISCONTINUED, levels(data, DISCONTINUED, among));
        }
    }
}
