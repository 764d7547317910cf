package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// Boxes from above to below as CONSORT has them: those screened, at the side those not enrolled and why, those enrolled, then a
/// column an arm.
final class FlowPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double LINE = 10.5;
    private static final double PAD = 5;
    private static final double DOWN = 16;
    private static final double GAP = 10;
    private static final Set<String> TREATED = Set.of("INFFL", "SAFFL");
    private static final Stroke EDGE = Stroke.solid(0.7, Shade.BLACK);

    private final Sheet sheet;

    /// A box with its reasons.
    private record Box(WordedRow head, List<WordedRow> reasons) {}

    FlowPicture(Sheet sheet) {
        this.sheet = sheet;
    }

    private List<Box> boxes(String arm) {
        List<Box> boxes = new ArrayList<>();
        for (WordedRow row : sheet.rows()) {
            if (!row.row().arm().equals(arm)) {
                continue;
            }
            if (row.row().layer() == Layer.BOX) {
                boxes.add(new Box(row, new ArrayList<>()));
            } else if (!boxes.isEmpty()) {
                boxes.getLast().reasons.add(row);
            }
        }
        return boxes;
    }

    private static boolean isNamed(Box box, RowName name) {
        return box.head.row().item().equals(new RowLabel.Named(name));
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        double centre = sheet.width() / 2;
        double wide = Math.min(190, sheet.width() * 0.4);
        double y = 2;
        double from = Double.NaN;
        for (Box box : boxes("")) {
            if (isNamed(box, RowName.Subject.SCREEN_FAILURES)) {
                double aside = centre + 30;
                double height = height(box, sheet.width() - aside - 2);
                double middle = y + height / 2;
                canvas.line(centre, middle, aside - 4, middle, EDGE);
                canvas.mark(Mark.ARROW, aside - 5, middle, 3, Shade.BLACK, false);
                draw(canvas, box, aside, y, sheet.width() - aside - 2);
                y += height + DOWN;
                continue;
            }
            arrow(canvas, centre, from, y);
            y += draw(canvas, box, centre - wide / 2, y, wide);
            from = y;
            y += DOWN;
        }
        return arms(canvas, centre, from, y);
    }

    private Drawing arms(Canvas canvas, double centre, double from, double top) {
        List<Arm> arms = sheet.arms().stream().filter(arm -> !arm.key().isEmpty()).toList();
        double width = (sheet.width() - 2 - GAP * (arms.size() - 1)) / Math.max(1, arms.size());
        double each = Math.min(150, width);
        double left = (sheet.width() - each * arms.size() - GAP * (arms.size() - 1)) / 2;
        double fork = top - DOWN / 2;
        double bottom = top;
        if (arms.size() > 1) {
            canvas.line(centre, from, centre, fork, EDGE);
            canvas.line(left + each / 2, fork, left + (each + GAP) * (arms.size() - 1) + each / 2, fork, EDGE);
        }
        double[] ends = new double[arms.size()];
        Arrays.fill(ends, arms.size() > 1 ? fork : from);
        for (String row : rows(arms)) {
            double tallest = 0;
            for (int i = 0; i < arms.size(); i++) {
                double x = left + i * (each + GAP);
                for (Box box : boxes(arms.get(i).key())) {
                    if (key(box).equals(row)) {
                        arrow(canvas, x + each / 2, ends[i], bottom);
                        double height = draw(canvas, box, x, bottom, each);
                        ends[i] = bottom + height;
                        tallest = Math.max(tallest, height);
                    }
                }
            }
            bottom += tallest + DOWN;
        }
        return canvas.drawing(sheet.width(), bottom - DOWN + 4, alternative());
    }

    /// The rows of boxes: the arm, those treated, how the study ended, those analysed.
    private List<String> rows(List<Arm> arms) {
        return arms.stream().flatMap(arm -> boxes(arm.key()).stream()).map(FlowPicture::key).distinct().sorted().toList();
    }

    /// Boxes of several arms that stand side by side have one key.
    private static String key(Box box) {
        return switch (box.head.row().item()) {
            case RowLabel.OfLevel(String variable, String level) -> "2 " + variable + " " + level;
            case RowLabel.OfVariable(String _, String variable) -> (TREATED.contains(variable) ? "1 " : "3 ") + variable;
            default -> "0";
        };
    }

    private static void arrow(Canvas canvas, double x, double from, double to) {
        if (!Double.isNaN(from)) {
            canvas.line(x, from, x, to - 3, EDGE);
            canvas.area(List.of(new Point(x - 2.6, to - 5), new Point(x + 2.6, to - 5), new Point(x, to)), Shade.BLACK);
        }
    }

    private List<String> lines(Box box, double width) {
        List<String> lines = new ArrayList<>(
                Lines.of(FigureWords.counted(box.head.item(), number(box.head)), width - 2 * PAD, SIZE, 4));
        box.reasons.forEach(reason -> lines.addAll(
                Lines.of("– " + FigureWords.counted(reason.item(), number(reason)), width - 2 * PAD, SIZE, 3)));
        return lines;
    }

    private double height(Box box, double width) {
        return lines(box, width).size() * LINE + 2 * PAD - 1;
    }

    /// @return its height
    private double draw(Canvas canvas, Box box, double left, double top, double width) {
        double height = height(box, width);
        canvas.frame(left, top, width, height, Shade.WHITE, EDGE);
        boolean alone = box.reasons.isEmpty();
        canvas.lines(lines(box, width), alone ? left + width / 2 : left + PAD, top + PAD + SIZE * 0.85,
                alone ? Anchor.MIDDLE : Anchor.START, SIZE, LINE);
        return height;
    }

    private static String number(WordedRow row) {
        return ValueText.number(row.row().number(Statistic.COUNT));
    }

    private String alternative() {
        List<String> all = sheet.rows().stream()
                .map(row -> (row.arm().isEmpty() || row.arm().equals(row.item()) ? "" : row.arm() + ", ")
                        + FigureWords.counted(row.item(), number(row)))
                .toList();
        return FigureWords.flow(sheet.title(), all);
    }

    @Override
    public List<Chart> charts() {
        return List.of();
    }
}
