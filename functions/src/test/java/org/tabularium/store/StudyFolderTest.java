package org.tabularium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;

class StudyFolderTest {

    @TempDir
    Path temp;

    Path study;

    @BeforeEach
    void study() throws IOException {
        study = Files.createDirectories(temp.resolve("KN5601"));
        Files.writeString(study.resolve("adsl.csv"), "USUBJID\nA-1\n");
    }

    @Test
    void topLevelFilesAndTemplatesAreTheStudy() throws Exception {
        Files.writeString(study.resolve("study.yaml"), "study: X\n");
        Files.writeString(study.resolve("readme.txt"), "hello");
        Files.writeString(study.resolve(".DS_Store"), "x");
        Files.createDirectories(study.resolve("templates/old"));
        Files.writeString(study.resolve("templates/ae.yaml"), "id: ae\n");
        Files.writeString(study.resolve("templates/notes.txt"), "x");
        Files.createDirectories(study.resolve("archive"));
        Files.writeString(study.resolve("archive/adae.csv"), "x");
        Files.createDirectories(study.resolve(".git"));

        StudySource store = new StudyFolder(study);
        StudySource.Listing listing = store.list();

        assertThat(store.study()).isEqualTo("KN5601");
        assertThat(listing.objects().keySet()).containsExactly("adsl.csv", "readme.txt", "study.yaml", "templates/ae.yaml");
        assertThat(listing.ignored()).containsExactly("archive/", "templates/notes.txt", "templates/old/");
    }

    @Test
    void folderNameIsTheNameGivenAlsoForDot() {
        assertThat(new StudyFolder(study.resolve(".")).study()).isEqualTo("KN5601");
    }

    @Test
    void linkOutOfTheFolderIsRefused() throws IOException {
        Path outside = Files.writeString(temp.resolve("secret.csv"), "USUBJID\n");
        Files.createSymbolicLink(study.resolve("adae.csv"), outside);
        Files.createSymbolicLink(study.resolve("adlb.csv"), study.resolve("nowhere.csv"));

        RejectedException rejected = catchThrowableOfType(RejectedException.class, () -> new StudyFolder(study).list());

        assertThat(rejected.findings()).extracting(Finding::line).satisfiesExactly(
                line -> assertThat(line).startsWith("error adae.csv: the symbolic link leads out of the study's folder")
                        .endsWith("[LINK_LEAVES_FOLDER]"),
                line -> assertThat(line).startsWith("error adlb.csv: the symbolic link leads nowhere")
                        .endsWith("[FILE_UNREADABLE]"));
    }

    @Test
    void templatesThatAreALinkOutOfTheFolderAreRefused() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createSymbolicLink(study.resolve("templates"), outside);

        assertThatThrownBy(() -> new StudyFolder(study).list()).isInstanceOf(RejectedException.class)
                .hasMessageContaining("LINK_LEAVES_FOLDER");
    }

    /// Opening a pipe waits for its writer for ever, reading a device never ends.
    @Test
    void pipesAndDevicesAreIgnored() throws Exception {
        Path pipe = study.resolve("adae.csv");
        Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        StudySource.Listing listing = new StudyFolder(study).list();
        assertThat(listing.objects().keySet()).containsExactly("adsl.csv");
        assertThat(listing.ignored()).containsExactly("adae.csv");

        Files.createSymbolicLink(study.resolve("adlb.csv"), Path.of("/dev/zero"));
        assertThat(catchThrowableOfType(RejectedException.class, () -> new StudyFolder(study).list()).findings())
                .extracting(Finding::code).containsExactly("LINK_LEAVES_FOLDER");
    }

    @Test
    void linkInsideTheFolderIsFollowed() throws Exception {
        Files.createSymbolicLink(study.resolve("adae.csv"), Path.of("adsl.csv"));

        Content content = content("adae.csv");

        assertThat(content.open()).hasContent("USUBJID\nA-1\n");
    }

    @Test
    void studyReachedThroughALinkIsRead() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("latest"), study);

        assertThat(new StudyFolder(link).list().objects()).containsOnlyKeys("adsl.csv");
        assertThat(new StudyFolder(link).study()).isEqualTo("latest");
    }

    @Test
    void folderOfReportsInsideTheStudyIsNoPartOfIt() throws Exception {
        Files.createDirectories(study.resolve("out/KN5601"));
        Path link = Files.createSymbolicLink(temp.resolve("latest"), study);

        assertThat(new StudyFolder(study, study.resolve("out/KN5601")).list().ignored()).isEmpty();
        assertThat(new StudyFolder(study, link.resolve("out/not/there/yet")).list().ignored()).isEmpty();
        assertThat(new StudyFolder(study).list().ignored()).containsExactly("out/");
    }

    @Test
    void absentFolderAndFileAreToldApart() {
        assertThatThrownBy(() -> new StudyFolder(temp.resolve("nowhere")).list()).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> new StudyFolder(study.resolve("adsl.csv")).list())
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void fileChangedSinceItWasListedCannotBeOpened() throws Exception {
        Content content = content("adsl.csv");
        assertThat(content.unchanged()).isTrue();
        assertThat(content.size()).isEqualTo(12);
        assertThat(content.file()).isPresent();

        Files.writeString(study.resolve("adsl.csv"), "USUBJID\nA-1\nA-2\n");

        assertThat(content.unchanged()).isFalse();
        assertThatThrownBy(content::open).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("changed while it was being read");
    }

    private Content content(String name) throws Exception {
        return Objects.requireNonNull(new StudyFolder(study).list().objects().get(name));
    }
}
