package org.tabularium.manuscript.word;

/// A file is no Word document, or one that cannot be understood; the message says why, for a person.
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableDocumentException(String message) {
        super(message);
    }
}
