package org.tabularium.portal;

/// A token that proves nothing.
public final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why.
    public enum Reason {
        /// It is no signed token of the two kinds that are accepted.
        FORM,
        /// No key of the issuer made the signature.
        SIGNATURE,
        /// Another issuer, or another application, is meant.
        FOREIGN,
        /// It is too old, or of the future.
        TIME
    }

    RefusedTokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
