package org.tabularium.report;

/// Hears what a report is doing: for a person who waits, or for who must end in time.
@FunctionalInterface
public interface Progress {

    /// Nobody waits.
    Progress NONE = what -> {};

    /// A step begins, e.g. `reading ADAE`.
    void step(String what);

    /// Asked now and then while a step goes on, in any thread.
    ///
    /// @throws RuntimeException where the report shall not be gone on with
    default void goOn() {}

    /// A table's part of a step begins: its results, or a file of it. Parts of several tables go on side by side, in any thread.
    ///
    /// @param table its name in files
    /// @return to be closed when the part is done
    /// @throws RuntimeException where the report shall not be gone on with
    default Part table(String table) {
        return () -> {};
    }

    /// What a table's part of a step ends with.
    interface Part extends AutoCloseable {
        @Override
        void close();
    }
}
