package org.tabularium.store;

import java.io.IOException;

/// Somebody else wrote the object in the meantime (HTTP 404, 409 or 412). Look again, then decide anew.
public final class ConflictException extends IOException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String key) {
        super(key + " was changed by another writer in the meantime");
    }
}
