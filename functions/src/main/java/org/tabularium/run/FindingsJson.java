package org.tabularium.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;

/// `findings.json`: an array with one finding a line, errors first; `[]` when there are none. Where more were counted than are
/// listed, the last record
/// says how many.
public final class FindingsJson {

    private FindingsJson() {}

    public static byte[] bytes(Findings findings) {
        List<Finding> all = new ArrayList<>(findings.listed());
        if (findings.unlisted() > 0) {
            all.add(unlisted(findings));
        }
        return JsonLines.bytes(json -> write(json, all));
    }

    /// The findings as an array, one a line.
    public static void write(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeStartArray();
        for (Finding finding : findings) {
            write(json, finding);
        }
        json.writeEndArray();
    }

    /// Reads an array of findings back; what is none is passed over.
    public static List<Finding> read(JsonNode array) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode f : array) {
            Severity severity = severity(f.path("severity").asText());
            if (severity != null) {
                Long row = f.path("row").isIntegralNumber() ? f.path("row").longValue() : null;
                findings.add(new Finding(severity, f.path("code").asText(), f.path("dataset").textValue(), row,
                        f.path("variable").textValue(), f.path("value").textValue(), f.path("message").asText(),
                        f.path("remedy").asText()));
            }
        }
        return findings;
    }

    /// Reads `findings.json` back; empty where it is damaged.
    public static List<Finding> read(byte[] bytes) {
        try {
            return read(new JsonMapper().readTree(bytes));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static @Nullable Severity severity(String word) {
        return Arrays.stream(Severity.values()).filter(s -> s.word().equals(word)).findFirst().orElse(null);
    }

    /// The finding that stands for those that are counted but not listed.
    public static Finding unlisted(Findings findings) {
        return Finding.note("FINDINGS_UNLISTED",
                findings.unlisted() + " further findings are counted but not listed");
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("code", finding.code());
        JsonLines.string(json, "dataset", finding.dataset());
        if (finding.row() == null) {
            json.writeNullField("row");
        } else {
            json.writeNumberField("row", finding.row());
        }
        JsonLines.string(json, "variable", finding.variable());
        JsonLines.string(json, "value", finding.value());
        json.writeStringField("message", finding.message());
        json.writeStringField("remedy", finding.remedy());
        json.writeEndObject();
    }
}
