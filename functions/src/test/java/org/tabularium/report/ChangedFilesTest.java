package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// A dataset that somebody writes to while a report is made of it: no report of half the old file and half the new one, whatever
/// the format and the
/// change, and whenever it comes.
class ChangedFilesTest {

    private static final Path DEMO = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data");

    @TempDir
    Path temp;

    /// What somebody does to a file.
    enum Change {
        GROWS, SHRINKS, IS_REPLACED, IS_REMOVED;

        void happenTo(Path file) throws IOException {
            switch (this) {
                case GROWS -> Files.write(file, new byte[]{'\n'}, StandardOpenOption.APPEND);
                case SHRINKS -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
                // Of the same size, by a rename, as editors and transfers do.
                case IS_REPLACED -> Files.move(Files.write(file.resolveSibling(".new"), Files.readAllBytes(file)), file,
                        StandardCopyOption.REPLACE_EXISTING);
                case IS_REMOVED -> Files.delete(file);
            }
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of("sa-or088/adae.xpt", "sa-or088/adqs.csv", "formats-demo/adsl.json", "formats-demo/adae.ndjson",
                "formats-demo/adqs.dsjc", "roundtrip/adsl.openpyxl.xlsx", "roundtrip/adsl.haven.sas7bdat")
                .flatMap(file -> Stream.of(Change.values())
                        .flatMap(change -> Stream.of("reading", "checking").map(step -> Arguments.of(file, change, step))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFileThatChangesMeanwhileRejectsTheStudy(String file, Change change, String step) throws Exception {
        Path study = Files.createDirectories(temp.resolve("S"));
        String name = file.substring(file.indexOf('/') + 1);
        String dataset = name.substring(0, name.indexOf('.')) + name.substring(name.lastIndexOf('.'));
        Path target = Files.copy(DEMO.resolve(file), study.resolve(dataset));
        if (!dataset.startsWith("adsl")) {
            Files.copy(DEMO.resolve("sa-or088/adsl.xpt"), study.resolve("adsl.xpt"));
        }
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(study));
        AtomicBoolean changed = new AtomicBoolean();

        RejectedException rejected = catchThrowableOfType(RejectedException.class,
                () -> ReportRun.report(snapshot, new ReportOptions(List.of(), List.of(), null, List.of()), done -> {
                    if (done.startsWith(step) && changed.compareAndSet(false, true)) {
                        try {
                            change.happenTo(target);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }));

        assertThat(changed).isTrue();
        assertThat(rejected).isNotNull();
        assertThat(rejected.findings()).extracting(Finding::code).containsOnly("FILE_CHANGED");
        assertThat(rejected.findings()).extracting(Finding::line)
                .allSatisfy(line -> assertThat(line).doesNotContain("Exception"));
    }
}
