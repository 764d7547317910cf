package org.tabularium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.result.SummaryLine;
import org.tabularium.shell.comparison.DeclaredComparisons;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.Analysed;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredKind;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.DeclaredValues;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.settings.DisclosureSettings;
import org.tabularium.study.settings.DisplaySettings;
import org.tabularium.study.settings.DoseEscalation;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.RecordSettings;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.number.NumberStyle;
import org.tabularium.yaml.YamlSchema;

/// The schemas and the records say the same: a key that one of them forgets fails here.
class SchemaCoverageTest {

    private static final YamlSchema STUDY = YamlSchema.ofResource("templates/schema/study.schema.json");
    private static final YamlSchema SHELL = YamlSchema.ofResource("templates/schema/shell.schema.json");
    private static final YamlSchema STYLE = YamlSchema.ofResource("templates/schema/style.schema.json");

    @Test
    void studySettingsAndTheirSchemaHaveTheSameKeys() {
        Set<String> expected = components(StudySettings.class,
                Map.of("cutOff", "cutoff", "text", "", "records", "", "display", "", "disclosure", ""));
        expected.addAll(components(DisclosureSettings.class, Map.of()));
        expected.addAll(components(RecordSettings.class, Map.of("baselineBefore", "baseline",
                "missingIsRelated", "relatedness-missing", "afterCutOff", "after-cutoff")));
        expected.addAll(components(DisplaySettings.class, Map.of("letterCase", "case")));
        Map<String, String> everyPage = Map.of("sponsor", "", "protocol", "", "status", "", "frontMatter", "");
        expected.addAll(Set.of("sponsor", "protocol", "status", "front-matter"));
        expected.add("delivery"); // read by the service
        assertThat(keys(STUDY, "")).isEqualTo(expected);
        assertThat(keys(STUDY, "/properties/page")).isEqualTo(components(PageSettings.class, everyPage));
        Set<String> treatment = components(TreatmentSettings.class, Map.of());
        treatment.add("variable");
        assertThat(keys(STUDY, "/properties/treatment")).isEqualTo(treatment);
        assertThat(keys(STUDY, "/properties/dlt")).isEqualTo(components(DoseEscalation.class, Map.of()));
    }

    @Test
    void shellAndItsSchemaHaveTheSameKeys() {
        Set<String> expected = components(Shell.class,
                Map.of("name", "", "narrowing", "", "by", "", "total", "", "against", "", "layout", "page", "calledTable",
                        "called"));
        expected.addAll(List.of("columns", "limits", "figure", "title-otherwise", "footnotes-otherwise"));
        expected.remove("comparisons");
        expected.addAll(components(DeclaredComparisons.class, Map.of()));
        assertThat(keys(SHELL, "")).isEqualTo(expected);
        assertThat(keys(SHELL, "/properties/columns")).containsExactlyInAnyOrder("by", "total", "against");
        assertThat(keys(SHELL, "/properties/page")).isEqualTo(components(PageLayout.class, Map.of()));
    }

    @Test
    void blocksAndTheirSchemasHaveTheSameKeys() {
        for (DeclaredKind kind : DeclaredKinds.all()) {
            RowsDeclaration<?> declaration = kind.declaration();
            if (!List.of("nest", "text").contains(declaration.word()) && declaration.figureKeys() == null) {
                Set<String> expected = components(declaration.rows().asSubclass(Record.class),
                        Map.of("events", "show", "emerging", "not-at-baseline", "curve", ""));
                if (declaration.rows() == DeclaredModels.TimeToEvent.class) {
                    expected.addAll(components(DeclaredModels.TimeToEvent.Curve.class, Map.of()));
                }
                assertThat(keys(SHELL, "/$defs/" + declaration.word())).isEqualTo(expected);
            }
        }
        assertThat(keys(SHELL, "/$defs/categories/properties/levels/items"))
                .isEqualTo(components(DeclaredSubjects.Categories.Level.class, Map.of("below", "kinds")));
        assertThat(keys(SHELL, "/$defs/tests")).isEqualTo(components(Tests.class, Map.of()));
        assertThat(keys(SHELL, "/$defs/risk-difference")).isEqualTo(components(RiskDifferences.class, Map.of()));
        assertThat(keys(SHELL, "/$defs/odds-ratio")).isEqualTo(components(OddsRatios.class, Map.of()));
        assertThat(keys(SHELL, "/$defs/exposure-adjusted")).isEqualTo(components(ExposureAdjusted.class, Map.of()));
        assertThat(keys(SHELL, "/$defs/labelled-condition")).isEqualTo(components(LabelledCondition.class, Map.of()));
        assertThat(keys(SHELL, "/$defs/given")).isEqualTo(components(DeclaredEvents.Given.class, Map.of()));
        Set<String> row = components(DeclaredEvents.Nest.class,
                Map.of("events", "show", "variables", "nest", "grades", "worst-grade", "ranges", "worst-grade"));
        row.addAll(DeclaredKinds.words());
        assertThat(keys(SHELL, "/$defs/row")).isEqualTo(row);
    }

    @Test
    void figuresAndTheirSchemaHaveTheSameKeys() {
        Set<String> keys = new TreeSet<>(Set.of("kind"));
        DeclaredKinds.figures().forEach(kind -> keys.addAll(DeclaredKinds.figureKeys(kind)));
        assertThat(keys(SHELL, "/$defs/figure")).isEqualTo(keys);
        assertThat(words(SHELL, "/$defs/figure/properties/kind/enum")).isEqualTo(new TreeSet<>(DeclaredKinds.figures()));
    }

    @Test
    void houseStyleAndItsSchemaHaveTheSameKeys() {
        assertThat(keys(STYLE, "")).isEqualTo(components(HouseStyle.class, Map.of()));
        assertThat(keys(STYLE, "/properties/numbers"))
                .isEqualTo(components(NumberStyle.class, Map.of("wholePercentBelow100", "whole-percent-below-100")));
        assertThat(words(STUDY, "/properties/style/enum")).isNotEmpty()
                .allSatisfy(style -> assertThat(HouseStyle.named(style)).isNotNull());
    }

    @Test
    void wordsOfTheSchemaAreTheConstants() {
        Set<String> lines = new TreeSet<>(SummaryLine.all().map(SummaryLine::word).toList());
        assertThat(words(SHELL, "/$defs/statistics/items/examples")).isEqualTo(lines);
        assertThat(words(STYLE, "/properties/continuous/items/examples")).isEqualTo(lines);
        Pattern statistic = Pattern.compile(SHELL.part("/$defs/statistics/items/pattern").asText());
        assertThat(lines).allMatch(statistic.asPredicate());
        assertThat(Stream.of("p10", "p0.5", "p97.5", "p0", "p100", "p05", "p", "p10%").filter(statistic.asPredicate()))
                .containsExactly("p10", "p0.5", "p97.5");
        assertThat(words(SHELL, "/properties/population/enum")).isEqualTo(constants(PopulationName.class));
        assertThat(words(SHELL, "/$defs/parameters/properties/population/enum")).isEqualTo(constants(PopulationName.class));
        assertThat(words(SHELL, "/$defs/dlt/properties/interval/enum")).isEqualTo(constants(IntervalMethod.class));
        assertThat(words(STUDY, "/properties/case/enum")).isEqualTo(constants(DisplaySettings.LetterCase.class));
        assertThat(words(STUDY, "/properties/after-cutoff/enum")).isEqualTo(constants(RecordSettings.AfterCutOff.class));
        assertThat(words(STUDY, "/properties/baseline/properties/before/enum"))
                .isEqualTo(constants(RecordSettings.BaselineBefore.class));
        for (String key : List.of("paper", "orientation")) {
            String words = "/properties/page/properties/" + key + "/enum";
            assertThat(words(STUDY, words)).isEqualTo(words(SHELL, words));
        }
        assertThat(words(STUDY, "/properties/dlt/properties/from/enum")).isEqualTo(constants(DoseEscalation.From.class));
        assertThat(words(SHELL, "/$defs/response/properties/interval/enum")).isEqualTo(constants(IntervalMethod.class));
        assertThat(words(SHELL, "/$defs/response/properties/denominator/enum"))
                .isEqualTo(constants(DeclaredResponses.Denominator.class));
        assertThat(words(SHELL, "/$defs/time-to-event/properties/ties/enum")).isEqualTo(constants(DeclaredModels.Ties.class));
        assertThat(words(SHELL, "/$defs/ancova/properties/margins/enum")).isEqualTo(constants(DeclaredModels.Margins.class));
        assertThat(words(SHELL, "/$defs/ancova/properties/of/enum")).isEqualTo(constants(Analysed.class));
        assertThat(words(SHELL, "/$defs/mmrm/properties/margins/enum")).isEqualTo(constants(DeclaredModels.Margins.class));
        assertThat(words(SHELL, "/$defs/mmrm/properties/df/enum")).isEqualTo(constants(DeclaredModels.FreedomMethod.class));
        assertThat(words(SHELL, "/$defs/mmrm/properties/covariance/items/enum"))
                .isEqualTo(constants(DeclaredModels.VisitCovariance.class))
                .isEqualTo(alternatives("/$defs/mmrm/properties/covariance/pattern"));
        assertThat(words(SHELL, "/$defs/cmh/properties/also/items/enum")).isEqualTo(constants(DeclaredModels.FurtherTest.class));
        Set<String> tests = constants(Tests.Continuous.class);
        assertThat(words(SHELL, "/$defs/tests/properties/continuous/enum")).isEqualTo(tests);
        tests.addAll(constants(Tests.Categorical.class));
        assertThat(words(SHELL, "/$defs/tests/properties/categorical/enum")).isEqualTo(constants(Tests.Categorical.class));
        assertThat(alternatives("/$defs/tests/pattern")).isEqualTo(tests);
        assertThat(words(SHELL, "/$defs/risk-difference/properties/method/enum"))
                .isEqualTo(constants(RiskDifferences.Method.class)).isEqualTo(alternatives("/$defs/risk-difference/pattern"));
        assertThat(words(SHELL, "/$defs/odds-ratio/properties/method/enum"))
                .isEqualTo(constants(OddsRatios.Method.class)).isEqualTo(alternatives("/$defs/odds-ratio/pattern"));
        assertThat(words(SHELL, "/$defs/tests/properties/alternative/enum")).isEqualTo(constants(Tests.Alternative.class));
        assertThat(words(SHELL, "/$defs/exposure-adjusted/properties/count/enum"))
                .isEqualTo(constants(ExposureAdjusted.Count.class)).isEqualTo(alternatives("/$defs/exposure-adjusted/pattern"));
        assertThat(words(SHELL, "/$defs/exposure-adjusted/properties/time/enum"))
                .isEqualTo(constants(ExposureAdjusted.Time.class));
        assertThat(words(SHELL, "/$defs/exposure-adjusted/properties/compare/enum"))
                .isEqualTo(constants(ExposureAdjusted.Compare.class));
        assertThat(words(SHELL, "/$defs/shift/properties/of/enum")).isEqualTo(constants(DeclaredVisits.Levels.class));
        assertThat(words(SHELL, "/$defs/shift/properties/at/enum")).isEqualTo(constants(DeclaredVisits.Later.class));
        assertThat(words(SHELL, "/$defs/shift/properties/percent-of/enum"))
                .isEqualTo(constants(DeclaredVisits.ShiftPercent.class));
        assertThat(words(SHELL, "/$defs/shift/properties/cmh/items/enum")).isEqualTo(constants(DeclaredVisits.Association.class))
                .isEqualTo(alternatives("/$defs/shift/properties/cmh/pattern"));
        assertThat(words(SHELL, "/$defs/transition/properties/since/enum")).isEqualTo(constants(DeclaredValues.Since.class));
        assertThat(words(SHELL, "/$defs/row/properties/grades-in/enum")).isEqualTo(constants(DeclaredEvents.GradesIn.class));
        assertThat(words(SHELL, "/$defs/eligibility/properties/order/enum")).containsExactly("alphabetical", "descending");
        assertThat(words(SHELL, "/$defs/row/properties/order/enum")).isEqualTo(constants(RowOrder.class));
        assertThat(words(SHELL, "/$defs/column/properties/at/enum")).isEqualTo(constants(ListingColumn.At.class));
        assertThat(words(SHELL, "/properties/page/properties/paper/enum")).isEqualTo(constants(PageLayout.Paper.class));
        assertThat(words(SHELL, "/properties/page/properties/orientation/enum"))
                .isEqualTo(constants(PageLayout.Orientation.class));
        assertThat(words(STYLE, "/properties/numbering/enum")).isEqualTo(constants(HouseStyle.Numbering.class));
        Set<String> comparators = constants(Condition.Comparator.class);
        comparators.addAll(List.of("missing", "is"));
        assertThat(keys(SHELL, "/$defs/comparison")).isEqualTo(comparators);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "shell", "style"})
    void everyKeyIsDocumented(String name) {
        JsonNode root = YamlSchema.ofResource("templates/schema/" + name + ".schema.json").part("");
        List<String> undocumented = new ArrayList<>();
        collectUndocumented(root, root, "", undocumented);
        assertThat(undocumented).isEmpty();
    }

    private static void collectUndocumented(JsonNode root, JsonNode node, String pointer, List<String> undocumented) {
        node.path("properties").properties().forEach(entry -> {
            JsonNode key = entry.getValue();
            JsonNode referred = key.has("$ref") ? root.at(key.path("$ref").asText().substring(1)) : key;
            if (!key.has("description") && !referred.has("description")) {
                undocumented.add(pointer + "/" + entry.getKey());
            }
        });
        node.properties()
                .forEach(entry -> collectUndocumented(root, entry.getValue(), pointer + "/" + entry.getKey(), undocumented));
        node.forEach(item -> {
            if (node.isArray()) {
                collectUndocumented(root, item, pointer + "[]", undocumented);
            }
        });
    }

    private static Set<String> keys(YamlSchema schema, String pointer) {
        Set<String> keys = new TreeSet<>();
        schema.part(pointer + "/properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> words(YamlSchema schema, String pointer) {
        return new TreeSet<>(StreamSupport.stream(schema.part(pointer).spliterator(), false).map(JsonNode::asText).toList());
    }

    /// The words of a pattern `^(one|other)$`.
    private static Set<String> alternatives(String pointer) {
        String pattern = SHELL.part(pointer).asText();
        return new TreeSet<>(List.of(pattern.substring(2, pattern.length() - 2).split("\\|", -1)));
    }

    private static Set<String> constants(Class<? extends Enum<?>> type) {
        return new TreeSet<>(
                Stream.of(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
    }

    /// Components of a record as keys; `renamed` gives those whose key is another word, an empty one for no key.
    private static Set<String> components(Class<? extends Record> type, Map<String, String> renamed) {
        Set<String> keys = new TreeSet<>(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> renamed.getOrDefault(name, name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)))
                .toList());
        keys.remove("");
        return keys;
    }
}
