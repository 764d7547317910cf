package org.tabularium.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.Runs;
import org.tabularium.run.BrokenRunException;

@Shows(Requirement.RUN_UNCHANGED)
class RunFolderTest {

    private static final SortedMap<String, byte[]> FIRST = Runs.files("1111111111111111",
            Map.of("baseline", "a,b\n", "dlt", "a\n"));
    private static final SortedMap<String, byte[]> SECOND = Runs.files("2222222222222222", Map.of("baseline", "a,c\n"));

    @TempDir
    Path temp;

    @Test
    void runIsWrittenAndReadBack() throws Exception {
        Path folder = temp.resolve("out/deep/KN5601");

        RunFolder.write(folder, Runs.held(FIRST));

        Run run = Run.open(folder);
        assertThat(run.manifest().run()).isEqualTo("1111111111111111");
        assertThat(run.has("tables/dlt.csv")).isTrue();
        assertThat(run.bytes("tables/baseline.csv")).isEqualTo(FIRST.get("tables/baseline.csv"));
        assertThat(RunVerification.of(run)).isEmpty();
        assertThat(names(temp.resolve("out/deep"))).containsExactly("KN5601");
    }

    @Test
    void oldRunIsReplacedAsAWhole() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        Files.writeString(folder.resolve("note.txt"), "stale");

        RunFolder.write(folder, Runs.held(SECOND));

        assertThat(Run.open(folder).manifest().run()).isEqualTo("2222222222222222");
        assertThat(folder.resolve("tables/dlt.csv")).doesNotExist();
        assertThat(folder.resolve("note.txt")).doesNotExist();
        assertThat(names(temp)).containsExactly("KN5601");
    }

    @Test
    void emptyFolderIsTaken() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("KN5601"));

        RunFolder.write(folder, Runs.held(FIRST));

        assertThat(RunVerification.of(Run.open(folder))).isEmpty();
    }

    @Test
    void folderBehindALinkIsReplacedAndTheLinkStays() throws Exception {
        Path real = temp.resolve("real");
        RunFolder.write(real, Runs.held(FIRST));
        Path link = Files.createSymbolicLink(temp.resolve("link"), real);

        RunFolder.write(link, Runs.held(SECOND));

        assertThat(link).isSymbolicLink();
        assertThat(Run.open(real).manifest().run()).isEqualTo("2222222222222222");
    }

    @Test
    void folderThatIsNoRunIsRefusedAndLeftAlone() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("thesis"));
        Files.writeString(folder.resolve("chapter1.txt"), "years of work");

        assertThatThrownBy(() -> RunFolder.write(folder, Runs.held(FIRST))).isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("holds no run");
        assertThat(folder.resolve("chapter1.txt")).hasContent("years of work");

        Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"some web application\"}");
        assertThatThrownBy(() -> RunFolder.write(folder, Runs.held(FIRST))).isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("cannot be understood");
        assertThat(names(folder)).containsExactly("chapter1.txt", "manifest.json");
        assertThat(names(temp)).containsExactly("thesis");
    }

    @Test
    void fileInTheWayIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("KN5601"), "text");

        assertThatThrownBy(() -> RunFolder.write(file, Runs.held(FIRST))).isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("it is a file");
        assertThat(file).hasContent("text");
    }

    @Test
    void deathBetweenTheTwoRenamesLeavesTheOldRun() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        // As a killed process leaves it: the old run set aside, the new one complete beside it, nothing in its place.
        Files.move(folder, temp.resolve(".KN5601.replaced-abc-1"));
        RunFolder.write(temp.resolve("other"), Runs.held(SECOND));
        Files.move(temp.resolve("other"), temp.resolve(".KN5601.writing-abc"));

        Run run = Run.open(folder);

        assertThat(run.manifest().run()).isEqualTo("1111111111111111");
        assertThat(RunVerification.of(run)).isEmpty();
    }

    @Test
    void whatKilledReportsLeftIsClearedByTheNextOneAndWhatIsBeingWrittenIsNot() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        Path early = Files.createDirectory(temp.resolve(".KN5601.writing-early"));
        Path dead = Files.createDirectories(temp.resolve(".KN5601.writing-dead/run"));
        Files.writeString(dead.resolve("report.pdf"), "half of it");
        Files.writeString(dead.resolveSibling("writer.lock"), "");
        Path old = Files.createDirectory(temp.resolve(".KN5601.replaced-dead"));
        Files.writeString(old.resolve("report.pdf"), "what was there before");
        Path alive = Files.createDirectory(temp.resolve(".KN5601.writing-alive"));
        try (FileChannel channel = FileChannel.open(alive.resolve("writer.lock"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE); FileLock _ = channel.lock()) {

            RunFolder.requireReplaceable(folder);

            assertThat(names(temp)).containsExactly(".KN5601.writing-alive", "KN5601");
            assertThat(early).doesNotExist();
        }
        RunFolder.write(folder, Runs.held(SECOND));
        assertThat(names(temp)).containsExactly("KN5601");
    }

    @Test
    void runBehindALinkIsTheRun() throws Exception {
        Path real = temp.resolve("real");
        RunFolder.write(real, Runs.held(FIRST));
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("real"));

        Run run = Run.open(link);

        assertThat(RunVerification.of(run)).isEmpty();
        assertThat(run.bytes("tables/baseline.csv")).isEqualTo(FIRST.get("tables/baseline.csv"));
    }

    @Test
    void oldRunBehindALinkIsPutBack() throws Exception {
        RunFolder.write(temp.resolve("real"), Runs.held(FIRST));
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("real"));
        Files.move(temp.resolve("real"), temp.resolve(".real.replaced-abc"));

        assertThat(Run.open(link).manifest().run()).isEqualTo("1111111111111111");
    }

    @Test
    void placeInsideARunIsRefused() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        Path link = Files.createSymbolicLink(temp.resolve("elsewhere"), folder.resolve("tables"));

        for (Path inside : List.of(folder.resolve("again"), folder.resolve("tables/deep/again"), link.resolve("again"))) {
            assertThatThrownBy(() -> RunFolder.requireReplaceable(inside)).isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessageContaining("inside the run");
        }
        assertThat(RunVerification.of(Run.open(folder))).isEmpty();
    }

    @Test
    void failedWriteLeavesTheOldRunAndNothingElse() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        TreeMap<String, byte[]> impossible = new TreeMap<>(SECOND);
        impossible.put("results.json/below-a-file", new byte[1]);

        assertThatThrownBy(() -> RunFolder.write(folder, Runs.held(impossible))).isInstanceOf(IOException.class);

        assertThat(Run.open(folder).manifest().run()).isEqualTo("1111111111111111");
        assertThat(names(temp)).containsExactly("KN5601");
    }

    @Test
    void writersAtTheSameTimeLeaveOneWholeRun() throws Exception {
        Path folder = temp.resolve("KN5601");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> writers = IntStream.range(0, 24).<Callable<Void>>mapToObj(i -> () -> {
                RunFolder.write(folder, Runs.held(i % 2 == 0 ? FIRST : SECOND));
                return null;
            }).toList();
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        assertThat(RunVerification.of(Run.open(folder))).isEmpty();
        assertThat(names(temp)).containsExactly("KN5601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/tabularium/evil", "a/../../evil", "a//b", "a\\b", "", "."})
    void namesThatLeaveTheFolderAreRefused(String name) {
        TreeMap<String, byte[]> files = new TreeMap<>(FIRST);
        files.put(name, new byte[1]);

        assertThatThrownBy(() -> RunFolder.write(temp.resolve("x"), Runs.held(files)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(temp.resolve("x")).doesNotExist();
    }

    @Test
    void manifestThatNamesAFileOutsideIsNotBelieved() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        String manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve("manifest.json"), manifest.replace("\"results.json\"", "\"../../tabularium/absent\""));

        assertThatThrownBy(() -> Run.open(folder)).isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("is no name of a file in a run");
    }

    @Test
    void absentRunIsSaidToBeAbsent() {
        assertThatThrownBy(() -> Run.open(temp.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void verificationNamesEachFileThatIsNotAsItWas() throws Exception {
        Path folder = temp.resolve("KN5601");
        RunFolder.write(folder, Runs.held(FIRST));
        Files.delete(folder.resolve("findings.json"));
        Files.writeString(folder.resolve("results.json"), "[ ]");
        Files.writeString(folder.resolve("tables/baseline.csv"), "a,B\n");
        Files.writeString(folder.resolve("tables/extra.csv"), "x\n");
        Path copy = Files.writeString(temp.resolve("copy.csv"), "a\n");
        Files.delete(folder.resolve("tables/dlt.csv"));
        Files.createSymbolicLink(folder.resolve("tables/dlt.csv"), copy);

        assertThat(RunVerification.of(Run.open(folder)))
                .extracting(m -> m.kind() + " " + m.path())
                .containsExactly("MISSING findings.json", "CHANGED results.json", "CHANGED tables/baseline.csv",
                        "CHANGED tables/dlt.csv", "EXTRA tables/extra.csv");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(e -> e.getFileName().toString()).sorted().toList();
        }
    }
}
