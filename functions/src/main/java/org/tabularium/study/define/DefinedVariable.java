package org.tabularium.study.define;

import java.util.Optional;
import org.tabularium.dataset.Kind;

/// What define.xml says of one variable.
///
/// @param name upper case
/// @param label empty for none
/// @param dataType of ODM: `text`, `integer`, `float`, `date` and others; empty for none
/// @param codes what values it has; without codes where it does not say
/// @param origin where its values come from: "Derived", "Predecessor: DM.SEX"; empty where it does not say
/// @param derivation how they are derived, in the words of the file; empty for none
/// @param withoutData that it has no values and need not be there
public record DefinedVariable(String name, String label, String dataType, CodeList codes, String origin, String derivation,
        boolean withoutData) {

    /// The kind that its type says; empty for dates and times, which stand as text or as SAS numbers, and for none.
    public Optional<Kind> kind() {
        return switch (dataType) {
            case "integer", "float" -> Optional.of(Kind.NUMERIC);
            case "text", "partialDate", "partialTime", "partialDatetime", "incompleteDatetime", "durationDatetime",
                    "intervalDatetime" ->
                Optional.of(Kind.TEXT);
            default -> Optional.empty();
        };
    }
}
