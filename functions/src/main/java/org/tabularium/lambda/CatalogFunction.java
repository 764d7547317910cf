package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.lambda.deadline.Deadline;
import org.tabularium.publication.catalogue.Catalog;

/// Brings the catalogue's entries up to date of the studies whose `status.json` was written. One study's trouble is not
/// another's.
public final class CatalogFunction implements RequestStreamHandler {

    private final Wiring wiring;

    /// For Lambda.
    public CatalogFunction() {
        this(Wiring.ofEnvironment());
    }

    CatalogFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        MessageBatch.answer(handle(MessageBatch.read(event), context), answer);
    }

    /// Works on a batch.
    ///
    /// @return ids of the messages that must come again
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
