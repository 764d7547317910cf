package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/// A function behind a queue: it works on a batch of messages and answers which of them must come again. It is public, since
/// Lambda calls its method by reflection.
public abstract class QueueFunction implements RequestStreamHandler {

    final Wiring wiring;

    QueueFunction(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        MessageBatch.answer(handle(MessageBatch.read(event), context), answer);
    }

    /// Works on a batch.
    ///
    /// @return ids of the messages that must come again
    abstract Set<String> handle(MessageBatch batch, Context context);
}
