import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.RowFilter;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.store.Content;

/// Writes all that the reader finds in SAS7BDAT files, whose paths come a line on the standard input, as a JSON object a line: names, labels, formats and
/// values; numbers as the bits of a double in hexadecimal, missing ones as `.A`. For compare.py.
void main() throws IOException {
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    JsonFactory json = new JsonFactory();
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
        JsonGenerator out = json.createGenerator(System.out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartObject();
        out.writeStringField("path", path);
        try {
            write(Path.of(path), out);
        } catch (UnreadableDatasetException e) {
            out.writeStringField("error", e.finding().line());
        }
        out.writeEndObject();
        out.writeRaw('\n');
        out.close();
    }
}

void write(Path path, JsonGenerator out) throws IOException, UnreadableDatasetException {
    DatasetFile file = DatasetFiles.open("x.sas7bdat", new OnDisk(path, Files.size(path)), note -> {});
    Set<String> all = file.variables().stream().map(Variable::name).collect(Collectors.toSet());
    Dataset dataset = file.read(all, RowFilter.ALL, note -> {});
    out.writeStringField("label", file.label());
    out.writeNumberField("rows", dataset.rows());
    out.writeArrayFieldStart("columns");
    for (Column column : dataset.columns()) {
        out.writeStartObject();
        out.writeStringField("name", column.variable().name());
        out.writeStringField("label", column.variable().label());
        out.writeStringField("format", column.variable().format());
        out.writeStringField("kind", column.variable().kind().name());
        out.writeArrayFieldStart("values");
        for (int row = 0; row < dataset.rows(); row++) {
            out.writeString(switch (column) {
                case NumericColumn numbers -> numbers.isMissing(row)
                        ? "." + (Missing.code(numbers.value(row)) == '.' ? "" : Missing.code(numbers.value(row)))
                        : Long.toHexString(Double.doubleToRawLongBits(numbers.value(row)));
                case TextColumn texts -> texts.value(row);
            });
        }
        out.writeEndArray();
        out.writeEndObject();
    }
    out.writeEndArray();
}

record OnDisk(Path path, long size) implements Content {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }
}
