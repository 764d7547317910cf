package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules of CONTRIBUTING.md on how the code is written that no compiler holds.
class CodeRulesTest {
    private static final Path SOURCES = Path.of(System.getProperty("tabularium.root", "..")).resolve("functions/src/main/java");
    private static final int COLUMNS = 130;

    @Test
    void noConditionalExpressionStandsInAnother() throws IOException {
        List<String> nested = new ArrayList<>();
        for (Path file : sources()) {
            new JavaCode(Files.readString(file)).nestedConditionals().forEach(line -> nested.add(place(file, line)));
        }
        assertThat(nested).as("nested conditional expressions: write if, or a switch, in a small method").isEmpty();
    }

    @Test
    void commentsStayWithinTheColumns() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (isWideComment(lines.get(i))) {
                    wide.add(place(file, i + 1));
                }
            }
        }
        assertThat(wide).as("comments wider than %d columns", COLUMNS).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x = a ? b : c ? d : e;",
        "x = a ? b ? c : d : e;",
        "x = a ? (b ? c : d) : e;",
        "x = a ? b : f(1, g[c ? d : e]);",
        "x = (a ? b : c) ? d : e;",
        "x = f(a ? b : c) == 1 ? d : e;",
        "x = a ? b : v -> v ? c : d;",
        "x = a ? b : new HashMap<A, List<? extends B>>(c ? d : e);",
        "x = a\n? '\\'' : // \"\nb ? c : d;"
    })
    void nestedConditionalIsFound(String code) {
        assertThat(new JavaCode(code).nestedConditionals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x = a ? b : c; y = d ? e : f;",
        "x = (a ? b : c) + (d ? e : f);",
        "f(a ? b : c, d ? e : g);",
        "x = a ? (Map<String, ? extends List<?>>) b : c;",
        "x = a ? \"b ? c : d\" : '?'; // e ? f : g",
        "x = a ? \"\"\"\n\" ? \\\"\"\" \"\"\" : c; /* d ? e : f */",
        "if (a ? b : c) { return d ? e : f; }",
        "if (a ? b : c) return d ? e : f;",
        "return a ? switch (b) { case C -> d ? e : f; } : g;",
        "x = f(a < b ? c : d, e > f);"
    })
    void separateConditionalsAreLeftAlone(String code) {
        assertThat(new JavaCode(code).nestedConditionals()).isEmpty();
    }

    @Test
    void nestedConditionalIsNamedByItsLine() {
        assertThat(new JavaCode("/*\n*/ Map<A,\nB> x = a\n? b\n: c\n? d : e;").nestedConditionals()).containsExactly(6);
    }

    /// Rows of a table cannot be broken.
    private static boolean isWideComment(String line) {
        String text = line.strip();
        return text.startsWith("//") && !text.startsWith("/// |") && line.codePointCount(0, line.length()) > COLUMNS;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            assertThat(sources).as("sources in %s", SOURCES).isNotEmpty();
            return sources;
        }
    }

    private static String place(Path file, int line) {
        return SOURCES.relativize(file) + ":" + line;
    }
}
