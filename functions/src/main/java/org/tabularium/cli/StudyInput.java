package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.StudyFolder;

/// The folders that a command reads.
final class StudyInput {

    private StudyInput() {}

    /// The folder that the argument STUDY names.
    static Path folder(Console console, String argument) {
        Path folder = console.path(argument);
        if (!Files.exists(folder)) {
            throw new CommandException("there is no folder %s".formatted(argument));
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandException("%s is a file; give the folder of the study that it lies in".formatted(argument));
        }
        return folder;
    }

    /// The study as it is now.
    ///
    /// @param output where its report goes; null for none
    static StudySnapshot snapshot(Console console, Path folder, @Nullable Path output) throws RejectedException {
        try {
            return StudySnapshot.of(new StudyFolder(folder, output));
        } catch (IOException e) {
            throw CommandException.of("cannot read the study " + console.shown(folder), e);
        }
    }

    /// The shells that the option `--templates` names.
    static List<StudySnapshot.File> templates(Console console, @Nullable String argument) throws RejectedException {
        if (argument == null) {
            return List.of();
        }
        Path folder = folder(console, argument);
        List<StudySnapshot.File> templates = new ArrayList<>();
        try {
            for (Map.Entry<String, Content> object : new StudyFolder(folder).list().objects().entrySet()) {
                if (object.getKey().indexOf('/') < 0 && object.getKey().toLowerCase(Locale.ROOT).endsWith(".yaml")) {
                    templates.add(StudySnapshot.File.of(object.getKey(), object.getValue()));
                }
            }
        } catch (IOException e) {
            throw CommandException.of("cannot read the templates " + argument, e);
        }
        if (templates.isEmpty()) {
            throw new CommandException("--templates %s: the folder holds no *.yaml file".formatted(argument));
        }
        return templates;
    }
}
