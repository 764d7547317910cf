package org.tabularium.dataset.sas7bdat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a SAS7BDAT file of any release from 7 on, byte order and width, plain or compressed.
///
/// SAS does not document the format; what cannot be read whole, or contradicts itself, is refused. Rows pass in blocks; of each
/// block only the fields asked for
/// are decoded, one field after the other. Beyond the columns held, memory is that of one block.
final class Sas7bdatFile implements DatasetFile {

    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;
    /// What haven calls every dataset.
    private static final String HAVENS_NAME = "DATASET";

    private final String name;
    private final Content content;
    private final InputLimits limits;
    private final Description description;
    private final SasText text;
    private final String label;
    private final List<Variable> variables;

    private Sas7bdatFile(String name, Content content, InputLimits limits, Description description, SasText text, String label,
            List<Variable> variables) {
        this.name = name;
        this.content = content;
        this.limits = limits;
        this.description = description;
        this.text = text;
        this.label = label;
        this.variables = variables;
    }

    static Sas7bdatFile open(DatasetSource source) throws UnreadableDatasetException {
        String name = source.name();
        Content content = source.content();
        try (InputStream stream = content.open()) {
            Description description = DescriptionReader.read(stream, content.size(), new Damage(name));
            SasText text = new SasText(name, description.header().encoding());
            source.limits().checkColumns(name, description.fields().size());
            source.limits().checkRows(name, description.rowSize().present());
            List<Variable> variables = variables(source, description, text);
            String inside = description.header().name();
            source.compareName(inside.equals(HAVENS_NAME) ? "" : inside);
            return new Sas7bdatFile(name, content, source.limits(), description, text,
                    decoded(text, description.label(), "", source.notes()), variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Variable> variables(DatasetSource source, Description description, SasText text)
            throws UnreadableDatasetException {
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (VariableDescription field : description.fields()) {
            String variable = decoded(text, field.name(), "", source.notes()).toUpperCase(Locale.ROOT);
            if (variable.isBlank() || !names.add(variable)) {
                throw new UnreadableDatasetException(
                        Finding.error("DUPLICATE_VARIABLE", "the variable is in the file twice, or has no name")
                                .in(source.name()).of(variable).remedy("deliver each variable once"));
            }
            if (field.length() > source.limits().cellLength()) {
                throw source.limits().cellTooLong(source.name(), ", those of " + variable);
            }
            String label = decoded(text, field.label(), variable, source.notes());
            String format = field.format().written(decoded(text, field.format().name(), variable, source.notes()));
            variables.add(new Variable(variable, label,
                    field.numeric() ? Kind.NUMERIC : Kind.TEXT, format.toUpperCase(Locale.ROOT)));
        }
        return List.copyOf(variables);
    }

    private static String decoded(SasText text, byte[] bytes, String variable, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        return text.decoded(bytes, 0, bytes.length, new SasText.Place(0, variable), notes).strip();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException {
        try (Sas7bdatRows block = new Sas7bdatRows(description, content, limits, new Damage(name))) {
            List<Sas7bdatColumn> columns = columns(wanted, notes);
            return readAll(block, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset readAll(Sas7bdatRows block, List<Sas7bdatColumn> columns) throws IOException, UnreadableDatasetException {
        int size = 0;
        while (block.next()) {
            requireRoom(size + (long) block.rows());
            for (Sas7bdatColumn column : columns) {
                column.append(block, block.starts(), block.rows());
            }
            size += block.rows();
        }
        return new Dataset(name, label, size, columns.stream().map(Sas7bdatColumn::column).toList());
    }

    private void requireRoom(long rows) throws UnreadableDatasetException {
        if (rows > MOST_ROWS) {
            throw new UnreadableDatasetException(
                    Finding.error("TOO_MANY_ROWS", "the dataset has more rows than can be held").in(name)
                            .remedy("split the dataset"));
        }
    }

    private List<Sas7bdatColumn> columns(Set<String> names, Consumer<Finding> notes) {
        int expected = expected();
        List<Sas7bdatColumn> columns = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            VariableDescription field = description.fields().get(i);
            if (names.contains(variable.name())) {
                columns.add(switch (variable.kind()) {
                    case NUMERIC -> new Sas7bdatColumn.Numbers(name, variable, field, description.header().layout().order(),
                            expected);
                    case TEXT -> new Sas7bdatColumn.Texts(variable, field, text, expected, notes);
                });
            }
        }
        return columns;
    }

    /// How many rows room is made for at once: what the file says, as far as its size bears it out; compressed rows may have any
    /// size.
    private int expected() {
        return description.compression() == Compression.NONE
                ? (int) Math.min(Math.min(description.rowSize().present(), content.size() / description.rowSize().length()),
                        MOST_ROWS)
                : 0;
    }
}
