package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/validation/requirements.md` is what the tests say of themselves; `-Dtabularium.validation=write` writes it anew.
class ValidationPackageTest {

    private static final Path ROOT = Path.of(System.getProperty("tabularium.root", ".."));
    private static final Pattern SHOWS = Pattern.compile("@Shows\\(([^)]*)\\)\\s*(?:public )?(?:final )?class (\\w+)");
    private static final String HEAD = """
            # Requirements and the tests that show them

            Made of the tests by `ValidationPackageTest` (`-Dtabularium.validation=write`). After `mvn verify`, `.ci/validation` writes the same with the outcome of every
            single test to `functions/target/validation.md`.

            """;

    @Test
    void everyRequirementIsShownAndTheDocumentSaysBy() throws IOException {
        Map<Requirement, TreeSet<String>> shown = new EnumMap<>(Requirement.class);
        Path tests = ROOT.resolve("functions/src/test/java/org/tabularium");
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher found = SHOWS.matcher(Files.readString(file));
                while (found.find()) {
                    String name = tests.relativize(file).toString().replace(".java", "").replace('/', '.');
                    for (String requirement : found.group(1).replaceAll("[{}\\s]|Requirement\\.", "").split(",", -1)) {
                        shown.computeIfAbsent(Requirement.valueOf(requirement), _ -> new TreeSet<>()).add(name);
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder(HEAD);
        for (Requirement requirement : Requirement.values()) {
            assertThat(shown.get(requirement)).as(requirement.name()).isNotEmpty();
            text.append("## ").append(requirement.name()).append("\n\n").append(said(requirement)).append("\n\n");
            List<String> names = List.copyOf(shown.get(requirement));
            names.forEach(name -> text.append("- `").append(name).append("`\n"));
            text.append('\n');
        }
        Path document = ROOT.resolve("docs/validation/requirements.md");
        String made = text.toString().stripTrailing() + "\n";
        if (System.getProperty("tabularium.validation", "").equals("write")) {
            Files.writeString(document, made);
        }
        assertThat(Files.readString(document)).as("written anew by -Dtabularium.validation=write").isEqualTo(made);
    }

    private static String said(Requirement requirement) throws IOException {
        String source = Files.readString(ROOT.resolve("functions/src/test/java/org/tabularium/Requirement.java"));
        Matcher comment = Pattern.compile("/// (.*)\\s+" + requirement.name() + "\\b").matcher(source);
        assertThat(comment.find()).as(requirement.name()).isTrue();
        return comment.group(1);
    }
}
