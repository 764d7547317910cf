package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.ListingColumn.At;
import org.tabularium.shell.ListingColumn.Source;

/// Reads an entry of `rows:` that has passed the schema, and fills in the defaults.
final class DeclaredRowsReader {

    /// The YAML words of all kinds.
    static final Set<String> WORDS = Set.of("summary", "categories", "flags", "subjects", "nest", "grades", "change", "response",
            "time-to-event", "ancova", "cmh",
            "shift", "thresholds", "criteria", "transition", "dlt", "eligibility", "exposure", "listing");

    private DeclaredRowsReader() {}

    static DeclaredRows read(JsonNode row) {
        String kind = kind(row);
        JsonNode map = row.path(kind);
        return switch (kind) {
            case "subjects" -> new DeclaredRows.Subjects(
                    map.path("label").asText(),
                    ConditionReader.read(map.path("where")),
                    events(map),
                    map.path("indent").asInt(0));
            case "summary" -> new DeclaredRows.Summary(
                    YamlWords.list(map.path("variables")),
                    YamlWords.list(map.path("statistics")),
                    map.path("missing").asBoolean(true),
                    ConditionReader.read(map.path("where")));
            case "categories" -> new DeclaredRows.Categories(map.path("label").asText(), levels(map.path("levels")));
            case "flags" -> new DeclaredRows.Flags(YamlWords.list(map.path("variables")), map.path("others").asBoolean());
            case "nest" -> new DeclaredRows.Nest(
                    YamlWords.list(map),
                    events(row),
                    YamlWords.constant(DeclaredRows.Order.class, row.path("order"), DeclaredRows.Order.DESCENDING),
                    row.path("threshold").asDouble(0),
                    row.path("worst-grade").asBoolean());
            case "grades" -> new DeclaredRows.Grades(
                    YamlWords.list(map.path("terms")),
                    map.path("groups").asBoolean(),
                    given(map.path("treatments")),
                    map.path("timing").asBoolean());
            case "change" -> new DeclaredRows.Change(
                    text(map.path("parameter")),
                    YamlWords.list(map.path("parameters")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.list(map.path("statistics")));
            case "response" -> new DeclaredRows.Response(
                    YamlWords.list(map.path("parameters")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.constant(DeclaredRows.Interval.class, map.path("interval"), DeclaredRows.Interval.CLOPPER_PEARSON),
                    map.has("denominator")
                            ? YamlWords.constant(DeclaredRows.Denominator.class, map.path("denominator").asText())
                            : null,
                    map.path("others").asBoolean());
            case "time-to-event" -> new DeclaredRows.TimeToEvent(
                    text(map.path("parameter")),
                    map.path("unit").asText(),
                    YamlWords.numbers(map.path("landmarks")),
                    YamlWords.list(map.path("strata")),
                    YamlWords.constant(DeclaredRows.Ties.class, map.path("ties"), DeclaredRows.Ties.EFRON));
            case "ancova" -> new DeclaredRows.Ancova(
                    text(map.path("parameter")),
                    text(map.path("visit")),
                    YamlWords.list(map.path("covariates")),
                    YamlWords.constant(DeclaredRows.Margins.class, map.path("margins"), DeclaredRows.Margins.EQUAL),
                    text(map.path("dose")));
            case "cmh" -> new DeclaredRows.Cmh(
                    text(map.path("parameter")), text(map.path("visit")), YamlWords.list(map.path("strata")),
                    YamlWords.list(map.path("also")).stream()
                            .map(word -> YamlWords.constant(DeclaredRows.FurtherTest.class, word)).toList());
            case "shift" -> new DeclaredRows.Shift(
                    YamlWords.list(map.path("parameters")),
                    YamlWords.constant(DeclaredRows.Levels.class, map.path("of"), DeclaredRows.Levels.GRADE),
                    YamlWords.constant(DeclaredRows.Later.class, map.path("at"), DeclaredRows.Later.WORST),
                    YamlWords.list(map.path("levels")),
                    YamlWords.list(map.path("visits")));
            case "thresholds" -> new DeclaredRows.Thresholds(
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    YamlWords.list(map.path("statistics")),
                    labelled(map.path("conditions")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.numbers(map.path("days")).stream().map(Double::intValue).toList(),
                    map.path("window").asInt(DeclaredRows.WINDOW));
            case "criteria" -> new DeclaredRows.Criteria(
                    map.path("label").asText(),
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    ConditionReader.read(map.path("among")),
                    labelled(map.path("conditions")),
                    YamlWords.list(map.path("visits")),
                    map.path("window").asInt(DeclaredRows.WINDOW));
            case "transition" -> new DeclaredRows.Transition(
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    labelledOne(map.path("from")),
                    labelledOne(map.path("to")),
                    YamlWords.constant(DeclaredRows.Since.class, map.path("since"), DeclaredRows.Since.FROM));
            case "dlt" -> new DeclaredRows.Dlt(
                    YamlWords.constant(DeclaredRows.Interval.class, map.path("interval"), DeclaredRows.Interval.CLOPPER_PEARSON));
            case "eligibility" -> new DeclaredRows.Eligibility(
                    YamlWords.constant(DeclaredRows.Order.class, map.path("order"), DeclaredRows.Order.ALPHABETICAL));
            case "exposure" -> new DeclaredRows.Exposure(
                    YamlWords.list(map.path("parameters")),
                    map.path("others").asBoolean(),
                    YamlWords.list(map.path("statistics")));
            case "listing" -> new DeclaredRows.Listing(
                    columns(map.path("columns")),
                    YamlWords.list(map.path("sort")),
                    map.path("absent").asText(),
                    map.path("stub").asInt(1));
            default -> throw new IllegalArgumentException("no kind of rows: " + kind);
        };
    }

    private static List<DeclaredRows.Labelled> labelled(JsonNode list) {
        List<DeclaredRows.Labelled> conditions = new ArrayList<>();
        list.forEach(map -> conditions.add(labelledOne(map)));
        return List.copyOf(conditions);
    }

    private static DeclaredRows.Labelled labelledOne(JsonNode map) {
        return new DeclaredRows.Labelled(map.path("label").asText(), ConditionReader.read(map.path("where")));
    }

    /// The word of a row's kind.
    static String kind(JsonNode row) {
        return WORDS.stream()
                .filter(row::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a row of no kind: " + row));
    }

    private static boolean events(JsonNode map) {
        return YamlWords.list(map.path("show")).contains("events");
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    private static List<DeclaredRows.Categories.Level> levels(JsonNode list) {
        List<DeclaredRows.Categories.Level> levels = new ArrayList<>();
        list.forEach(level -> levels.add(new DeclaredRows.Categories.Level(
                level.path("label").asText(), Objects.requireNonNull(ConditionReader.read(level.path("where"))))));
        return List.copyOf(levels);
    }

    private static List<DeclaredRows.Given> given(JsonNode list) {
        List<DeclaredRows.Given> given = new ArrayList<>();
        list.forEach(one -> given.add(new DeclaredRows.Given(
                one.path("label").asText(), one.path("flag").asText(), YamlWords.list(one.path("words")))));
        return List.copyOf(given);
    }

    private static List<ListingColumn> columns(JsonNode list) {
        List<ListingColumn> columns = new ArrayList<>();
        list.forEach(column -> columns.add(new ListingColumn(column.path("header").asText(), source(column))));
        return List.copyOf(columns);
    }

    private static Source source(JsonNode column) {
        if (column.has("value")) {
            return new Source.Values(YamlWords.list(column.path("value")));
        }
        if (column.has("worst-grade")) {
            return new Source.WorstGrade(column.path("worst-grade").asText(), column.path("roman").asBoolean());
        }
        if (column.has("score")) {
            return new Source.ParameterValue(column.path("score").asText(),
                    YamlWords.constant(At.class, column.path("at"), At.LAST));
        }
        return new Source.Treatment();
    }
}
