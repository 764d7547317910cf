package org.tabularium.run;

import java.util.Objects;

/// A folder is no run, or its files do not make sense. The message says what is wrong, for a person.
public final class BrokenRunException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokenRunException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
