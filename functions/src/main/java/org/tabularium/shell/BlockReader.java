package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.ListingColumn.At;
import org.tabularium.shell.ListingColumn.Source;

/// Reads an entry of `rows:` that has passed the schema, and fills in the defaults.
final class BlockReader {

    private BlockReader() {}

    static Block read(JsonNode row) {
        String kind = kind(row);
        JsonNode map = row.path(kind);
        return switch (kind) {
            case "subjects" -> new Block.Subjects(
                    map.path("label").asText(),
                    ConditionReader.read(map.path("where")),
                    events(map),
                    map.path("indent").asInt(0));
            case "summary" -> new Block.Summary(
                    Words.list(map.path("variables")),
                    Words.statistics(map.path("statistics")),
                    map.path("missing").asBoolean(true),
                    ConditionReader.read(map.path("where")));
            case "categories" -> new Block.Categories(map.path("label").asText(), levels(map.path("levels")));
            case "flags" -> new Block.Flags(Words.list(map.path("variables")), map.path("others").asBoolean());
            case "nest" -> new Block.Nest(
                    Words.list(map),
                    events(row),
                    Words.constant(Block.Order.class, row.path("order"), Block.Order.DESCENDING),
                    row.path("threshold").asDouble(0),
                    row.path("worst-grade").asBoolean());
            case "grades" -> new Block.Grades(
                    Words.list(map.path("terms")),
                    map.path("groups").asBoolean(),
                    given(map.path("treatments")),
                    map.path("timing").asBoolean());
            case "change" -> new Block.Change(
                    text(map.path("parameter")),
                    Words.list(map.path("parameters")),
                    Words.list(map.path("visits")),
                    Words.statistics(map.path("statistics")));
            case "response" -> new Block.Response(
                    Words.list(map.path("parameters")),
                    Words.list(map.path("visits")),
                    Words.constant(Block.Interval.class, map.path("interval"), Block.Interval.CLOPPER_PEARSON),
                    map.has("denominator") ? Words.constant(Block.Denominator.class, map.path("denominator").asText()) : null);
            case "time-to-event" -> new Block.TimeToEvent(
                    text(map.path("parameter")),
                    map.path("unit").asText(),
                    Words.numbers(map.path("landmarks")),
                    Words.list(map.path("strata")),
                    Words.constant(Block.Ties.class, map.path("ties"), Block.Ties.EFRON));
            case "ancova" -> new Block.Ancova(
                    text(map.path("parameter")),
                    text(map.path("visit")),
                    Words.list(map.path("covariates")),
                    Words.constant(Block.Margins.class, map.path("margins"), Block.Margins.EQUAL),
                    text(map.path("dose")));
            case "cmh" -> new Block.Cmh(
                    text(map.path("parameter")), text(map.path("visit")), Words.list(map.path("strata")),
                    Words.list(map.path("also")).stream().map(word -> Words.constant(Block.FurtherTest.class, word)).toList());
            case "shift" -> new Block.Shift(
                    Words.list(map.path("parameters")),
                    Words.constant(Block.Levels.class, map.path("of"), Block.Levels.GRADE),
                    Words.constant(Block.Later.class, map.path("at"), Block.Later.WORST),
                    Words.list(map.path("levels")),
                    Words.list(map.path("visits")));
            case "thresholds" -> new Block.Thresholds(
                    Words.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    Words.statistics(map.path("statistics")),
                    labelled(map.path("conditions")),
                    Words.list(map.path("visits")),
                    Words.numbers(map.path("days")).stream().map(Double::intValue).toList(),
                    map.path("window").asInt(Block.WINDOW));
            case "criteria" -> new Block.Criteria(
                    map.path("label").asText(),
                    Words.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    ConditionReader.read(map.path("among")),
                    labelled(map.path("conditions")),
                    Words.list(map.path("visits")),
                    map.path("window").asInt(Block.WINDOW));
            case "transition" -> new Block.Transition(
                    Words.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    labelledOne(map.path("from")),
                    labelledOne(map.path("to")),
                    Words.constant(Block.Since.class, map.path("since"), Block.Since.FROM));
            case "dlt" -> new Block.Dlt(
                    Words.constant(Block.Interval.class, map.path("interval"), Block.Interval.CLOPPER_PEARSON));
            case "eligibility" -> new Block.Eligibility(
                    Words.constant(Block.Order.class, map.path("order"), Block.Order.ALPHABETICAL));
            case "exposure" -> new Block.Exposure(
                    Words.list(map.path("parameters")),
                    map.path("others").asBoolean(),
                    Words.statistics(map.path("statistics")));
            case "listing" -> new Block.Listing(
                    columns(map.path("columns")),
                    Words.list(map.path("sort")),
                    map.path("absent").asText(),
                    map.path("stub").asInt(1));
            default -> throw new IllegalArgumentException("no kind of rows: " + kind);
        };
    }

    private static List<Block.Labelled> labelled(JsonNode list) {
        List<Block.Labelled> conditions = new ArrayList<>();
        list.forEach(map -> conditions.add(labelledOne(map)));
        return List.copyOf(conditions);
    }

    private static Block.Labelled labelledOne(JsonNode map) {
        return new Block.Labelled(map.path("label").asText(), ConditionReader.read(map.path("where")));
    }

    /// The word of a row's kind.
    static String kind(JsonNode row) {
        return Block.WORDS.stream()
                .filter(row::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a row of no kind: " + row));
    }

    private static boolean events(JsonNode map) {
        return Words.list(map.path("show")).contains("events");
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    private static List<Block.Categories.Level> levels(JsonNode list) {
        List<Block.Categories.Level> levels = new ArrayList<>();
        list.forEach(level -> levels.add(new Block.Categories.Level(
                level.path("label").asText(), Objects.requireNonNull(ConditionReader.read(level.path("where"))))));
        return List.copyOf(levels);
    }

    private static List<Block.Given> given(JsonNode list) {
        List<Block.Given> given = new ArrayList<>();
        list.forEach(one -> given.add(new Block.Given(
                one.path("label").asText(), one.path("flag").asText(), Words.list(one.path("words")))));
        return List.copyOf(given);
    }

    private static List<ListingColumn> columns(JsonNode list) {
        List<ListingColumn> columns = new ArrayList<>();
        list.forEach(column -> columns.add(new ListingColumn(column.path("header").asText(), source(column))));
        return List.copyOf(columns);
    }

    private static Source source(JsonNode column) {
        if (column.has("value")) {
            return new Source.Values(Words.list(column.path("value")));
        }
        if (column.has("worst-grade")) {
            return new Source.WorstGrade(column.path("worst-grade").asText(), column.path("roman").asBoolean());
        }
        if (column.has("score")) {
            return new Source.Score(column.path("score").asText(), Words.constant(At.class, column.path("at"), At.LAST));
        }
        return new Source.Treatment();
    }
}
