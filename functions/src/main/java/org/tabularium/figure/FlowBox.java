package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A box of a flow: one number, or a heading and a line a number, with reasons below the lines that have some.
///
/// @param stage where it stands
/// @param lines from above to below
record FlowBox(Stage stage, List<Line> lines) {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double HEIGHT = 10.5;
    private static final double PAD = 5;
    private static final double INDENT = 8;
    private static final int MOST_LINES = 4;
    private static final String DASH = "– ";
    private static final Stroke EDGE = Stroke.solid(0.7, Shade.BLACK);
    private static final Set<RowName> ASIDE = Set.of(RowName.Subject.SCREEN_FAILURES, RowName.Subject.NOT_ENROLLED, RowName.Subject.NOT_RANDOMISED,
            RowName.Subject.NOT_INFUSED, RowName.Subject.NOT_TREATED, RowName.Subject.NOT_IN_SAFETY_POPULATION,
            RowName.Subject.NO_ARM);

    /// Where boxes stand, those of several arms side by side.
    enum Stage {
        /// At the side: those who do not go on.
        ASIDE,
        /// Everybody, or an arm.
        BEGIN, TREATED, STATUS, ANALYSED
    }

    /// A line of a box.
    ///
    /// @param number how many; empty in a heading
    /// @param depth 0 for what the box is of, 1 for its parts, 2 for their reasons
    private record Line(String text, String number, int depth) {

        static Line of(WordedRow row, int depth) {
            return new Line(row.item(), ValueText.number(row.row().number(Statistic.COUNT)), depth);
        }

        String whole() {
            return number.isEmpty() ? text : FigureWords.counted(text, number);
        }

        /// What stands before its first letter.
        double indent() {
            return depth == 0 ? 0 : (depth - 1) * INDENT + FontWidths.of(DASH, SIZE, false);
        }

        /// The lines that fit: of a text that is too long the end is left out, never how many.
        List<String> broken(double room) {
            List<String> all = Lines.of(whole(), room, SIZE, Integer.MAX_VALUE);
            if (all.size() <= MOST_LINES) {
                return all;
            }
            List<String> kept = new ArrayList<>(Lines.of(text, room, SIZE, MOST_LINES - 1));
            kept.add(FigureWords.counted("", number).strip());
            return kept;
        }
    }

    /// The boxes of an arm, or those before the arms, from above to below.
    ///
    /// @param arm empty for none
    static List<FlowBox> of(List<WordedRow> rows, String arm) {
        List<FlowBox> boxes = new ArrayList<>();
        RowLabel open = new RowLabel.Given("");
        int reasonDepth = 1;
        for (WordedRow row : rows) {
            if (!row.row().arm().equals(arm)) {
                continue;
            }
            FigureRow drawn = row.row();
            if (drawn.layer() == Layer.REASON) {
                boxes.getLast().lines.add(Line.of(row, reasonDepth));
                continue;
            }
            boolean part = !row.what().isEmpty();
            if (part && !open.equals(drawn.what())) {
                boxes.add(new FlowBox(stage(drawn), new ArrayList<>(List.of(new Line(row.what(), "", 0)))));
            } else if (!part) {
                boxes.add(new FlowBox(stage(drawn), new ArrayList<>()));
            }
            open = part ? drawn.what() : drawn.item();
            boxes.getLast().lines.add(Line.of(row, part ? 1 : 0));
            reasonDepth = part ? 2 : 1;
        }
        return boxes;
    }

    private static Stage stage(FigureRow row) {
        if (row.what().equals(new RowLabel.Named(RowName.Subject.STUDY_STATUS))) {
            return Stage.STATUS;
        }
        if (row.what().equals(new RowLabel.Named(RowName.Subject.ANALYSIS_SETS))) {
            return Stage.ANALYSED;
        }
        return switch (row.item()) {
            case RowLabel.Named(RowName name) when ASIDE.contains(name) -> Stage.ASIDE;
            case RowLabel.Named(RowName name) when name == RowName.Subject.INFUSED || name == RowName.Dose.TREATED -> Stage.TREATED;
            case RowLabel.OfVariable _ -> Stage.TREATED;
            default -> Stage.BEGIN;
        };
    }

    /// What a row says: how many are in it.
    static String text(WordedRow row) {
        return Line.of(row, 0).whole();
    }

    /// The least width in which no word is cut.
    double leastWidth() {
        return 2 * PAD + lines.stream().mapToDouble(line -> line.indent() + Lines.words(line.whole()).stream()
                .mapToDouble(word -> FontWidths.of(word, SIZE, false)).max().orElse(0)).max().orElse(0);
    }

    /// The height that it needs.
    double height(double width) {
        return lines.stream().mapToInt(line -> broken(line, width).size()).sum() * HEIGHT + 2 * PAD - 1;
    }

    private static List<String> broken(Line line, double width) {
        return line.broken(width - 2 * PAD - line.indent());
    }

    void draw(Canvas canvas, double left, double top, double width, double height) {
        canvas.frame(left, top, width, height, Shade.WHITE, EDGE);
        double y = top + PAD + SIZE * 0.85;
        for (Line line : lines) {
            if (line.depth > 0) {
                canvas.text(DASH.strip(), left + PAD + (line.depth - 1) * INDENT, y, Anchor.START, SIZE);
            }
            for (String part : broken(line, width)) {
                boolean head = line.depth == 0;
                canvas.text(part, left + (head ? width / 2 : PAD + line.indent()), y, head ? Anchor.MIDDLE : Anchor.START, SIZE);
                y += HEIGHT;
            }
        }
    }
}
