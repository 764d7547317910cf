package org.tabularium.ars.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.statistic.Quantile;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// A reporting event of CDISC ARS v1 that somebody declared: its analyses are made of a study's data, with nothing of the results
/// that may stand in it.
public final class DeclaredEvent {

    /// The largest event that is read.
    public static final int LARGEST = 64_000_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode root;
    private final Map<String, EventRecords> records = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> byId = new HashMap<>();
    private final StudyData data;

    private DeclaredEvent(ObjectNode root, StudyData data) {
        this.root = root;
        this.data = data;
    }

    /// Asks for the columns that an event reads.
    ///
    /// @throws RejectedException where the file is no reporting event
    public static void ask(byte[] event, String name, Study study, RequestedColumns columns) throws RejectedException {
        Map<String, Set<String>> wanted = new TreeMap<>();
        ObjectNode root = root(event, name);
        collect(root, wanted);
        wanted.forEach((dataset, variables) -> columns.ask(dataset,
                variables.stream().filter(variable -> study.has(dataset, variable)).toList()));
        wanted.values().stream().flatMap(Set::stream).filter(variable -> study.has(Study.ADSL, variable))
                .forEach(variable -> columns.ask(Study.ADSL, variable));
    }

    private static void collect(JsonNode node, Map<String, Set<String>> wanted) {
        if (node.isObject()) {
            String dataset = node.path("dataset").asText(node.path("groupingDataset").asText());
            String variable = node.path("variable").asText(node.path("groupingVariable").asText());
            if (!dataset.isEmpty() && !variable.isEmpty()) {
                wanted.computeIfAbsent(dataset, _ -> new TreeSet<>()).add(variable);
            }
        }
        node.forEach(part -> collect(part, wanted));
    }

    /// An event with its results.
    ///
    /// @param json the event, its results made anew
    /// @param findings what could not be made, and why
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Made(byte[] json, List<Finding> findings) {}

    /// Makes the analyses of an event.
    ///
    /// @throws RejectedException where the file is no reporting event
    public static Made of(byte[] event, String name, StudyData data) throws RejectedException {
        DeclaredEvent declared = new DeclaredEvent(root(event, name), data);
        List<Finding> findings = new ArrayList<>();
        for (JsonNode analysis : declared.root.path("analyses")) {
            ((ObjectNode) analysis).remove("results");
        }
        for (JsonNode analysis : declared.root.path("analyses")) {
            try {
                ((ObjectNode) analysis).set("results", new EventAnalysis(declared, analysis).results());
            } catch (UnmadeException e) {
                findings.add(Finding.warning("ARS_ANALYSIS_NOT_MADE",
                        "the analysis " + analysis.path("id").asText() + " is not made: " + e.why()).in(name));
            }
        }
        return new Made(bytes(declared.root), findings);
    }

    private static ObjectNode root(byte[] event, String name) throws RejectedException {
        try {
            if (MAPPER.readTree(event) instanceof ObjectNode root && root.path("analyses").isArray()
                    && root.path("methods").isArray()) {
                return root;
            }
        } catch (IOException e) {
            throw refused(name, "it is no JSON");
        }
        throw refused(name, "it has no analyses and methods");
    }

    private static RejectedException refused(String name, String why) {
        return new RejectedException(List.of(Finding.error("ARS_EVENT_REFUSED", "is no reporting event of CDISC ARS v1: " + why)
                .in(name).remedy("give the event as JSON, as the model's schema (ars_ldm.json) describes it")));
    }

    private static byte[] bytes(ObjectNode root) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return (MAPPER.writer(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }

    Quantile quantile() {
        return Quantile.ofType(data.settings().quantile());
    }

    EventRecords records(String dataset) throws UnmadeException {
        EventRecords known = records.get(dataset);
        if (known == null) {
            known = EventRecords.of(data, dataset);
            records.put(dataset, known);
        }
        return known;
    }

    /// Everybody where an analysis names none.
    EventWhere analysisSet(String id) throws UnmadeException {
        return id.isEmpty() ? EventWhere.everything() : EventWhere.of(byId("analysisSets", id));
    }

    EventWhere dataSubset(String id) throws UnmadeException {
        return id.isEmpty() ? EventWhere.everything() : EventWhere.of(byId("dataSubsets", id));
    }

    EventGrouping grouping(String id) throws UnmadeException {
        return EventGrouping.of(byId("analysisGroupings", id));
    }

    JsonNode method(String id) throws UnmadeException {
        return byId("methods", id);
    }

    EventAnalysis analysis(String id) throws UnmadeException {
        return new EventAnalysis(this, byId("analyses", id));
    }

    private JsonNode byId(String list, String id) throws UnmadeException {
        JsonNode node = byId.computeIfAbsent(list, this::byId).get(id);
        if (node == null) {
            throw new UnmadeException("the event has no \"" + id + "\" among its " + list);
        }
        return node;
    }

    /// Of several with the same id the first.
    private Map<String, JsonNode> byId(String list) {
        Map<String, JsonNode> nodes = new HashMap<>();
        root.path(list).forEach(node -> nodes.putIfAbsent(node.path("id").asText(), node));
        return nodes;
    }
}
