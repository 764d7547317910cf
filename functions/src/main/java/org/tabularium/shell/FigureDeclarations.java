package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.DeclaredFigure.Course;
import org.tabularium.shell.DeclaredFigure.Flow;
import org.tabularium.shell.DeclaredFigure.Km;
import org.tabularium.shell.DeclaredFigure.Swimmer;
import org.tabularium.shell.DeclaredFigure.Trajectories;
import org.tabularium.shell.DeclaredFigure.Waterfall;
import org.tabularium.shell.DeclaredRows.Ties;
import org.tabularium.shell.DeclaredRows.TimeToEvent;

/// How shells write what figures show, with the defaults.
public final class FigureDeclarations {

    public static final RowsDeclaration<Km> KM = RowsDeclaration.ofFigure("km", Km.class,
            List.of("parameter", "unit", "landmarks", "strata", "ties"),
            map -> new Km(new TimeToEvent(
                    text(map.path("parameter")),
                    map.path("unit").asText(),
                    YamlWords.numbers(map.path("landmarks")),
                    YamlWords.list(map.path("strata")),
                    YamlWords.constant(Ties.class, map.path("ties"), Ties.EFRON))));

    public static final RowsDeclaration<Swimmer> SWIMMER = RowsDeclaration.ofFigure("swimmer", Swimmer.class,
            List.of("parameters", "terms", "unit"),
            map -> new Swimmer(YamlWords.list(map.path("parameters")), YamlWords.list(map.path("terms")),
                    text(map.path("unit"))));

    public static final RowsDeclaration<Trajectories> TRAJECTORIES = RowsDeclaration.ofFigure("trajectories", Trajectories.class,
            List.of("parameter", "visits", "thresholds"),
            map -> new Trajectories(text(map.path("parameter")), YamlWords.list(map.path("visits")),
                    YamlWords.numbers(map.path("thresholds"))));

    public static final RowsDeclaration<Course> COURSE = RowsDeclaration.ofFigure("course", Course.class,
            List.of("parameter", "visits", "show", "log", "limit"),
            map -> new Course(text(map.path("parameter")), YamlWords.list(map.path("visits")),
                    map.path("show").asText().equals("mean-se"), map.path("log").asBoolean(),
                    map.path("limit").asDouble(Double.NaN)));

    public static final RowsDeclaration<Waterfall> WATERFALL = RowsDeclaration.ofFigure("waterfall", Waterfall.class,
            List.of("parameter", "response", "thresholds"),
            map -> new Waterfall(map.path("parameter").asText("SLEDAI2K"), map.path("response").asText(),
                    YamlWords.numbers(map.path("thresholds"))));

    public static final RowsDeclaration<Flow> FLOW = RowsDeclaration.ofFigure("flow", Flow.class, List.of(), map -> new Flow());

    private FigureDeclarations() {}

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }
}
