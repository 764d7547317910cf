package org.tabularium.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.Edition;
import org.tabularium.table.display.Display;
import org.tabularium.yaml.JsonTree;

/// `manifest.json`: to bytes and back.
public final class ManifestJson {

    private static final String PRODUCED = "produced";
    private static final String NOT_PRODUCED = "not-produced";

    private ManifestJson() {}

    public static byte[] bytes(Manifest manifest) {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("format", Manifest.FORMAT);
            json.writeStringField("study", manifest.study());
            json.writeStringField("run", manifest.run());
            json.writeStringField("edition", manifest.edition().word());
            JsonLines.string(json, "created", manifest.created());
            software(json, manifest.software());
            settings(json, manifest.settings());
            inputs(json, manifest.inputs());
            ignored(json, manifest.ignored());
            displays(json, manifest.displays());
            outputs(json, manifest.outputs());
            findings(json, manifest.findings());
            json.writeEndObject();
        });
    }

    private static void software(JsonGenerator json, Software software) throws IOException {
        json.writeObjectFieldStart("software");
        json.writeStringField("name", software.name());
        json.writeStringField("version", software.version());
        json.writeStringField("program", software.program());
        json.writeEndObject();
    }

    private static void settings(JsonGenerator json, Manifest.SettingsFile settings) throws IOException {
        json.writeObjectFieldStart("settings");
        JsonLines.string(json, "sha256", settings.sha256());
        json.writeStringField("text", settings.text());
        json.writeEndObject();
    }

    private static void inputs(JsonGenerator json, List<Manifest.Input> inputs) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (Manifest.Input input : inputs) {
            json.writeStartObject();
            JsonLines.string(json, "dataset", input.dataset());
            json.writeStringField("name", input.name());
            json.writeNumberField("size", input.size());
            json.writeStringField("sha256", input.sha256());
            if (input.rows() == null) {
                json.writeNullField("rows");
            } else {
                json.writeNumberField("rows", input.rows());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void ignored(JsonGenerator json, List<String> ignored) throws IOException {
        json.writeArrayFieldStart("ignored");
        for (String name : ignored) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void displays(JsonGenerator json, List<Manifest.Entry> displays) throws IOException {
        json.writeArrayFieldStart("displays");
        for (Manifest.Entry table : displays) {
            json.writeStartObject();
            json.writeStringField("kind", table.kind().word());
            json.writeStringField("id", table.id());
            json.writeStringField("number", table.number());
            json.writeStringField("title", table.title());
            json.writeStringField("status", table.produced() ? PRODUCED : NOT_PRODUCED);
            JsonLines.string(json, "reason", table.reason());
            if (table.pages() == null) {
                json.writeNullField("pages");
            } else {
                json.writeNumberField("pages", table.pages());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void outputs(JsonGenerator json, List<Manifest.Output> outputs) throws IOException {
        json.writeArrayFieldStart("outputs");
        for (Manifest.Output output : outputs) {
            json.writeStartObject();
            json.writeStringField("path", output.path());
            json.writeNumberField("size", output.size());
            json.writeStringField("sha256", output.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void findings(JsonGenerator json, Manifest.Counts findings) throws IOException {
        json.writeObjectFieldStart("findings");
        json.writeNumberField("error", findings.error());
        json.writeNumberField("warning", findings.warning());
        json.writeNumberField("note", findings.note());
        json.writeEndObject();
    }

    /// Reads a manifest back. Keys that this version does not know are passed over.
    ///
    /// @throws BrokenRunException where the text is no manifest, with the place
    public static Manifest read(byte[] bytes) throws BrokenRunException {
        JsonNode root = tree(bytes);
        JsonNode software = object(root, "software");
        JsonNode settings = object(root, "settings");
        JsonNode findings = object(root, "findings");
        return new Manifest(text(root, "study"), text(root, "run"), edition(root), textOrNull(root, "created"),
                new Software(text(software, "name"), text(software, "version"), software.path("commit").textValue(),
                        software.path("program").asText("")),
                new Manifest.SettingsFile(textOrNull(settings, "sha256"), text(settings, "text")),
                list(root, "inputs", ManifestJson::input),
                list(root, "ignored", n -> textOf(n, "ignored")), displays(root),
                list(root, "outputs", ManifestJson::output),
                new Manifest.Counts(number(findings, "error"), number(findings, "warning"), number(findings, "note")));
    }

    private static Edition edition(JsonNode root) throws BrokenRunException {
        String word = root.path("edition").asText(Edition.FULL.word());
        return Edition.of(word).orElseThrow(() -> new BrokenRunException("\"" + word + "\" is no edition"));
    }

    private static Manifest.Input input(JsonNode node) throws BrokenRunException {
        return new Manifest.Input(textOrNull(node, "dataset"), text(node, "name"), number(node, "size"), text(node, "sha256"),
                node.path("rows").isNull() ? null : number(node, "rows"));
    }

    /// Format 2 has displays with their kind, format 1 tables alone.
    private static List<Manifest.Entry> displays(JsonNode root) throws BrokenRunException {
        return root.has("displays") ? list(root, "displays", ManifestJson::display) : list(root, "tables", ManifestJson::table);
    }

    private static Manifest.Entry display(JsonNode node) throws BrokenRunException {
        Manifest.Entry entry = table(node);
        Integer pages = node.path("pages").isIntegralNumber() ? Integer.valueOf(node.path("pages").intValue()) : null;
        return new Manifest.Entry(kind(text(node, "kind")), entry.id(), entry.number(), entry.title(), entry.reason(), pages);
    }

    private static Display.Kind kind(String word) throws BrokenRunException {
        for (Display.Kind kind : Display.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new BrokenRunException("\"" + word + "\" is no kind of display");
    }

    private static Manifest.Entry table(JsonNode node) throws BrokenRunException {
        String reason = textOrNull(node, "reason");
        String status = text(node, "status");
        if (!status.equals(reason == null ? PRODUCED : NOT_PRODUCED)) {
            throw new BrokenRunException(
                    "a table's \"status\" is \"%s\" %s a reason".formatted(status, reason == null ? "without" : "with"));
        }
        return new Manifest.Entry(Display.Kind.TABLE, text(node, "id"), text(node, "number"), text(node, "title"), reason, null);
    }

    private static Manifest.Output output(JsonNode node) throws BrokenRunException {
        return new Manifest.Output(text(node, "path"), number(node, "size"), text(node, "sha256"));
    }

    private static JsonNode tree(byte[] bytes) throws BrokenRunException {
        try {
            return JsonTree.read(new ByteArrayInputStream(bytes));
        } catch (JsonProcessingException e) {
            throw new BrokenRunException(
                    "it is no JSON from line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " on");
        } catch (IOException e) {
            throw new BrokenRunException("it is no JSON: " + e.getMessage());
        }
    }

    /// Reads one entry of a list.
    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonNode node) throws BrokenRunException;
    }

    private static <T> List<T> list(JsonNode parent, String key, Reader<T> reader) throws BrokenRunException {
        List<T> list = new ArrayList<>();
        for (JsonNode node : expect(parent, key, "a list", JsonNode::isArray)) {
            list.add(reader.read(node));
        }
        return list;
    }

    private static JsonNode object(JsonNode parent, String key) throws BrokenRunException {
        return expect(parent, key, "an object", JsonNode::isObject);
    }

    private static String text(JsonNode parent, String key) throws BrokenRunException {
        return expect(parent, key, "a text", JsonNode::isTextual).textValue();
    }

    private static @Nullable String textOrNull(JsonNode parent, String key) throws BrokenRunException {
        return expect(parent, key, "a text or null", n -> n.isTextual() || n.isNull()).textValue();
    }

    private static String textOf(JsonNode node, String key) throws BrokenRunException {
        if (!node.isTextual()) {
            throw new BrokenRunException("\"%s\" holds something that is no text".formatted(key));
        }
        return node.textValue();
    }

    private static long number(JsonNode parent, String key) throws BrokenRunException {
        return expect(parent, key, "a whole number", n -> n.isIntegralNumber() && n.canConvertToLong()).longValue();
    }

    private static JsonNode expect(JsonNode parent, String key, String what, Predicate<JsonNode> test) throws BrokenRunException {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || !test.test(node)) {
            throw new BrokenRunException("\"%s\" is not %s".formatted(key, what));
        }
        return node;
    }
}
