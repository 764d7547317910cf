package org.tabularium.dataset.sas7bdat;

/// A compressed row cannot be expanded to what a row is. The message is a predicate: what is wrong with the row.
final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
        super(message);
    }
}
