package org.tabularium.study.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.study.settings.StudySettings.Treatment;
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
        cutOffFault(map).ifPresent(findings::add);
        findings.addAll(EndpointYaml.faults(map));
        findings.addAll(checkTables.apply(tables(map)));
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparing(Finding::row, Comparator.nullsFirst(Comparator.naturalOrder())));
            throw new RejectedException(findings);
        }
        return settings(snapshot.folder(), map, YamlReader.text(FILE, bytes));
    }

    /// The object that completes a delivery to the bucket (`delivery: {marker: _READY}`). Empty for none, and for a file that cannot be read as YAML, which is
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
        JsonNode treatment = map.get("treatment");
        return new StudySettings(
                map.get("study").asText(folder),
                map.get("title").asText(""),
                map.node().has("cutoff") ? LocalDate.parse(map.get("cutoff").asText()) : null,
                new Treatment(
                        treatment.has("variable") ? treatment.path("variable").asText() : null,
                        list(treatment.path("order")),
                        total(treatment.path("total"))),
                map.get("style").asText("regulatory"),
                map.get("quantile").asInt(2),
                map.get("confidence").asDouble(0.95),
                list(map.get("baseline")),
                tables(map),
                map(map.get("variables"), JsonNode::asText),
                map(map.get("datasets"), StudyYaml::list),
                map(map.get("parameters"), JsonNode::asText),
                map(map.get("values"), sets -> map(sets, StudyYaml::list)),
                map(map.get("scales"), JsonNode::asText),
                map(map.get("dictionaries"), JsonNode::asText),
                dlt(map.get("dlt")),
                EndpointYaml.read(map.get("endpoints")),
                !map.get("identifiers").asText().equals("none"),
                text);
    }

    private static DoseEscalation dlt(JsonNode dlt) {
        return new DoseEscalation(
                dlt.has("rule") ? dlt.path("rule").asText() : null,
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

    private static Optional<Finding> cutOffFault(YamlMap map) {
        String cutOff = map.get("cutoff").asText();
        if (cutOff.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate.parse(cutOff);
            } catch (DateTimeParseException e) {
                return Optional.of(Finding.error("WRONG_VALUE", "is no day of the calendar")
                        .in(map.file()).at(map.lineOf("/cutoff")).of("cutoff").value(cutOff));
            }
        }
        return Optional.empty();
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
            } else if (tables.path(i).isTextual()) {
                requests.add(new TableRequest(tables.path(i).asText(), nothing));
            }
        }
        return List.copyOf(requests);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static List<String> list(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
        }
        return node.isMissingNode() ? List.of() : List.of(node.asText());
    }

    /// The map in the order of the file.
    private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }
}
