package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyKeys;

/// Lists the studies in the uploads bucket for the state machine: into an object of the reports bucket, an array of arrays of at
/// most twenty names each, sorted. Folders that can be no study are left out.
///
/// It is called with `{"execution": "…"}` and answers with `{"bucket": …, "key": …, "studies": 25, "concurrency": 4}`: an answer
/// of a hundred thousand names would be more than a state machine takes.
public final class ListStudiesFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final int TOGETHER = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Wiring wiring;

    /// For Lambda.
    public ListStudiesFunction() {
        this(Wiring.ofEnvironment());
    }

    ListStudiesFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> handleRequest(@Nullable Map<String, Object> input, Context context) {
        wiring.log().begun(context);
        if (input == null || !(input.get("execution") instanceof String execution) || !execution.matches("[\\w-]{1,80}")) {
            throw new IllegalArgumentException("the input must be {\"execution\": the name of an execution}");
        }
        try {
            List<String> studies = wiring.uploads().folders(StudyKeys.STUDIES).stream().filter(StudyKeys::isName).toList();
            String key = "regenerations/" + execution + "/studies.json";
            // A list that an earlier try left serves as well.
            wiring.reports().putIfAbsent(key, list(studies));
            wiring.log().info("listed", Map.of("studies", studies.size()));
            return Map.of("bucket", wiring.settings().reports(), "key", key, "studies", studies.size(), "concurrency",
                    wiring.settings().regenerations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] list(List<String> studies) throws JsonProcessingException {
        List<List<String>> items = new ArrayList<>();
        for (int i = 0; i < studies.size(); i += TOGETHER) {
            items.add(studies.subList(i, Math.min(studies.size(), i + TOGETHER)));
        }
        return JSON.writeValueAsBytes(items);
    }
}
