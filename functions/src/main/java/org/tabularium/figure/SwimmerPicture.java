package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Apart;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.statistic.RoundSteps;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A lane a subject, the longest first within its arm: infusions, responses and events on a bar as long as the follow-up.
final class SwimmerPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double HEAD = 15;
    private static final double TALLEST = 17;
    /// As low as a thousand lanes on a page need it: the drawing is never scaled, which would scale its words.
    private static final double LOWEST = 0.4;
    private static final double LEAST_FOR_NAMES = 9.4;
    /// Names of lower lanes stand in so many columns by turns, each led to its lane.
    private static final int MOST_COLUMNS = 3;
    private static final double BETWEEN_NAMES = 5;
    /// Of the width, what names take at most.
    private static final double MOST_OF_NAMES = 0.5;
    private static final double LEAST_FOR_GRADES = 11.5;
    private static final double RADIUS = 4;
    /// Below that nobody tells a dagger from a triangle; marks of the lanes beside it may be touched.
    private static final double LEAST_RADIUS = 2.2;
    /// The size of a mark with a grade, as a share of its lane.
    private static final double GRADED = 0.44;
    /// Between marks.
    private static final double APART = 1;
    private static final double INSET = 10;

    private final Sheet sheet;
    private final SwimmerLanes swimmer;

    SwimmerPicture(Sheet sheet, DeclaredFigure.Swimmer declared) {
        this.sheet = sheet;
        this.swimmer = new SwimmerLanes(sheet, declared);
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        double top = legend().draw(canvas, 0, sheet.width(), 0) + 8;
        long heads = swimmer.lanes().stream().map(SwimmerLanes.Lane::arm).distinct().count();
        double room = sheet.height() + 40 - top - 40 - heads * HEAD;
        double height = Math.clamp(room / Math.max(1, swimmer.lanes().size()), LOWEST, TALLEST);
        double widest = swimmer.lanes().stream().mapToDouble(lane -> FontWidths.of(lane.name(), SIZE, false)).max().orElse(0);
        int columns = (int) Math.ceil(LEAST_FOR_NAMES / height);
        double names = columns * (widest + BETWEEN_NAMES) - BETWEEN_NAMES;
        boolean named = columns <= MOST_COLUMNS && widest > 0 && names <= MOST_OF_NAMES * sheet.width();
        double left = named ? names + INSET : INSET;
        double right = sheet.width() - 18;
        double bottom = top + heads * HEAD + swimmer.lanes().size() * height + 4;
        Axis x = axis(left, right);
        x.ticks().forEach(
                tick -> canvas.line(x.at(tick.value()), top + 4, x.at(tick.value()), bottom, Stroke.solid(0.5, Shade.MIST)));
        double y = top;
        Arm before = null;
        int turn = 0;
        for (SwimmerLanes.Lane lane : swimmer.lanes()) {
            if (!lane.arm().equals(before)) {
                y += HEAD;
                double wide = FontWidths.of(lane.arm().label(), SIZE + 0.5, true);
                canvas.text(lane.arm().label(), Math.clamp(sheet.width() - wide, 0, left), y - 4, Anchor.START, SIZE + 0.5, true,
                        Shade.BLACK);
                before = lane.arm();
                turn = 0;
            }
            if (named) {
                double end = left - INSET + 2 - turn * (widest + BETWEEN_NAMES);
                if (turn > 0) {
                    canvas.line(end + 1.5, y + height / 2, left - 1, y + height / 2, Stroke.solid(0.4, Shade.MIST));
                }
                canvas.text(lane.name(), end, y + height / 2 + SIZE * 0.35, Anchor.END, SIZE);
                turn = (turn + 1) % columns;
            }
            lane(canvas, lane, x, y + height / 2, height);
            y += height;
        }
        double end = Axes.below(canvas, x, bottom, swimmer.sinceZero());
        return canvas.drawing(sheet.width(), end + 4, alternative());
    }

    private Axis axis(double left, double right) {
        return new Axis(0, swimmer.longest(), left, right, Axis.Scale.LINEAR,
                RoundSteps.multiples(0, swimmer.longest(), swimmer.step()).stream()
                        .map(tick -> new Axis.Tick(tick, sheet.number(tick))).toList());
    }

    private void lane(Canvas canvas, SwimmerLanes.Lane lane, Axis x, double middle, double height) {
        double thick = height * 0.62;
        canvas.rectangle(x.at(0), middle - thick / 2, x.at(Math.max(0, lane.end())) - x.at(0), thick, Shade.MIST);
        for (WordedRow row : lane.rows()) {
            double at = x.at(Math.max(0, row.row().at()));
            switch (row.row().layer()) {
                case STRETCH -> canvas.rectangle(at, middle - thick / 2,
                        x.at(Math.min(lane.end(), row.row().number(Statistic.MAX))) - at, thick, Shade.SKY);
                case CUT_OFF -> canvas.line(at, middle - height / 2, at, middle + height / 2, SwimmerLanes.CUT_OFF);
                case INFUSION ->
                    canvas.line(at, middle - thick / 2 - 1.5, at, middle + thick / 2 + 1.5, Stroke.solid(1.1, Shade.GREY));
                default -> {}
            }
        }
        marks(canvas, lane, x, middle, height);
    }

    /// Responses and events, moved apart where they fall together.
    private void marks(Canvas canvas, SwimmerLanes.Lane lane, Axis x, double middle, double height) {
        double radius = Math.clamp(height * 0.42, LEAST_RADIUS, RADIUS);
        double widest = lane.rows().stream().anyMatch(row -> isGraded(row.row(), height)) ? height * GRADED : radius;
        List<WordedRow> marks = lane.rows().stream()
                .filter(row -> SwimmerLanes.HAPPENED.contains(row.row().layer())).toList();
        double last = lane.rows().stream().map(WordedRow::row).filter(row -> row.layer() == Layer.ONGOING)
                .mapToDouble(row -> x.at(row.at())).max().orElse(Double.NaN);
        double least = x.start() + widest + APART;
        double gap = Math.max(radius * 2.5, widest * 2 + APART);
        double[] places = Apart.by(gap, least, farthest(lane, x, widest, least + gap * (marks.size() - 1)),
                marks.stream().mapToDouble(row -> x.at(Math.max(0, row.row().at()))).toArray());
        if (!Double.isNaN(last)) {
            double cut = lane.rows().stream().map(WordedRow::row).filter(row -> row.layer() == Layer.CUT_OFF)
                    .mapToDouble(row -> x.at(row.at()) + APART / 2).filter(at -> Math.abs(at - last) < 2 * radius).max()
                    .orElse(last);
            double beyond = Math.max(cut, Arrays.stream(places).map(place -> place + radius * 1.3)
                    .filter(place -> place > last).max().orElse(last));
            canvas.mark(Mark.ARROW, beyond + 1.5, middle, radius, Shade.GREY, false);
        }
        for (int i = 0; i < marks.size(); i++) {
            FigureRow row = marks.get(i).row();
            if (row.layer() == Layer.DEATH) {
                canvas.mark(Mark.DAGGER, places[i], middle, radius, Shade.BLACK, false);
                continue;
            }
            if (row.layer() == Layer.MARK) {
                Look look = SwimmerLanes.lookOfResponse(swimmer.response(row));
                canvas.mark(look.mark(), places[i], middle, radius, look.shade(), look.open());
                continue;
            }
            boolean graded = isGraded(row, height);
            Look look = SwimmerLanes.lookOfTerm(swimmer.term(row));
            canvas.mark(look.mark(), places[i], middle, graded ? height * GRADED : radius, look.shade(), look.open());
            if (graded) {
                canvas.text(ValueText.number(row.number(Statistic.GRADE)), places[i], middle + SIZE * 0.35, Anchor.MIDDLE, SIZE,
                        true, look.open() ? look.shade() : Shade.WHITE);
            }
        }
    }

    /// Whether its mark has its grade.
    private static boolean isGraded(FigureRow row, double height) {
        return row.layer() == Layer.EVENT && height >= LEAST_FOR_GRADES && !Double.isNaN(row.number(Statistic.GRADE));
    }

    /// Up to where marks stand: before the cut-off, which they would hide, unless one is of a later date or they have no room.
    ///
    /// @param needed by all of them
    private static double farthest(SwimmerLanes.Lane lane, Axis x, double widest, double needed) {
        double cut = lane.rows().stream().map(WordedRow::row).filter(row -> row.layer() == Layer.CUT_OFF)
                .mapToDouble(FigureRow::at).min().orElse(Double.NaN);
        boolean later = lane.rows().stream().map(WordedRow::row)
                .anyMatch(row -> SwimmerLanes.HAPPENED.contains(row.layer()) && row.at() > cut);
        double before = x.at(Math.max(0, cut)) - widest - APART;
        return Double.isNaN(cut) || later || before < needed ? x.end() + widest : before;
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (int i = 0; i < swimmer.responses(); i++) {
            int kind = i;
            sheet.of(Layer.MARK).stream().filter(row -> swimmer.response(row.row()) == kind).findFirst()
                    .ifPresent(row -> legend.mark(SwimmerLanes.lookOfResponse(kind), row.what()));
        }
        TreeSet<Integer> seen = new TreeSet<>();
        sheet.of(Layer.EVENT).forEach(row -> {
            int kind = swimmer.term(row.row());
            if (seen.add(kind)) {
                legend.mark(SwimmerLanes.lookOfTerm(kind), FigureWords.withGrade(row.what()));
            }
        });
        if (!sheet.of(Layer.INFUSION).isEmpty()) {
            legend.mark(Mark.TICK, Shade.GREY, false, swimmer.infusion());
        }
        sheet.of(Layer.DEATH).stream().findFirst()
                .ifPresent(row -> legend.mark(Mark.DAGGER, Shade.BLACK, false, row.what()));
        if (!sheet.of(Layer.CUT_OFF).isEmpty()) {
            legend.upright(SwimmerLanes.CUT_OFF, FigureWords.cutOff());
        }
        if (!sheet.of(Layer.STRETCH).isEmpty()) {
            legend.area(Shade.SKY, FigureWords.steroidFree());
        }
        if (!sheet.of(Layer.ONGOING).isEmpty()) {
            legend.mark(Mark.ARROW, Shade.GREY, false, FigureWords.ongoing());
        }
        return legend;
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (SwimmerLanes.Lane lane : swimmer.lanes()) {
            List<String> happened = new ArrayList<>();
            for (WordedRow row : lane.rows()) {
                if (SwimmerLanes.HAPPENED.contains(row.row().layer())) {
                    happened.add(
                            FigureWords.happened(row.what(), row.row().number(Statistic.GRADE), row.row().at(), swimmer.unit()));
                }
            }
            sentences.add(FigureWords.lane(lane.name(), lane.arm().label(), lane.end(), swimmer.unit(), happened));
        }
        return FigureWords.swimmer(sheet.title(), sentences);
    }

    @Override
    public List<Chart> charts() {
        return new SwimmerChart(sheet, swimmer).charts();
    }
}
