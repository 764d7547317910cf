package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Look;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// What a forest shows: its lines, who is compared with whom, and what is counted and estimated of them.
final class ForestRows {

    private final Sheet sheet;
    private final List<Line> lines = new ArrayList<>();
    private final List<Arm> compared;
    private final Optional<Arm> control;
    private final boolean ratio;

    /// A line of the figure: a heading, or an arm of a subgroup.
    ///
    /// @param label empty below the first arm of a subgroup
    /// @param row its place in the data; −1 for a heading
    record Line(String label, boolean heading, int row, Optional<WordedRow> effect, String arm) {}

    ForestRows(Sheet sheet) {
        this.sheet = sheet;
        List<String> keys = sheet.of(Layer.INTERVAL).stream().map(row -> row.row().arm()).distinct().toList();
        List<Arm> arms = sheet.arms();
        this.compared = arms.stream().filter(arm -> keys.contains(arm.key())).toList();
        this.control = arms.stream().filter(arm -> !keys.contains(arm.key())).findFirst();
        this.ratio = sheet.of(Layer.INTERVAL).stream().anyMatch(row -> row.row().cell().form() == Form.ESTIMATE_INTERVAL);
        addLines();
    }

    private void addLines() {
        Map<Double, List<WordedRow>> rows = new LinkedHashMap<>();
        sheet.rows().forEach(row -> rows.computeIfAbsent(row.row().at(), at -> new ArrayList<>()).add(row));
        String variable = "";
        for (List<WordedRow> of : rows.values()) {
            WordedRow first = of.getFirst();
            if (!first.what().equals(variable)) {
                variable = first.what();
                lines.add(new Line(variable, true, -1, Optional.empty(), ""));
            }
            boolean named = false;
            for (Arm arm : compared) {
                Optional<WordedRow> effect = of.stream()
                        .filter(row -> row.row().layer() == Layer.INTERVAL && row.row().arm().equals(arm.key())).findFirst();
                lines.add(new Line(named ? "" : first.item(), false, (int) first.row().at(), effect, arm.key()));
                named = true;
            }
        }
    }

    List<Line> lines() {
        return lines;
    }

    /// Whether hazard ratios are shown, not differences.
    boolean ratio() {
        return ratio;
    }

    List<Arm> compared() {
        return compared;
    }

    /// Whether arms are told apart by their signs.
    boolean several() {
        return compared.size() > 1;
    }

    /// The head of the estimates.
    String effects() {
        return FigureWords.effect(ratio, sheet.confidence(Layer.INTERVAL).orElse(0.95));
    }

    double estimate(FigureRow row) {
        return row.number(ratio ? Statistic.HAZARD_RATIO : Statistic.DIFFERENCE);
    }

    private Optional<FigureRow> share(int at, String arm) {
        return sheet.of(Layer.SUMMARY, arm).stream().filter(row -> (int) row.at() == at).findFirst();
    }

    /// Of how many subjects of its arm a line is, and how many of them have the event or the response.
    String counted(Line line) {
        return counted(line.row, line.arm);
    }

    private String counted(int at, String arm) {
        return share(at, arm).map(row -> Double.isNaN(row.number(Statistic.COUNT))
                ? ""
                : ValueText.number(row.number(Statistic.COUNT)) + "/" + row.cell().denominator()).orElse("");
    }

    String ofControl(Line line) {
        return control.map(arm -> counted(line.row, arm.key())).orElse("");
    }

    Axis axis(double start, double end) {
        double[] all = sheet.of(Layer.INTERVAL).stream().map(WordedRow::row)
                .flatMap(row -> Stream.of(estimate(row), row.number(Statistic.CI_LOWER), row.number(Statistic.CI_UPPER)))
                .mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value) && !Double.isInfinite(value))
                .filter(value -> !ratio || value > 0).sorted().toArray();
        double least = all.length == 0 ? none() : Math.min(none(), all[0]);
        double greatest = all.length == 0 ? none() : Math.max(none(), all[all.length - 1]);
        return ratio
                ? sheet.heights().ofRatios(least, greatest, start, end)
                : sheet.heights().linear(Math.min(least, -1), Math.max(greatest, 1), start, end);
    }

    /// The value of no effect.
    double none() {
        return ratio ? 1 : 0;
    }

    /// What is counted of subjects.
    String ofSubjects() {
        return FigureWords.ofSubjects(ratio);
    }

    /// The arm that is compared; empty where signs tell them apart.
    String comparedArm() {
        return compared.size() > 1 ? "" : compared.stream().map(Arm::label).findFirst().orElse("");
    }

    String controlArm() {
        return control.map(Arm::label).orElse("");
    }

    String ofSubjects(String arm) {
        return arm.isEmpty() ? ofSubjects() : FigureWords.ofSubjects(ratio, arm);
    }

    /// How many subjects a line is of.
    double size(Line line) {
        return line.heading
                ? 0
                : Stream.concat(Stream.of(line.arm), control.stream().map(Arm::key))
                        .mapToDouble(arm -> share(line.row, arm).map(row -> (double) row.cell().denominator()).orElse(0.0)).sum();
    }

    /// Of several arms each looks as in the other figures; a single one needs no sign of its own.
    Look looks(String arm) {
        return compared.size() < 2
                ? Look.of(0)
                : Look.of(compared.stream().filter(of -> of.key().equals(arm)).mapToInt(Arm::place).findFirst().orElse(0));
    }

    /// Whose a side is.
    String side(boolean lower) {
        String better = sheet.placeholder("better");
        if (better.isEmpty()) {
            return FigureWords.hazard(lower);
        }
        String arm = compared.size() == 1 ? compared.getFirst().label() : FigureWords.comparedArm();
        return FigureWords.favours(better.equals("lower") == lower ? arm : control.map(Arm::label).orElse(""));
    }

    String label(String arm) {
        return compared.stream().filter(of -> of.key().equals(arm)).map(Arm::label).findFirst().orElse("");
    }
}
