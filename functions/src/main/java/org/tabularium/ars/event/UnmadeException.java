package org.tabularium.ars.event;

/// An analysis of a reporting event cannot be made; the message says why.
final class UnmadeException extends Exception {

    private static final long serialVersionUID = 1L;

    UnmadeException(String message) {
        super(message);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
