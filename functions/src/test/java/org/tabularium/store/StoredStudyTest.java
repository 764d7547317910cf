package org.tabularium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredStudyTest {

    @TempDir
    Path temp;

    private final InMemoryObjectStore store = new InMemoryObjectStore();

    /// The same files in a folder and in a bucket are the same study.
    @Test
    void bucketAndFolderSeeTheSameStudy() throws Exception {
        for (String name : List.of("adsl.csv", "study.yaml", "readme.txt", ".DS_Store", "templates/ae.yaml", "templates/AE2.YAML",
                "templates/notes.txt", "templates/.hidden.yaml", "templates/old/ae.yaml", "archive/adae.csv", ".git/config",
                "archive/deep/x.csv")) {
            Path file = temp.resolve("KN5601").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
            store.put("studies/KN5601/" + name, name);
        }
        store.put("studies/KN56012/adsl.csv", "another study");

        StudySource.Listing inFolder = new StudyFolder(temp.resolve("KN5601")).list();
        StudySource inBucket = new StoredStudy(store, "studies/KN5601/");
        StudySource.Listing listing = inBucket.list();

        assertThat(inBucket.study()).isEqualTo("KN5601");
        assertThat(listing.objects().keySet()).isEqualTo(inFolder.objects().keySet()).contains("adsl.csv", "templates/ae.yaml");
        assertThat(listing.ignored()).isEqualTo(inFolder.ignored()).contains("archive/");
    }

    @Test
    void markersOfFoldersAreNoObjects() throws Exception {
        store.put("studies/A/", "");
        store.put("studies/A/templates/", "");
        store.put("studies/A/adsl.csv", "x");

        StudySource.Listing listing = new StoredStudy(store, "studies/A/").list();

        assertThat(listing.objects()).containsOnlyKeys("adsl.csv");
        assertThat(listing.ignored()).isEmpty();
    }

    @Test
    void nothingBelowThePrefixIsNoStudy() {
        assertThatThrownBy(() -> new StoredStudy(store, "studies/none/").list()).isInstanceOf(NoSuchFileException.class);
    }
}
