package org.tabularium.run;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.study.Study;
import org.tabularium.study.define.DefinedVariable;

/// `definitions.json`: where the values of variables come from and how they are derived, in the words of define.xml. Datasets and
/// variables go by the names that `results.json` has; variables of which it says neither, or that are not there, are left out.
public final class DefinitionsJson {

    private record Line(String dataset, DefinedVariable variable) {}

    private DefinitionsJson() {}

    /// Whether define.xml says anything of a variable that is there.
    public static boolean isNeeded(Study study) {
        return !lines(study).isEmpty();
    }

    /// The file.
    public static byte[] bytes(Study study) {
        return JsonLines.bytes(json -> {
            json.writeStartArray();
            for (Line line : lines(study)) {
                json.writeStartObject();
                json.writeStringField("dataset", line.dataset());
                json.writeStringField("variable", line.variable().name());
                json.writeStringField("origin", line.variable().origin());
                json.writeStringField("derivation", line.variable().derivation());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static List<Line> lines(Study study) {
        List<Line> lines = new ArrayList<>();
        study.datasets().forEach(dataset -> study.defined(dataset).stream()
                .flatMap(defined -> defined.variables().values().stream())
                .filter(variable -> study.variables(dataset).contains(variable.name())
                        && !(variable.origin().isEmpty() && variable.derivation().isEmpty()))
                .forEach(variable -> lines.add(new Line(dataset, variable))));
        return lines;
    }
}
