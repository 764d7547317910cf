package org.tabularium.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.settings.StudyYaml;

/// Each file of `yaml/` in the test resources is faulty; the `.txt` beside it holds every line that its author must see.
class FaultyYamlTest {

    static Stream<Path> files() throws IOException {
        Path folder = Path.of(System.getProperty("tabularium.root"), "functions", "src", "test", "resources", "yaml");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void authorSeesEveryFault(Path file) throws IOException {
        Path expected = Path.of(file.toString().replaceAll("yaml$", "txt"));
        assertThat(lines(file)).isEqualTo(Files.readAllLines(expected));
    }

    @ParameterizedTest
    @MethodSource("files")
    void messagesAreTheSameInEveryLocale(Path file) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            List<String> chinese = lines(file);
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(lines(file)).isEqualTo(chinese)
                    .isEqualTo(Files.readAllLines(Path.of(file.toString().replaceAll("yaml$", "txt"))));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean shell = Objects.requireNonNull(file.getParent()).endsWith("shell");
        RejectedException rejected = catchThrowableOfType(RejectedException.class, () -> {
            if (shell) {
                ShellCatalog.load(List.of(Templates.file("templates/" + file.getFileName(), bytes)));
            } else {
                StudyYaml.read(new StudySnapshot("KN5601", List.of(Templates.file("study.yaml", bytes))),
                        ShellCatalog.load(List.of())::check);
            }
        });
        return rejected == null ? List.of() : rejected.findings().stream().map(Finding::line).toList();
    }

    @Test
    void sameIdTwiceInAFolderIsAFaultAndInAnotherFolderIsNot() throws Exception {
        StudySnapshot.File one = Templates.file("templates/a.yaml", "id: mine\ntitle: One\nrows: [{flags: {}}]\n");
        StudySnapshot.File two = Templates.file("templates/b.yaml", "title: Two\nid: mine\nrows: [{flags: {}}]\n");
        assertThatThrownBy(() -> ShellCatalog.load(List.of(one, two)))
                .hasMessage("error templates/b.yaml line 2 id: \"mine\" is also the id of the shell in templates/a.yaml;"
                        + " give one of them another id [SHELL_TWICE]");
        StudySnapshot.File option = Templates.file("b.yaml", "title: Two\nid: mine\nrows: [{flags: {}}]\n");
        assertThat(ShellCatalog.load(List.of(option, one)).shell("mine").title()).isEqualTo("Two");
    }

    @Test
    void faultsOfAllFilesAreReported() {
        RejectedException rejected = catchThrowableOfType(RejectedException.class, () -> ShellCatalog.load(List.of(
                Templates.file("templates/a.yaml", "id: a\ntitle: A\nrows: []\n"),
                Templates.file("templates/b.yaml", "\tid: b\n"),
                Templates.file("templates/c.yaml", "id: c\nrows: [{flags: {}}]\n"))));
        assertThat(rejected.findings()).extracting(Finding::dataset)
                .containsExactly("templates/a.yaml", "templates/b.yaml", "templates/c.yaml");
    }
}
