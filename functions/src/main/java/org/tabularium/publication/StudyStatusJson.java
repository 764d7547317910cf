package org.tabularium.publication;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.JsonLines;
import org.tabularium.run.Software;

/// `latest.json` and `status.json`: to bytes and back.
public final class StudyStatusJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private StudyStatusJson() {}

    /// `latest.json`: study, run, snapshot, software, sequence.
    static byte[] latest(StudyStatus status) {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            common(json, status);
            json.writeEndObject();
        });
    }

    /// `status.json`: the same, and state, ignored files and findings.
    static byte[] status(StudyStatus status) {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("state", status.state().word());
            common(json, status);
            json.writeArrayFieldStart("ignored");
            for (String name : status.ignored()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeFieldName("findings");
            FindingsJson.write(json, status.findings());
            json.writeEndObject();
        });
    }

    private static void common(JsonGenerator json, StudyStatus status) throws IOException {
        json.writeStringField("study", status.study());
        JsonLines.string(json, "run", status.run());
        json.writeArrayFieldStart("snapshot");
        for (Source source : status.snapshot()) {
            json.writeStartObject();
            json.writeStringField("key", source.key());
            json.writeStringField("versionId", source.versionId());
            JsonLines.string(json, "sha256", source.sha256());
            json.writeStringField("lastModified", source.lastModified());
            json.writeEndObject();
        }
        json.writeEndArray();
        Software software = status.software();
        json.writeObjectFieldStart("software");
        json.writeStringField("name", software.name());
        json.writeStringField("version", software.version());
        JsonLines.string(json, "commit", software.commit());
        json.writeStringField("program", software.program());
        json.writeEndObject();
        json.writeNumberField("sequence", status.sequence());
    }

    /// Reads either file back; null where it is damaged, which is as good as not there.
    public static @Nullable StudyStatus read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (!root.path("study").isTextual() || !root.path("sequence").canConvertToLong()) {
                return null;
            }
            List<Source> snapshot = new ArrayList<>();
            root.path("snapshot").forEach(s -> snapshot.add(new Source(s.path("key").asText(), s.path("versionId").asText(),
                    s.path("sha256").textValue(), s.path("lastModified").asText())));
            List<String> ignored = new ArrayList<>();
            root.path("ignored").forEach(i -> ignored.add(i.asText()));
            JsonNode software = root.path("software");
            Software program = new Software(software.path("name").asText(), software.path("version").asText(),
                    software.path("commit").textValue(), software.path("program").asText());
            StudyState state = StudyState
                    .valueOf(root.path("state").asText(StudyState.REPORTED.name()).toUpperCase(Locale.ROOT));
            return new StudyStatus(root.path("study").asText(), state, root.path("run").textValue(), snapshot, ignored, program,
                    root.path("sequence").longValue(), FindingsJson.read(root.path("findings")));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
