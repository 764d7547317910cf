package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the build promises to the tests.
class BuildTest {
    @Test
    void testsRunOnJdk25() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }

    @Test
    void testsAreToldWhereTheProjectIs() {
        assertThat(Path.of(System.getProperty("tabularium.root"), "functions", "pom.xml")).exists();
        assertThat(System.getProperty("tabularium.reference")).isNotBlank();
    }

    @Test
    void templatesAreInTheJar() {
        Path templates = Path.of(System.getProperty("tabularium.root"), "templates");
        assumeThat(Files.isDirectory(templates)).as("templates/ is there").isTrue();
        assertThat(BuildTest.class.getResource("/templates")).isNotNull();
    }
}
