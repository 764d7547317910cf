package org.tabularium.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;

/// `findings.json`: an array with one finding a line, errors first; `[]` when there are none. Where more were counted than are listed, the last record
/// says how many.
public final class FindingsJson {

    private FindingsJson() {}

    public static byte[] bytes(Findings findings) {
        return JsonLines.bytes(json -> {
            json.writeStartArray();
            for (Finding finding : findings.listed()) {
                write(json, finding);
            }
            if (findings.unlisted() > 0) {
                write(json, unlisted(findings));
            }
            json.writeEndArray();
        });
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
