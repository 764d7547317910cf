package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.ListingColumn.At;
import org.tabularium.shell.ListingColumn.Source;
import org.tabularium.shell.NamedVariable.Of;
import org.tabularium.shell.DeclaredRows.Analysed;
import org.tabularium.shell.DeclaredRows.Ancova;
import org.tabularium.shell.DeclaredRows.Association;
import org.tabularium.shell.DeclaredRows.Attainment;
import org.tabularium.shell.DeclaredRows.Categories;
import org.tabularium.shell.DeclaredRows.Change;
import org.tabularium.shell.DeclaredRows.Cmh;
import org.tabularium.shell.DeclaredRows.Criteria;
import org.tabularium.shell.DeclaredRows.Denominator;
import org.tabularium.shell.DeclaredRows.Dlt;
import org.tabularium.shell.DeclaredRows.Eligibility;
import org.tabularium.shell.DeclaredRows.Exposure;
import org.tabularium.shell.DeclaredRows.Flags;
import org.tabularium.shell.DeclaredRows.GradeRange;
import org.tabularium.shell.DeclaredRows.FreedomMethod;
import org.tabularium.shell.DeclaredRows.FurtherTest;
import org.tabularium.shell.DeclaredRows.GeometricRatio;
import org.tabularium.shell.DeclaredRows.Given;
import org.tabularium.shell.DeclaredRows.Grades;
import org.tabularium.shell.DeclaredRows.GradesIn;
import org.tabularium.shell.DeclaredRows.Interval;
import org.tabularium.shell.DeclaredRows.Labelled;
import org.tabularium.shell.DeclaredRows.Later;
import org.tabularium.shell.DeclaredRows.LevelGroup;
import org.tabularium.shell.DeclaredRows.Levels;
import org.tabularium.shell.DeclaredRows.LimitScale;
import org.tabularium.shell.DeclaredRows.Listing;
import org.tabularium.shell.DeclaredRows.Margins;
import org.tabularium.shell.DeclaredRows.Mmrm;
import org.tabularium.shell.DeclaredRows.Nest;
import org.tabularium.shell.DeclaredRows.Order;
import org.tabularium.shell.DeclaredRows.Response;
import org.tabularium.shell.DeclaredRows.Shift;
import org.tabularium.shell.DeclaredRows.ShiftPercent;
import org.tabularium.shell.DeclaredRows.Since;
import org.tabularium.shell.DeclaredRows.Subjects;
import org.tabularium.shell.DeclaredRows.Summary;
import org.tabularium.shell.DeclaredRows.Thresholds;
import org.tabularium.shell.DeclaredRows.Ties;
import org.tabularium.shell.DeclaredRows.TimePoints;
import org.tabularium.shell.DeclaredRows.TimeToEvent;
import org.tabularium.shell.DeclaredRows.Transition;
import org.tabularium.shell.DeclaredRows.VisitCovariance;

/// How shells write the rows of [DeclaredRows], with the defaults. A kind of rows whose record is a class of its own may have its
/// declaration there.
public final class RowsDeclarations {

    private static final int HIGHEST_GRADE = 5;

    public static final RowsDeclaration<Subjects> SUBJECTS = RowsDeclaration.of("subjects", Subjects.class, Of.RECORDS,
            map -> new Subjects(
                    map.path("label").asText(),
                    ConditionReader.read(map.path("where")),
                    events(map),
                    map.path("indent").asInt(0)));

    public static final RowsDeclaration<Summary> SUMMARY = RowsDeclaration.of("summary", Summary.class, Of.SUBJECTS,
            map -> new Summary(
                    YamlWords.list(map.path("variables")),
                    YamlWords.list(map.path("statistics")),
                    map.path("missing").asBoolean(true),
                    ConditionReader.read(map.path("where")),
                    groups(map.path("groups"))));

    public static final RowsDeclaration<Categories> CATEGORIES = RowsDeclaration.of("categories", Categories.class, Of.SUBJECTS,
            map -> new Categories(map.path("label").asText(), levels(map.path("levels"))));

    public static final RowsDeclaration<Flags> FLAGS = RowsDeclaration.of("flags", Flags.class, Of.SUBJECTS,
            map -> new Flags(YamlWords.list(map.path("variables")), map.path("others").asBoolean(),
                    map.path("untreated").asBoolean()));

    public static final RowsDeclaration<Nest> NEST = RowsDeclaration.ofEntry("nest", Nest.class, Of.RECORDS,
            row -> new Nest(
                    YamlWords.list(row.path("nest")),
                    events(row),
                    YamlWords.constant(Order.class, row.path("order"), Order.DESCENDING),
                    row.path("threshold").asDouble(0),
                    row.path("worst-grade").asBoolean() || row.path("worst-grade").isArray(),
                    gradeRanges(row.path("worst-grade")),
                    YamlWords.constant(GradesIn.class, row.path("grades-in"),
                            row.path("worst-grade").isArray() ? GradesIn.COLUMNS : GradesIn.ROWS),
                    row.path("label").asText(),
                    ConditionReader.read(row.path("where")),
                    groups(row.path("groups")),
                    row.path("worst").asText()));

    public static final RowsDeclaration<Grades> GRADES = RowsDeclaration.of("grades", Grades.class, Of.RECORDS,
            map -> new Grades(
                    YamlWords.list(map.path("terms")),
                    map.path("groups").asBoolean(),
                    given(map.path("treatments")),
                    map.path("timing").asBoolean()));

    public static final RowsDeclaration<Change> CHANGE = RowsDeclaration.of("change", Change.class, Of.RECORDS,
            map -> new Change(
                    text(map.path("parameter")),
                    YamlWords.list(map.path("parameters")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.list(map.path("statistics")),
                    map.path("statistics-across").asBoolean()));

    public static final RowsDeclaration<Response> RESPONSE = RowsDeclaration.of("response", Response.class, Of.RECORDS,
            map -> new Response(
                    YamlWords.list(map.path("parameters")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.constant(Interval.class, map.path("interval"), Interval.CLOPPER_PEARSON),
                    map.has("denominator")
                            ? YamlWords.constant(Denominator.class, map.path("denominator").asText())
                            : null,
                    map.path("others").asBoolean()));

    public static final RowsDeclaration<TimeToEvent> TIME_TO_EVENT = RowsDeclaration.of("time-to-event", TimeToEvent.class,
            Of.RECORDS,
            map -> new TimeToEvent(
                    text(map.path("parameter")),
                    map.path("unit").asText(),
                    YamlWords.numbers(map.path("landmarks")),
                    YamlWords.list(map.path("strata")),
                    YamlWords.constant(Ties.class, map.path("ties"), Ties.EFRON),
                    curve(map)));

    public static final RowsDeclaration<Ancova> ANCOVA = RowsDeclaration.of("ancova", Ancova.class, Of.RECORDS,
            map -> new Ancova(
                    text(map.path("parameter")),
                    text(map.path("visit")),
                    YamlWords.constant(Analysed.class, map.path("of"), Analysed.CHANGE),
                    covariates(map),
                    YamlWords.constant(Margins.class, map.path("margins"), Margins.EQUAL),
                    text(map.path("dose")),
                    map.path("rmse").asBoolean()));

    public static final RowsDeclaration<Mmrm> MMRM = RowsDeclaration.of("mmrm", Mmrm.class, Of.RECORDS, map -> {
        List<String> covariates = covariates(map);
        List<String> byVisit = map.has("by-visit")
                ? YamlWords.list(map.path("by-visit"))
                : covariates.stream().filter("BASE"::equals).toList();
        return new Mmrm(
                text(map.path("parameter")),
                YamlWords.list(map.path("visits")),
                Stream.concat(covariates.stream(), byVisit.stream()).distinct().toList(),
                byVisit,
                covariances(map),
                YamlWords.constant(FreedomMethod.class, map.path("df"), FreedomMethod.SATTERTHWAITE),
                YamlWords.constant(Margins.class, map.path("margins"), Margins.EQUAL));
    });

    public static final RowsDeclaration<Cmh> CMH = RowsDeclaration.of("cmh", Cmh.class, Of.RECORDS,
            map -> new Cmh(
                    text(map.path("parameter")), text(map.path("visit")), YamlWords.list(map.path("strata")),
                    YamlWords.list(map.path("also")).stream()
                            .map(word -> YamlWords.constant(FurtherTest.class, word)).toList()));

    public static final RowsDeclaration<Shift> SHIFT = RowsDeclaration.of("shift", Shift.class, Of.RECORDS,
            map -> new Shift(
                    YamlWords.list(map.path("parameters")),
                    YamlWords.constant(Levels.class, map.path("of"), Levels.GRADE),
                    YamlWords.constant(Later.class, map.path("at"), Later.WORST),
                    YamlWords.list(map.path("levels")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.constant(ShiftPercent.class, map.path("percent-of"), ShiftPercent.ALL),
                    YamlWords.list(map.path("cmh")).stream()
                            .map(word -> YamlWords.constant(Association.class, word)).toList()));

    public static final RowsDeclaration<Thresholds> THRESHOLDS = RowsDeclaration.of("thresholds", Thresholds.class, Of.PARAMETER,
            map -> new Thresholds(
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    YamlWords.list(map.path("statistics")),
                    labelled(map.path("conditions")),
                    YamlWords.list(map.path("visits")),
                    YamlWords.numbers(map.path("days")).stream().map(Double::intValue).toList(),
                    map.path("window").asInt(DeclaredRows.WINDOW),
                    YamlWords.list(map.path("ratios")).stream()
                            .map(word -> YamlWords.constant(GeometricRatio.class, word)).toList(),
                    YamlWords.constant(TimePoints.class, map.path("time-points"), TimePoints.ABOVE_VISITS)));

    public static final RowsDeclaration<Criteria> CRITERIA = RowsDeclaration.of("criteria", Criteria.class, Of.PARAMETER,
            map -> new Criteria(
                    map.path("label").asText(),
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    ConditionReader.read(map.path("among")),
                    labelled(map.path("conditions")),
                    YamlWords.list(map.path("visits")),
                    map.path("window").asInt(DeclaredRows.WINDOW)));

    public static final RowsDeclaration<Transition> TRANSITION = RowsDeclaration.of("transition", Transition.class, Of.PARAMETER,
            map -> new Transition(
                    YamlWords.list(map.path("parameters")),
                    ConditionReader.read(map.path("where")),
                    labelledOne(map.path("from")),
                    labelledOne(map.path("to")),
                    YamlWords.constant(Since.class, map.path("since"), Since.FROM)));

    public static final RowsDeclaration<Attainment> ATTAINMENT = RowsDeclaration.of("attainment", Attainment.class, Of.PARAMETER,
            map -> new Attainment(
                    YamlWords.list(map.path("parameters")),
                    map.path("others").asBoolean(),
                    map.path("attained").asText(),
                    map.path("visits").asBoolean(),
                    map.path("kept").asText(),
                    map.path("lost").asText(),
                    with(map.path("with"))));

    public static final RowsDeclaration<Dlt> DLT = RowsDeclaration.of("dlt", Dlt.class, Of.RECORDS,
            map -> new Dlt(
                    YamlWords.constant(Interval.class, map.path("interval"), Interval.CLOPPER_PEARSON)));

    public static final RowsDeclaration<Eligibility> ELIGIBILITY = RowsDeclaration.of("eligibility", Eligibility.class,
            Of.RECORDS,
            map -> new Eligibility(
                    YamlWords.constant(Order.class, map.path("order"), Order.ALPHABETICAL)));

    public static final RowsDeclaration<Exposure> EXPOSURE = RowsDeclaration.of("exposure", Exposure.class, Of.RECORDS,
            map -> new Exposure(
                    YamlWords.list(map.path("parameters")),
                    map.path("others").asBoolean(),
                    YamlWords.list(map.path("statistics"))));

    public static final RowsDeclaration<Listing> LISTING = RowsDeclaration.of("listing", Listing.class, Of.RECORDS,
            map -> new Listing(
                    columns(map.path("columns")),
                    YamlWords.list(map.path("sort")),
                    map.path("absent").asText(),
                    map.path("stub").asInt(1)));

    private RowsDeclarations() {}

    /// A list of labels with conditions.
    static List<Labelled> labelled(JsonNode list) {
        List<Labelled> conditions = new ArrayList<>();
        list.forEach(map -> conditions.add(labelledOne(map)));
        return List.copyOf(conditions);
    }

    /// What a model adjusts for: BASE, where nothing is said.
    private static List<String> covariates(JsonNode map) {
        return map.has("covariates") ? YamlWords.list(map.path("covariates")) : List.of("BASE");
    }

    /// What is shown of Kaplan–Meier curves.
    static TimeToEvent.Curve curve(JsonNode map) {
        List<Double> quantiles = YamlWords.numbers(map.path("quantiles"));
        return new TimeToEvent.Curve(
                YamlWords.constant(LimitScale.class, map.path("interval"), TimeToEvent.Curve.USUAL.interval()),
                quantiles.isEmpty() ? TimeToEvent.Curve.USUAL.quantiles() : quantiles,
                map.path("range").asBoolean(),
                map.path("differences").asBoolean());
    }

    private static List<Attainment.With> with(JsonNode list) {
        List<Attainment.With> with = new ArrayList<>();
        list.forEach(map -> with.add(new Attainment.With(map.path("label").asText(), map.path("parameter").asText(),
                map.path("also").asText(), Objects.requireNonNull(ConditionReader.read(map.path("where"))))));
        return List.copyOf(with);
    }

    private static Labelled labelledOne(JsonNode map) {
        return new Labelled(map.path("label").asText(), ConditionReader.read(map.path("where")));
    }

    private static boolean events(JsonNode map) {
        return YamlWords.list(map.path("show")).contains("events");
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    /// Which may be fitted, in order; unstructured where nothing is said.
    private static List<VisitCovariance> covariances(JsonNode map) {
        return map.has("covariance")
                ? YamlWords.list(map.path("covariance")).stream()
                        .map(word -> YamlWords.constant(VisitCovariance.class, word)).toList()
                : List.of(VisitCovariance.UNSTRUCTURED);
    }

    /// Levels and, where one has kinds, these in its place.
    private static List<Categories.Level> levels(JsonNode list) {
        List<Categories.Level> levels = new ArrayList<>();
        list.forEach(level -> {
            String label = level.path("label").asText();
            level.path("kinds").forEach(kind -> levels.add(level(kind, label)));
            if (level.has("where")) {
                levels.add(level(level, ""));
            }
        });
        return List.copyOf(levels);
    }

    private static Categories.Level level(JsonNode level, String below) {
        return new Categories.Level(level.path("label").asText(),
                Objects.requireNonNull(ConditionReader.read(level.path("where"))), below);
    }

    private static List<Given> given(JsonNode list) {
        List<Given> given = new ArrayList<>();
        list.forEach(one -> given.add(new Given(
                one.path("label").asText(), one.path("flag").asText(), YamlWords.list(one.path("words")))));
        return List.copyOf(given);
    }

    private static List<ListingColumn> columns(JsonNode list) {
        List<ListingColumn> columns = new ArrayList<>();
        list.forEach(column -> columns.add(column.path("header").isArray()
                ? ListingColumn.ofParts(YamlWords.list(column.path("header")), source(column))
                : new ListingColumn(column.path("header").asText(), source(column))));
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
        return column.has("interest") ? new Source.Interest() : new Source.Treatment();
    }

    /// Levels that are counted together.
    private static List<LevelGroup> groups(JsonNode list) {
        List<LevelGroup> groups = new ArrayList<>();
        list.forEach(map -> groups.add(new LevelGroup(map.path("label").asText(), YamlWords.list(map.path("levels")),
                map.path("kinds").asBoolean())));
        return List.copyOf(groups);
    }

    /// Grades as a shell writes them: `any`, `3`, `1-2`, `≥3` or `>=3`; the schema lets nothing else through. Gives the ranges of
    /// a list but `any`, which the row itself counts; none where it is no list.
    private static List<GradeRange> gradeRanges(JsonNode list) {
        List<GradeRange> ranges = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(range -> {
                String text = range.isObject() ? range.path("grades").asText() : range.asText();
                int first = firstDigit(text);
                if (first >= 0) {
                    int from = text.charAt(first) - '0';
                    int last = text.charAt(text.length() - 1) - '0';
                    ranges.add(new GradeRange(from, first > 0 ? HIGHEST_GRADE : last, range.path("label").asText()));
                }
            });
        }
        return List.copyOf(ranges);
    }

    private static int firstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
