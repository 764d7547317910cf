package org.tabularium.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;

/// The files of `templates/` as they are on the class path. `templates/index.txt` names them, shells in the order of the
/// catalogue, so that no jar need be
/// listed.
public final class BuiltInTemplates {

    private static final String FOLDER = "templates/";
    private static final String INDEX = "index.txt";
    private static final String YAML = ".yaml";

    private BuiltInTemplates() {}

    /// Names of all files below `templates/`, in the order of the index.
    public static List<String> names() {
        return Index.NAMES;
    }

    /// Ids of the built-in shells, in the order of the catalogue.
    static List<String> shells() {
        return names().stream()
                .filter(name -> name.indexOf('/') < 0 && name.endsWith(YAML))
                .map(name -> name.substring(0, name.length() - YAML.length()))
                .toList();
    }

    /// A built-in shell. It is parsed once a process and the same for every report: readers copy what they change.
    static YamlMap shell(String id) {
        return Index.SHELLS.computeIfAbsent(id, i -> YamlReader.resource(FOLDER + i + YAML));
    }

    private static List<String> index() {
        try (InputStream in = BuiltInTemplates.class.getClassLoader().getResourceAsStream(FOLDER + INDEX)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + INDEX);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is read once a process.
    private static final class Index {
        static final List<String> NAMES = index();
        static final Map<String, YamlMap> SHELLS = new ConcurrentHashMap<>();
    }
}
