package org.tabularium.lambda;

/// Where it is announced what became of a study.
@FunctionalInterface
interface Notices {

    /// @param subject ASCII, below 100 characters
    /// @param message JSON
    void send(String subject, String message);
}
