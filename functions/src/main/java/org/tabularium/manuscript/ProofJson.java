package org.tabularium.manuscript;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tabularium.run.JsonLines;

/// The answer of a proof as JSON: an array with one record a number, in the order of the text.
public final class ProofJson {

    private ProofJson() {}

    /// `text`, `place` with the line or paragraph and the column, and `in` where it is not in the body, `verdict`, `keys`, and
    /// `says`: the displayed cell, null for none.
    public static byte[] bytes(List<CheckedNumber> numbers) {
        return JsonLines.bytes(json -> {
            json.writeStartArray();
            for (CheckedNumber number : numbers) {
                write(json, number);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, CheckedNumber number) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", number.text());
        json.writeObjectFieldStart("place");
        if (!number.place().in().isEmpty()) {
            json.writeStringField("in", number.place().in());
        }
        json.writeNumberField(number.place().unit(), number.place().number());
        json.writeNumberField("column", number.place().column());
        json.writeEndObject();
        json.writeStringField("verdict", number.verdict().word());
        json.writeArrayFieldStart("keys");
        for (String key : number.keys()) {
            json.writeString(key);
        }
        json.writeEndArray();
        if (number.says().isEmpty()) {
            json.writeNullField("says");
        } else {
            json.writeStringField("says", number.says());
        }
        json.writeEndObject();
    }
}
