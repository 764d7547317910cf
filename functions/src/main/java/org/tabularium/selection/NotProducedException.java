package org.tabularium.selection;

/// A table cannot be made from this study; the message is the reason, for the person who asked for the table.
public final class NotProducedException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotProducedException(String reason) {
        super(reason);
    }

    /// The reason.
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
