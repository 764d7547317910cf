package org.tabularium.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.run.Manifest;
import org.tabularium.table.display.Display;

/// A run as version 0.1 wrote it, manifest format 1, is read for ever. It is kept under `run/format-1` of the test resources,
/// made of the invented study SA-OR088.
@Shows(Requirement.RUN_UNCHANGED)
class KeptRunTest {

    @Test
    void runOfFormat1IsRead() throws Exception {
        Run run = Run.open(kept());

        assertThat(run.manifest().displays()).containsExactly(new Manifest.Entry(Display.Kind.TABLE, "case-series", "",
                "Disease characteristics and safety outcomes.", null, null));
    }

    @Test
    void runOfFormat1IsVerified() throws Exception {
        assertThat(RunVerification.of(Run.open(kept()))).isEmpty();
    }

    @Test
    void runOfFormat1IsComparedWithItself() throws Exception {
        assertThat(RunDiff.between(Run.open(kept()), Run.open(kept()))).isEqualTo(List.of());
    }

    private static Path kept() throws Exception {
        Path manifest = Path.of(Objects.requireNonNull(KeptRunTest.class.getResource("/run/format-1/manifest.json")).toURI());
        assertThat(Files.readString(manifest)).contains("\"tables\"").doesNotContain("\"format\"");
        return Objects.requireNonNull(manifest.getParent());
    }
}
