package org.tabularium.dataset;

import java.io.IOException;

/// What a stream says of the file it reads when that is damaged or passes a limit. An IOException, since it comes up through
/// parsers of others, which
/// let nothing else through; [DatasetFiles] makes a finding of it.
public final class RefusedStreamException extends IOException {

    private static final long serialVersionUID = 1L;

    private final UnreadableDatasetException refusal;

    public RefusedStreamException(UnreadableDatasetException refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    public UnreadableDatasetException refusal() {
        return refusal;
    }
}
