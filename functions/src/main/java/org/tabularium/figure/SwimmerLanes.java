package org.tabularium.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.statistic.RoundSteps;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// What a swimmer plot shows: the lanes of the subjects, and how what happened on them looks.
final class SwimmerLanes {

    static final Set<Layer> HAPPENED = EnumSet.of(Layer.MARK, Layer.EVENT, Layer.DEATH);
    static final Stroke CUT_OFF = new Stroke(0.9, List.of(2.0, 1.5), Shade.BLACK);
    private static final int MOST_TICKS = 12;
    private static final List<Look> RESPONSES = List.of(look(Shade.BLACK, Mark.TRIANGLE, false),
            look(Shade.BLACK, Mark.CIRCLE, false), look(Shade.BLACK, Mark.STAR, false), look(Shade.BLACK, Mark.CROSS, false),
            look(Shade.GREY, Mark.SQUARE, false), look(Shade.GREY, Mark.DOWN, false), look(Shade.BLACK, Mark.TRIANGLE, true),
            look(Shade.BLACK, Mark.CIRCLE, true), look(Shade.BLACK, Mark.SQUARE, true), look(Shade.BLACK, Mark.DOWN, true));
    private static final List<Look> TERMS = List.of(look(Shade.BLUE, Mark.DIAMOND, false), look(Shade.BLUE, Mark.DIAMOND, true),
            look(Shade.BLUE, Mark.SQUARE, false), look(Shade.BLUE, Mark.SQUARE, true), look(Shade.BLUE, Mark.CIRCLE, false),
            look(Shade.BLUE, Mark.CIRCLE, true));

    private final Sheet sheet;
    private final DeclaredFigure.Swimmer declared;
    private final List<Lane> lanes = new ArrayList<>();
    private final double longest;
    private final String unit;

    /// All that is drawn of a subject.
    record Lane(Arm arm, String name, double end, List<WordedRow> rows) {}

    SwimmerLanes(Sheet sheet, DeclaredFigure.Swimmer declared) {
        this.sheet = sheet;
        this.declared = declared;
        this.unit = sheet.placeholder("unit");
        List<Arm> arms = sheet.arms();
        for (WordedRow row : sheet.rows()) {
            if (row.row().layer() == Layer.BAR) {
                Arm arm = arms.stream().filter(a -> a.key().equals(row.row().arm())).findFirst().orElseThrow();
                lanes.add(new Lane(arm, row.item(), row.row().at(), new ArrayList<>()));
            }
            lanes.getLast().rows.add(row);
        }
        double last = sheet.rows().stream().mapToDouble(row -> row.row().at()).max().orElse(1);
        this.longest = last > 0 ? last : 1;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /// The responses that have marks, by their numbers.
    int responses() {
        return declared.parameters().size();
    }

    /// The events that have marks, by their numbers.
    int terms() {
        return declared.terms().size();
    }

    double longest() {
        return longest;
    }

    String unit() {
        return unit;
    }

    /// Between ticks of the axis of time.
    double step() {
        return RoundSteps.ofTime(unit, longest, MOST_TICKS);
    }

    private static Look look(Shade shade, Mark mark, boolean open) {
        return new Look(shade, List.of(), mark, open);
    }

    /// The mark of a response.
    static Look lookOfResponse(int number) {
        return RESPONSES.get(number % RESPONSES.size());
    }

    /// The mark of an event.
    static Look lookOfTerm(int number) {
        return TERMS.get(number % TERMS.size());
    }

    String sinceZero() {
        return FigureWords.sinceInfusion(unit, sheet.placeholder("zero"));
    }

    /// The number of a response.
    int response(FigureRow row) {
        String code = row.results().getFirst().groups().getOrDefault("PARAMCD", "");
        return Math.max(0, declared.parameters().indexOf(code));
    }

    /// The number of an event.
    int term(FigureRow row) {
        return Math.max(0, declared.terms().indexOf(row.results().getFirst().level().get(1)));
    }

    /// What infusions are called.
    String infusion() {
        long treated = sheet.of(Layer.INFUSION).stream().map(WordedRow::item).distinct().count();
        return FigureWords.infusion(sheet.of(Layer.INFUSION).size() > treated);
    }
}
