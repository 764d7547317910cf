package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.DeclaredFigure.Km;
import org.tabularium.shell.DeclaredFigure.Swimmer;
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

    private FigureDeclarations() {}

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }
}
