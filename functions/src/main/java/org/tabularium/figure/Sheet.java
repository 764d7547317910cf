package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.Optional;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.PageLayout;
import org.tabularium.study.ValueText;
import org.tabularium.table.TableLayout.FigureText;
import org.tabularium.table.WordedRow;

/// What a figure is drawn of, and how much room there is.
///
/// @param title of the figure
/// @param results with the columns of the arms
/// @param rows what is drawn, with its words
/// @param named what stands for placeholders, in words
/// @param decimalMark of the house style
/// @param width of the page's content, in points
/// @param height that leaves room for titles and footnotes
record Sheet(String title, TableResults results, List<WordedRow> rows, Map<String, String> named, char decimalMark,
        double width, double height) {

    /// What titles and footnotes may take of a page's height.
    private static final double AROUND = 0.26;
    /// The height of the titles and the blanks around the drawing, as a rule.
    private static final double TITLES = 66;
    private static final double NOTE_LINE = 9.5;
    private static final double HANGING = 8;
    /// No plot is lower than this share of its usual height.
    private static final double LEAST_PLOT = 0.4;

    static Sheet of(FigureText text, TableResults results) {
        PageLayout layout = results.shell().layout();
        boolean landscape = layout.orientation() == PageLayout.Orientation.LANDSCAPE;
        double across = landscape ? layout.longer() : layout.shorter();
        double down = landscape ? layout.shorter() : layout.longer();
        return new Sheet(text.undrawn().title().replace('\n', ' '), results, text.rows(), text.placeholders(), text.decimalMark(),
                across - 2 * layout.margin(),
                (down - 2 * layout.margin()) * (1 - AROUND));
    }

    /// By how much a drawing with its titles and these footnotes is higher than the page; nothing or less where they fit.
    double over(Drawing drawing, List<String> footnotes) {
        double notes = footnotes.stream()
                .mapToDouble(note -> Lines.of(note, width - HANGING, Drawing.SMALLEST, Integer.MAX_VALUE).size() * NOTE_LINE)
                .sum();
        return drawing.height() + TITLES + notes - height / (1 - AROUND);
    }

    /// A drawing whose plot is as high as it is wont to be, or lower where it were higher than the sheet.
    ///
    /// @param plot its usual height
    /// @param drawing what is drawn with a plot of a height
    Drawing fitted(double plot, DoubleFunction<Drawing> drawing) {
        Drawing usual = drawing.apply(plot);
        double over = usual.height() - height;
        return over <= 0 ? usual : drawing.apply(Math.max(plot * LEAST_PLOT, plot - over));
    }

    /// The same with less height.
    Sheet lowered(double by) {
        return new Sheet(title, results, rows, named, decimalMark, width, height - by);
    }

    /// A number as the house style prints it, with the digits that it has.
    String number(double value) {
        return ValueText.number(value).replace('-', '−').replace('.', decimalMark);
    }

    /// Axes whose ticks are printed so.
    Heights heights() {
        return new Heights(this::number);
    }

    /// What is drawn as something.
    List<WordedRow> of(Layer layer) {
        return rows.stream().filter(row -> row.row().layer() == layer).toList();
    }

    /// What is drawn as something of an arm.
    List<FigureRow> of(Layer layer, String arm) {
        return rows.stream().map(WordedRow::row).filter(row -> row.layer() == layer && row.arm().equals(arm)).toList();
    }

    /// The arms that something is drawn of, in the order of the columns.
    List<Arm> arms() {
        List<String> order = results.columns().stream().map(ColumnHead::arm).toList();
        String total = results.columns().stream().filter(ColumnHead::isTotal).map(ColumnHead::label).findFirst().orElse("");
        Map<String, String> labels = new LinkedHashMap<>();
        rows.forEach(row -> labels.putIfAbsent(row.row().arm(), row.row().arm().isEmpty() ? total : row.arm()));
        List<String> keys = labels.keySet().stream()
                .sorted(Comparator.comparingInt((String arm) -> order.contains(arm) ? order.indexOf(arm) : order.size()))
                .toList();
        List<Arm> arms = new ArrayList<>();
        keys.forEach(key -> arms.add(new Arm(key, labels.getOrDefault(key, ""),
                order.contains(key) ? order.indexOf(key) : order.size())));
        return arms;
    }

    /// An arm.
    ///
    /// @param key as rows name it
    /// @param label as it is printed
    /// @param place from 0
    record Arm(String key, String label, int place) {}

    /// The confidence of the limits of what is drawn as something, 0.95; empty where it has none.
    Optional<Double> confidence(Layer layer) {
        return of(layer).stream().flatMap(row -> row.row().results().stream())
                .map(result -> result.method().options().getOrDefault("confidence", "")).filter(text -> !text.isEmpty())
                .map(Double::valueOf).findFirst();
    }

    /// What a placeholder stands for, in words; empty for nothing.
    String named(String name) {
        return named.getOrDefault(name, "");
    }

    /// What stands for a placeholder; empty for nothing.
    String placeholder(String name) {
        return results.placeholders().get(name) instanceof RowLabel.Given(String text) ? text : "";
    }
}
