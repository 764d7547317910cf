package org.tabularium.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/findings.md lists what the code can say: the same codes with the same severities.
class FindingsDocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("tabularium.root"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| ([a-z, ]+) \\| [^|]+\\. \\| [^|]+\\. \\|$");
    /// A code is written as a literal of capitals with an underscore; the few without one stand beside their severity.
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
    private static final Pattern WITH_SEVERITY = Pattern.compile("\\.\\s*(error|warning|note)\\(\\s*\"([A-Z][A-Z0-9_]*)\"");
    /// Literals of that form that are no codes; nor are the environment variables that the template sets.
    private static final Set<String> OTHER_LITERALS = Set.of("RE_1", "TERM_PURPOSE", "TERM_PURPOSE_1", "TERM_REASON",
            "TERM_REASON_1", "NO_COLOR", "COLUMN_TOTAL", "SOURCE_DATE_EPOCH", "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_S3", "AWS_LAMBDA_INITIALIZATION_TYPE", "ECDSA_SHA_256", "AES_128", "AES_256");
    private static final Pattern VARIABLE = Pattern.compile("\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+): ");

    @Test
    void everyCodeIsListedOnceAndNoOther() throws IOException {
        Set<String> inCode = new TreeSet<>();
        for (String source : sources()) {
            CODE.matcher(source).results().map(match -> match.group(1)).forEach(inCode::add);
            WITH_SEVERITY.matcher(source).results().map(match -> match.group(2)).forEach(inCode::add);
        }
        inCode.removeAll(OTHER_LITERALS);
        VARIABLE.matcher(Files.readString(ROOT.resolve("infra/template.yaml"))).results().map(match -> match.group(1))
                .forEach(inCode::remove);
        String page = Files.readString(ROOT.resolve("docs/findings.md"));
        assertThat(ROW.matcher(page).results().map(match -> match.group(1)).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(inCode);
        assertThat(page.lines().filter(line -> line.startsWith("| `")).count()).isEqualTo(inCode.size());
    }

    @Test
    void severitiesAreThoseOfTheCode() throws IOException {
        Map<String, Set<String>> inCode = new TreeMap<>();
        for (String source : sources()) {
            WITH_SEVERITY.matcher(source).results()
                    .forEach(match -> inCode.computeIfAbsent(match.group(2), code -> new TreeSet<>()).add(match.group(1)));
        }
        assertThat(inCode).hasSizeGreaterThan(30);
        Matcher rows = ROW.matcher(Files.readString(ROOT.resolve("docs/findings.md")));
        while (rows.find()) {
            Set<String> severities = inCode.get(rows.group(1));
            if (severities != null) {
                // Whoever reads on without the dataset may soften what its reader said.
                assertThat(Set.of(rows.group(2).split(", "))).as(rows.group(1)).containsAll(severities);
            }
        }
    }

    private static Iterable<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("functions/src/main/java"))) {
            java.util.List<String> sources = new java.util.ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}
