package org.tabularium.study.define;

import java.io.Serial;

/// Why a define.xml cannot be read, in words that a person understands.
final class DefineFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean ofVersion;

    DefineFault(String message) {
        this(message, false);
    }

    /// @param ofVersion that nothing is wrong with the file but that it is of a version that is not read
    DefineFault(String message, boolean ofVersion) {
        super(message);
        this.ofVersion = ofVersion;
    }

    boolean isOfVersion() {
        return ofVersion;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
