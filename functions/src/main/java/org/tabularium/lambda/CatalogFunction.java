package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.lambda.deadline.Deadline;
import org.tabularium.publication.catalogue.Catalog;

/// Brings the catalogue's entries up to date of the studies whose `status.json` was written. One study's trouble is not
/// another's.
public final class CatalogFunction extends QueueFunction {

    /// For Lambda.
    public CatalogFunction() {
        this(Wiring.ofEnvironment());
    }

    CatalogFunction(Wiring wiring) {
        super(wiring);
    }

    @Override
    Set<String> handle(MessageBatch batch, Context context) {
        wiring.log().begun(context);
        Deadline deadline = new Deadline(context);
        Catalog catalog = new Catalog(wiring.reports(), wiring.clock());
        Map<String, Boolean> written = new LinkedHashMap<>();
        Set<String> undone = new LinkedHashSet<>();
        for (MessageBatch.Message message : batch.messages()) {
            for (UploadNotice notice : UploadNotice.parse(message.body(), wiring.settings().reports()).notices()) {
                String study = notice.study();
                try {
                    if (!written.containsKey(study)) {
                        written.put(study, catalog.update(study, deadline));
                    }
                } catch (IOException | RuntimeException e) {
                    Failure.of(e).log(wiring.log(), "the catalogue could not be written", Map.of("study", study));
                    undone.add(message.id());
                }
            }
        }
        wiring.log().info("catalogue", Map.of("studies", written));
        return undone;
    }
}
