package org.tabularium.study.settings;

import static org.tabularium.study.settings.SettingsNodes.byName;
import static org.tabularium.study.settings.SettingsNodes.list;
import static org.tabularium.study.settings.SettingsNodes.nameOrNull;
import static org.tabularium.study.settings.SettingsNodes.names;
import static org.tabularium.study.settings.SettingsNodes.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;
import org.tabularium.yaml.YamlSchema;

/// Reads study.yaml: checks it against its schema and fills in the defaults.
public final class StudyYaml {

    /// The file's name in a study's folder.
    public static final String FILE = "study.yaml";

    private static final String SCHEMA = "templates/schema/study.schema.json";
    private static final String TOTAL = "Total";

    private StudyYaml() {}

    /// Compiled once a process, when the first study.yaml is read.
    private static final class Schema {
        static final YamlSchema INSTANCE = YamlSchema.ofResource(SCHEMA);
    }

    /// The settings of a study; without study.yaml every default holds.
    ///
    /// @param checkTables finds the faults of `tables:`, whose shells this package does not know
    /// @throws RejectedException with every fault of the file by line
    public static StudySettings read(StudySnapshot snapshot, Function<List<TableRequest>, List<Finding>> checkTables)
            throws IOException, RejectedException {
        Optional<StudySnapshot.File> file = snapshot.files().stream().filter(f -> f.name().equals(FILE)).findFirst();
        if (file.isEmpty()) {
            return settings(snapshot.folder(), YamlMap.empty(FILE, 1), "");
        }
        byte[] bytes;
        try (InputStream in = file.get().content().open()) {
            bytes = in.readNBytes(YamlReader.LARGEST + 1);
        }
        YamlMap map = YamlReader.read(FILE, bytes);
        List<Finding> findings = new ArrayList<>(Schema.INSTANCE.check(map));
        findings.addAll(EndpointYaml.faults(map));
        findings.addAll(SettingsFaults.of(map));
        findings.addAll(checkTables.apply(tables(map)));
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparing(Finding::row, Comparator.nullsFirst(Comparator.naturalOrder())));
            throw new RejectedException(findings);
        }
        return settings(snapshot.folder(), map, YamlReader.text(FILE, bytes));
    }

    /// The object that completes a delivery to the bucket (`delivery: {marker: _READY}`). Empty for none, and for a file that
    /// cannot be read as YAML, which is
    /// rejected later.
    public static Optional<String> deliveryMarker(Content file) throws IOException {
        try (InputStream in = file.open()) {
            JsonNode marker = YamlReader.read(FILE, in.readNBytes(YamlReader.LARGEST + 1)).get("delivery").path("marker");
            return Optional.ofNullable(marker.textValue());
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    private static StudySettings settings(String folder, YamlMap map, String text) {
        return new StudySettings(
                map.get("study").asText(folder),
                map.get("title").asText(""),
                map.node().has("cutoff") ? LocalDate.parse(map.get("cutoff").asText()) : null,
                treatment(map.get("treatment")),
                map.get("style").asText("regulatory"),
                map.get("quantile").asInt(2),
                map.get("confidence").asDouble(0.95),
                names(baselineVariables(map)),
                tables(map),
                byName(map.get("variables"), value -> SettingsNodes.name(value.asText())),
                byName(map.get("datasets"), SettingsNodes::names),
                byName(map.get("sheets"), JsonNode::asText),
                SettingsNodes.map(map.get("parameters"), JsonNode::asText),
                byName(map.get("values"), sets -> SettingsNodes.map(sets, SettingsNodes::list)),
                SettingsNodes.map(map.get("scales"), JsonNode::asText),
                SettingsNodes.map(map.get("dictionaries"), JsonNode::asText),
                textOrNull(map.get("define")),
                dlt(map.get("dlt")),
                EndpointYaml.read(map.get("endpoints")),
                records(map),
                display(map),
                page(map),
                new DisclosureSettings(!map.get("identifiers").asText().equals("none"), map.get("smallest-count").asInt(0)),
                text);
    }

    private static TreatmentSettings treatment(JsonNode treatment) {
        String both = nameOrNull(treatment.path("variable"));
        return new TreatmentSettings(
                both == null ? nameOrNull(treatment.path("planned")) : both,
                both == null ? nameOrNull(treatment.path("actual")) : both,
                textOrNull(treatment.path("control")),
                list(treatment.path("order")),
                total(treatment.path("total")));
    }

    /// `baseline:` is a list of variables, or a map of `variables` and `before`.
    private static JsonNode baselineVariables(YamlMap map) {
        JsonNode baseline = map.get("baseline");
        return baseline.isObject() ? baseline.path("variables") : baseline;
    }

    private static RecordSettings records(YamlMap map) {
        return new RecordSettings(
                nameOrNull(map.get("day-zero")),
                map.get("baseline").path("before").isMissingNode()
                        ? null
                        : constant(RecordSettings.BaselineBefore.class, map.get("baseline").path("before").asText()),
                byName(map.get("flags"), flag -> flag.asText().equalsIgnoreCase(RecordSettings.NO_FLAG)
                        ? RecordSettings.NO_FLAG
                        : SettingsNodes.name(flag.asText())),
                list(map.get("unfavourable")),
                map.get("relatedness-missing").asText().equals("related"),
                names(map.get("relatedness-of")),
                constant(RecordSettings.AfterCutOff.class, map.get("after-cutoff").asText("report")),
                SettingsNodes.map(map.get("event-groups"), SettingsNodes::list));
    }

    private static DisplaySettings display(YamlMap map) {
        return new DisplaySettings(
                SettingsNodes.map(map.get("labels"), JsonNode::asText),
                byName(map.get("levels"), levels -> SettingsNodes.map(levels, JsonNode::asText)),
                names(map.get("categorical")),
                constant(DisplaySettings.LetterCase.class, map.get("case").asText("by-rule")),
                SettingsNodes.map(map.get("abbreviations"), JsonNode::asText));
    }

    private static PageSettings page(YamlMap map) {
        JsonNode page = map.get("page");
        return new PageSettings(
                textOrNull(page.path("paper")),
                textOrNull(page.path("orientation")),
                page.has("font-size") ? (Double) page.path("font-size").asDouble() : null,
                page.has("margins") ? (Double) page.path("margins").asDouble() : null,
                map.get("sponsor").asText(""),
                map.get("protocol").asText(""),
                map.get("status").asText(""),
                textOrNull(map.get("front-matter")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static DoseEscalation.Rule rule(String word) {
        return word.equals("3+3") ? DoseEscalation.Rule.THREE_PLUS_THREE : constant(DoseEscalation.Rule.class, word);
    }

    private static DoseEscalation dlt(JsonNode dlt) {
        double target = dlt.path("target").asDouble(DoseEscalation.USUAL_TARGET);
        JsonNode interval = dlt.path("interval");
        return new DoseEscalation(
                dlt.has("rule") ? rule(dlt.path("rule").asText()) : null,
                target,
                interval.isArray()
                        ? new DoseEscalation.Interval(interval.path(0).asDouble(), interval.path(1).asDouble())
                        : DoseEscalation.Interval.around(target),
                dlt.has("window") ? (Integer) dlt.path("window").asInt() : null,
                dlt.path("from").asText().equals("last-infusion")
                        ? DoseEscalation.From.LAST_INFUSION
                        : DoseEscalation.From.FIRST_INFUSION,
                list(dlt.path("levels")));
    }

    private static @Nullable String total(JsonNode total) {
        if (total.isBoolean()) {
            return total.asBoolean() ? TOTAL : null;
        }
        return total.asText(TOTAL);
    }

    /// The entries of `tables:` that are well-formed; the schema complains of the others.
    private static List<TableRequest> tables(YamlMap map) {
        List<TableRequest> requests = new ArrayList<>();
        JsonNode tables = map.get("tables");
        for (int i = 0; i < tables.size(); i++) {
            String pointer = "/tables/" + i;
            YamlMap nothing = YamlMap.empty(map.file(), map.lineOf(pointer));
            if (tables.path(i) instanceof ObjectNode entry && entry.size() == 1) {
                String id = entry.fieldNames().next();
                boolean parameters = entry.path(id).isObject();
                if (parameters || entry.path(id).isNull()) {
                    requests.add(new TableRequest(id, parameters ? map.at(pointer).at("/" + escape(id)) : nothing));
                }
            } else if (tables.path(i).isTextual() || tables.path(i).isIntegralNumber()) {
                requests.add(new TableRequest(tables.path(i).asText(), nothing));
            }
        }
        return List.copyOf(requests);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
