package org.tabularium;

/// Hears what a report is doing, for a person who waits.
@FunctionalInterface
public interface Progress {

    /// Nobody waits.
    Progress NONE = what -> {};

    /// A step begins, e.g. `reading ADAE`.
    void step(String what);
}
