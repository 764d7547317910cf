package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// A command cannot go on; the message says why and what to do, for a person.
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandException(String message) {
        this(message, ExitCode.FAILED);
    }

    CommandException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// Arguments that contradict each other.
    static CommandException usage(String message) {
        return new CommandException(message, ExitCode.USAGE);
    }

    /// Something that was to be read (a run) is not there, is none, or is not as it was written.
    static CommandException unreadable(String message) {
        return new CommandException(message, ExitCode.REJECTED);
    }

    static CommandException unreadable(String what, IOException e) {
        return unreadable(what + ": " + reason(e));
    }

    /// Says in words what the file system refused.
    ///
    /// @param what the attempt, e.g. `cannot write out/KN5601`
    static CommandException of(String what, IOException e) {
        return new CommandException(what + ": " + reason(e));
    }

    int exitCode() {
        return exitCode;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException absent -> absent.getFile() + " is not there";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileAlreadyExistsException taken ->
                taken.getReason() == null ? taken.getFile() + " is in the way" : taken.getReason();
            case FileSystemException refused -> refused.getReason() == null
                    ? String.valueOf(refused.getFile())
                    : refused.getReason() + " (" + refused.getFile() + ")";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
