package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.report.CatalogueExamples.Example;
import org.tabularium.shell.DeclaredShell;

/// The page that shows every table, `docs/catalogue/README.md`, says what the shells say and has a picture of each.
///
/// `mvn -o -pl functions test -Dtest=CatalogueTest -Dtabularium.catalogue=write` writes the page and its pictures anew; look at
/// them before the commit.
class CatalogueTest {

    private static final Path FOLDER = Path
            .of(requireNonNull(System.getProperty("tabularium.root"), "system property tabularium.root"), "docs", "catalogue");

    private static final List<DeclaredShell> SHELLS = DeclaredShell.all();

    private static Map<String, Example> examples = Map.of();

    @BeforeAll
    static void make(@TempDir Path scratch) throws Exception {
        examples = CatalogueExamples.of(FOLDER.resolve("examples.yaml"), scratch);
        if ("write".equals(System.getProperty("tabularium.catalogue"))) {
            Files.writeString(FOLDER.resolve("README.md"), CataloguePage.of(SHELLS, examples));
            for (Map.Entry<String, Example> example : examples.entrySet()) {
                if (!example.getValue().isText()) {
                    Files.write(picture(example.getKey()), TablePicture.png(example.getValue().pdf()));
                }
            }
        }
    }

    /// The shells of tables, listings and figures; a text stands on the page itself.
    private static Stream<String> pictured() {
        return SHELLS.stream().map(declared -> declared.shell().id())
                .filter(id -> !requireNonNull(examples.get(id), id).isText());
    }

    private static Path picture(String shell) {
        return FOLDER.resolve(shell + ".png");
    }

    @Test
    void thePageSaysWhatTheShellsSay() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md"))).isEqualTo(CataloguePage.of(SHELLS, examples));
    }

    @Test
    void eachShellHasItsPictureAndNothingElseLiesThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".png")))
                    .containsExactlyInAnyOrderElementsOf(pictured().map(id -> id + ".png").toList());
        }
    }

    /// Of one table, since drawing takes time: the picture kept is the one drawn today, but for what a run's id changes.
    @Test
    void aPictureIsAsTheTableIsDrawn() throws IOException {
        byte[] drawn = TablePicture.png(requireNonNull(examples.get("dlt")).pdf());
        BufferedImage now = ImageIO.read(new ByteArrayInputStream(drawn));
        BufferedImage kept = ImageIO.read(picture("dlt").toFile());
        assertThat(List.of(kept.getWidth(), kept.getHeight())).isEqualTo(List.of(now.getWidth(), now.getHeight()));
        int different = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                if (Math.abs((now.getRGB(x, y) & 0xFF) - (kept.getRGB(x, y) & 0xFF)) > 64) {
                    different++;
                }
            }
        }
        assertThat(different).isLessThan(now.getWidth() * now.getHeight() / 200);
    }

    @Test
    void thePicturesAreSmall() throws IOException {
        long bytes = 0;
        for (String shell : pictured().toList()) {
            bytes += Files.size(picture(shell));
        }
        assertThat(bytes).isLessThan(4_000_000);
    }
}
