package org.tabularium.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;

/// Where the values of variables come from, as define.xml told the run (`definitions.json`).
public final class VariableOrigins {

    private static final String ADSL = "ADSL";

    private final Map<String, String> words;

    private VariableOrigins(Map<String, String> words) {
        this.words = words;
    }

    /// Those of a run; none where it was made without define.xml.
    ///
    /// @throws BrokenRunException where the file is not as this program writes it
    public static VariableOrigins of(Run run) throws IOException, BrokenRunException {
        Map<String, String> words = new HashMap<>();
        if (run.has(RunPaths.DEFINITIONS)) {
            try {
                new JsonMapper().readTree(run.bytes(RunPaths.DEFINITIONS))
                        .forEach(line -> words.put(name(line.path("dataset").asText(), line.path("variable").asText()),
                                Stream.of(line.path("origin").asText(), line.path("derivation").asText())
                                        .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "))));
            } catch (JsonProcessingException e) {
                throw new BrokenRunException("%s is not as this program writes it".formatted(RunPaths.DEFINITIONS));
            }
        }
        return new VariableOrigins(Collections.unmodifiableMap(words));
    }

    /// By `DATASET.VARIABLE` what is told of the variables that a result is of and is filtered by, in this order.
    Map<String, String> of(JsonNode record) {
        Set<String> variables = new LinkedHashSet<>();
        variables.add(record.path("variable").asText(""));
        record.path("selection").findValues("variable").forEach(variable -> variables.add(variable.asText()));
        Map<String, String> origins = new LinkedHashMap<>();
        for (String variable : variables) {
            Stream.of(record.path("dataset").asText(), ADSL).map(dataset -> name(dataset, variable)).filter(words::containsKey)
                    .findFirst().ifPresent(name -> origins.put(name, words.getOrDefault(name, "")));
        }
        return origins;
    }

    private static String name(String dataset, String variable) {
        return dataset + "." + variable;
    }
}
