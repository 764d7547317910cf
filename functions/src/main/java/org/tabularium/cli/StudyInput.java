package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.StoredStudy;
import org.tabularium.store.StudyFolder;
import org.tabularium.store.StudySource;

/// What the argument STUDY names: a folder, or a prefix of a bucket.
final class StudyInput {

    private final String shown;
    private final StudySource source;
    private final @Nullable Path folder;

    private StudyInput(String shown, StudySource source, @Nullable Path folder) {
        this.shown = shown;
        this.source = source;
        this.folder = folder;
    }

    static StudyInput of(Console console, Reports reports, String argument) {
        Optional<S3Address> address = S3Address.of(argument);
        if (address.isPresent()) {
            try {
                return new StudyInput(argument, new StoredStudy(reports.bucket(address.get().bucket()), address.get().prefix()),
                        null);
            } catch (IOException e) {
                throw CommandException.of("cannot read the study " + argument, e);
            }
        }
        Path folder = console.path(argument);
        if (!Files.exists(folder)) {
            throw new CommandException("there is no folder %s".formatted(argument));
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandException("%s is a file; give the folder of the study that it lies in".formatted(argument));
        }
        return new StudyInput(console.shown(folder), new StudyFolder(folder), folder);
    }

    /// The name of the study's folder.
    String name() {
        return source.study();
    }

    /// The study as a person reads it.
    String shown() {
        return shown;
    }

    /// The study as it is now.
    ///
    /// @param output where its report goes; null for none
    StudySnapshot snapshot(@Nullable Path output) throws RejectedException {
        try {
            return StudySnapshot.of(folder == null ? source : new StudyFolder(folder, output));
        } catch (IOException e) {
            throw unreadable("the study " + shown, e);
        }
    }

    /// The shells that the option `--templates` names.
    static List<StudySnapshot.File> templates(Console console, Reports reports, @Nullable String argument)
            throws RejectedException {
        if (argument == null) {
            return List.of();
        }
        StudyInput input = of(console, reports, argument);
        List<StudySnapshot.File> templates = new ArrayList<>();
        try {
            for (Map.Entry<String, Content> object : input.source.list().objects().entrySet()) {
                if (object.getKey().indexOf('/') < 0 && object.getKey().toLowerCase(Locale.ROOT).endsWith(".yaml")) {
                    templates.add(StudySnapshot.File.of(object.getKey(), object.getValue()));
                }
            }
        } catch (IOException e) {
            throw input.unreadable("the templates " + argument, e);
        }
        if (templates.isEmpty()) {
            throw new CommandException("--templates %s: the folder holds no *.yaml file".formatted(argument));
        }
        return templates;
    }

    private CommandException unreadable(String what, IOException e) {
        return folder == null && e instanceof NoSuchFileException
                ? new CommandException("there is nothing below " + shown)
                : CommandException.of("cannot read " + what, e);
    }
}
