package org.tabularium.casefile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One case of a case file, its fields by name. Its text is the case as written, so that a failure names it.
public record Case(Map<?, ?> fields) {

    /// The cases under `section` of a YAML (or JSON) file below `test-data`; at least one.
    public static Stream<Case> of(String file, String section) {
        Path path = Path.of(requireNonNull(System.getProperty("tabularium.root"), "system property tabularium.root"), "test-data",
                file);
        try {
            Object document = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(Files.readString(path));
            List<?> cases = (List<?>) requireNonNull(((Map<?, ?>) document).get(section), section);
            if (cases.isEmpty()) {
                throw new IllegalStateException(file + " has no " + section);
            }
            return cases.stream().map(fields -> new Case((Map<?, ?>) fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// Whether the field is there and null: what is expected is that there is nothing.
    public boolean isNull(String name) {
        return fields.containsKey(name) && fields.get(name) == null;
    }

    public String text(String name) {
        return (String) field(name);
    }

    public double number(String name) {
        return ((Number) field(name)).doubleValue();
    }

    public long whole(String name) {
        Number number = (Number) field(name);
        if (!(number instanceof Integer || number instanceof Long)) {
            throw new IllegalStateException(name + " is no whole number in " + this);
        }
        return number.longValue();
    }

    public int small(String name) {
        return Math.toIntExact(whole(name));
    }

    public double[] numbers(String name) {
        return ((List<?>) field(name)).stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    private Object field(String name) {
        return requireNonNull(fields.get(name), () -> name + " is not in " + this);
    }

    @Override
    public String toString() {
        String text = fields.toString();
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }
}
