package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tabularium.publication.catalogue.Catalog;

/// Writes `catalog.json` and `index.html` as the studies are now, whatever it is called with: notices of changed `status.json`,
/// or the state machine.
public final class CatalogFunction implements RequestHandler<Object, Map<String, Object>> {

    private final Wiring wiring;

    /// For Lambda.
    public CatalogFunction() {
        this(Wiring.ofEnvironment());
    }

    CatalogFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> handleRequest(Object input, Context context) {
        try {
            int studies = new Catalog(wiring.reports()).write(new Deadline(context));
            wiring.log().info("catalogue written", Map.of("studies", studies));
            return Map.of("studies", studies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
