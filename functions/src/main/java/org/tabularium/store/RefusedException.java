package org.tabularium.store;

import java.io.IOException;

/// The store refuses or cannot be reached, whatever object is asked for: no fault of a file. The message says why and what to do,
/// for a person.
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
