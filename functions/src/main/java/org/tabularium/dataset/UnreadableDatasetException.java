package org.tabularium.dataset;

import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;

/// A dataset cannot be read whole and unambiguously. The finding says what, where, what was expected and what to do.
public final class UnreadableDatasetException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public UnreadableDatasetException(Finding finding) {
        this(finding, null);
    }

    public UnreadableDatasetException(Finding finding, @Nullable Throwable cause) {
        super(finding.line(), cause);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
