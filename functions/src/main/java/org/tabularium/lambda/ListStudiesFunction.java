package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.tabularium.publication.StudyKeys;

/// Lists the studies in the uploads bucket: `{"studies": ["KN5601", …]}`, sorted. Folders that can be no study are left out.
public final class ListStudiesFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Wiring wiring;

    /// For Lambda.
    public ListStudiesFunction() {
        this(Wiring.ofEnvironment());
    }

    ListStudiesFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        try {
            List<String> studies = wiring.uploads().folders(StudyKeys.STUDIES).stream().filter(StudyKeys::isName).toList();
            wiring.log().info("listed", Map.of("studies", studies.size()));
            return Map.of("studies", studies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
