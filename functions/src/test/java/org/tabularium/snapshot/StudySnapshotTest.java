package org.tabularium.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.finding.RejectedException;
import org.tabularium.store.Content;
import org.tabularium.store.StudyFolder;
import org.tabularium.store.StudySource;

class StudySnapshotTest {

    /// SHA-256 of "abc" and of nothing: FIPS 180-4 examples as NIST publishes them.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path study;

    @Test
    void filesComeSortedWithTheirHash() throws Exception {
        Files.writeString(study.resolve("b.csv"), "abc");
        Files.writeString(study.resolve("a.csv"), "");
        Files.createDirectory(study.resolve("more"));

        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(study));

        assertThat(snapshot.files()).extracting(StudySnapshot.File::name).containsExactly("a.csv", "b.csv");
        assertThat(snapshot.files()).extracting(StudySnapshot.File::sha256).containsExactly(EMPTY, ABC);
        assertThat(snapshot.ignored()).containsExactly("more/");
        assertThat(snapshot.folder()).isEqualTo(study.getFileName().toString());
    }

    @Test
    void sha256OfBytes() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ABC);
    }

    @Test
    void fileWrittenSinceIsNamed() throws Exception {
        Path file = Files.writeString(study.resolve("a.csv"), "1");
        Files.writeString(study.resolve("b.csv"), "1");
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(study));
        assertThat(snapshot.changed()).isEmpty();

        Files.writeString(file, "22");

        assertThat(snapshot.changed()).extracting(StudySnapshot.File::name).containsExactly("a.csv");
    }

    @Test
    void everyFileThatCannotBeReadIsAFinding() {
        Content broken = new Content() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("bad sector");
            }
        };
        StudySource store = new StudySource() {
            @Override
            public String study() {
                return "X";
            }

            @Override
            public Listing list() {
                TreeMap<String, Content> objects = new TreeMap<>();
                objects.put("adae.csv", broken);
                objects.put("adsl.csv", broken);
                return new Listing(objects, List.of());
            }
        };

        assertThatThrownBy(() -> StudySnapshot.of(store)).isInstanceOfSatisfying(RejectedException.class,
                e -> assertThat(e.findings()).hasSize(2)
                        .allSatisfy(f -> assertThat(f.code()).isEqualTo("FILE_UNREADABLE")).extracting(f -> f.dataset())
                        .containsExactly("adae.csv", "adsl.csv"));
    }
}
