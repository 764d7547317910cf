package org.tabularium.figure;

import java.util.List;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.table.TableLayout.FigureText;
import org.tabularium.table.display.Figure;

/// The front door of this room: a figure's words and results to the figure as it is drawn.
public final class Figures {

    private Figures() {}

    /// Draws a figure.
    ///
    /// @param results with a shell that declares a figure
    public static Figure of(FigureText text, TableResults results) {
        DeclaredFigure declared = results.shell().figure()
                .orElseThrow(() -> new IllegalArgumentException(results.shell().id() + " is no figure"));
        Sheet sheet = Sheet.of(text, results);
        Picture picture = picture(declared, sheet);
        Drawing drawing = picture.drawing();
        List<String> footnotes = text.footnotes().apply(words(drawing), picture.notes());
        double over = sheet.over(drawing, footnotes);
        if (over > 0) {
            Picture lower = picture(declared, sheet.lowered(over + 1));
            Drawing redrawn = lower.drawing();
            // Not where that would take the subjects' names away, or not help.
            if (words(redrawn).size() == words(drawing).size() && redrawn.height() <= drawing.height() - over) {
                picture = lower;
                drawing = redrawn;
            }
        }
        Figure figure = text.undrawn().drawn(drawing, picture.charts());
        return figure.with(figure.number(), figure.title(), figure.population(), figure.columns(), figure.rows(), footnotes);
    }

    private static Picture picture(DeclaredFigure declared, Sheet sheet) {
        return switch (declared) {
            case DeclaredFigure.Km survival -> new SurvivalPicture(sheet);
            case DeclaredFigure.Swimmer swimmer -> new SwimmerPicture(sheet, swimmer);
            case DeclaredFigure.Trajectories trajectories -> new TrajectoriesPicture(sheet);
            case DeclaredFigure.Course course -> new CoursePicture(sheet, course);
            case DeclaredFigure.Waterfall waterfall -> new WaterfallPicture(sheet);
            case DeclaredFigure.Forest forest -> new ForestPicture(sheet);
            case DeclaredFigure.AeProfile profile -> new ProfilePicture(sheet);
            case DeclaredFigure.Flow flow -> new FlowPicture(sheet);
        };
    }

    private static List<String> words(Drawing drawing) {
        return drawing.shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast).map(Shape.Text::text)
                .toList();
    }
}
