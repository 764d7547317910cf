package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset's file whose streams are timed, what a stream refused is a finding, what nobody could see has a mark in its place,
/// and what the file does not label has the label that is declared.
final class LimitedFile implements DatasetFile {

    /// Opens the file behind a content.
    @FunctionalInterface
    interface Opening {
        DatasetFile open(Content content) throws UnreadableDatasetException;
    }

    private final DatasetFile file;
    private final DatasetDeclaration declaration;

    private LimitedFile(DatasetFile file, DatasetDeclaration declaration) {
        this.file = file;
        this.declaration = declaration;
    }

    static LimitedFile open(String dataset, Content content, DatasetDeclaration declaration, InputLimits limits,
            Consumer<Finding> notes, Opening opening) throws UnreadableDatasetException {
        DatasetFile file = unlessRefused(() -> opening.open(new Timed(dataset, content, limits)));
        limits.checkColumns(dataset, file.variables().size());
        ControlCharacters.warn(file, notes);
        return new LimitedFile(file, declaration);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String label() {
        return ControlCharacters.marked(file.label().isBlank() ? declaration.label() : file.label());
    }

    @Override
    public List<Variable> variables() {
        return file.variables().stream().map(this::labelled).map(ControlCharacters::marked).toList();
    }

    @Override
    public Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException {
        Dataset read = unlessRefused(() -> file.read(wanted, notes));
        return ControlCharacters.marked(read.withColumns(read.columns().stream().map(this::labelled).toList()), notes);
    }

    private Column labelled(Column column) {
        return column.variable().label().isEmpty() ? column.describedAs(labelled(column.variable())) : column;
    }

    private Variable labelled(Variable variable) {
        return variable.label().isEmpty()
                ? new Variable(variable.name(), declaration.label(variable.name()), variable.kind(), variable.format())
                : variable;
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws UnreadableDatasetException;
    }

    private static <T> T unlessRefused(Step<T> step) throws UnreadableDatasetException {
        try {
            return step.take();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RefusedStreamException refused) {
                throw refused.refusal();
            }
            throw e;
        }
    }

    private record Timed(String dataset, Content content, InputLimits limits) implements Content {
        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new TimedStream(dataset, content.open(), limits);
        }

        @Override
        public Optional<Path> file() {
            return content.file();
        }

        @Override
        public boolean unchanged() {
            return content.unchanged();
        }
    }
}
