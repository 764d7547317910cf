package org.tabularium.cli;

/// What the process says to its caller.
final class ExitCode {

    static final int DONE = 0;
    /// Wrong usage, a file that cannot be read or written, an internal error; differences found by `diff`, mismatches found by
    /// `verify`.
    static final int FAILED = 1;
    /// The study has errors, and nothing was written; a run that cannot be read.
    static final int REJECTED = 2;
    /// A table asked for by name could not be made; all else was.
    static final int TABLE_MISSING = 3;

    /// Wrong usage of a command whose other codes say what it found.
    static final int USAGE = 64;

    private ExitCode() {}
}
