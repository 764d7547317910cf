package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportOptions;
import org.tabularium.run.DisplayStatus;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.RefusedException;

/// The commands with studies and runs in a bucket, with real reports.
class S3AddressTest {

    private static final Path SA_OR088 = Path.of(System.getProperty("tabularium.root", ".."), "test-data/sa-or088");

    @TempDir
    Path temp;

    /// Why objects may not be read; empty where they may.
    private String refused = "";
    private final InMemoryObjectStore store = new InMemoryObjectStore() {
        @Override
        public Content content(ObjectVersion version) {
            Content content = super.content(version);
            return refused.isEmpty() ? content : new Content() {
                @Override
                public long size() {
                    return content.size();
                }

                @Override
                public InputStream open() throws IOException {
                    throw new RefusedException(refused, new IOException("status 403"));
                }
            };
        }
    };
    private String out = "";
    private String err = "";

    @Test
    void studyInABucketGivesTheFolderStudysBytes() throws IOException {
        upload(SA_OR088, "studies/sa-or088/");

        assertThat(tabularium("report", "s3://bucket/studies/sa-or088")).as(err).isZero();
        assertThat(tabularium("report", SA_OR088.toAbsolutePath().toString(), "--out", "local")).isZero();

        assertThat(files(temp.resolve("out/sa-or088"))).isEqualTo(files(temp.resolve("local")));
        assertThat(tabularium("check", "S3://bucket/studies/sa-or088/")).isZero();
        assertThat(tabularium("tables", "s3://bucket/studies/sa-or088")).isZero();
        assertThat(out).contains("yes  baseline");
    }

    @Test
    void runInABucketIsVerifiedAndCompared() throws IOException {
        assertThat(tabularium("report", SA_OR088.toAbsolutePath().toString(), "--out", "run")).as(err).isZero();
        upload(temp.resolve("run"), "studies/A/runs/1/");

        assertThat(tabularium("verify", "s3://bucket/studies/A/runs/1")).isZero();
        assertThat(tabularium("diff", "run", "s3://bucket/studies/A/runs/1")).isZero();

        store.put("studies/A/runs/1/results.json", "[]");
        store.put("studies/A/runs/1/extra.txt", "x");
        assertThat(tabularium("verify", "s3://bucket/studies/A/runs/1")).isEqualTo(1);
        assertThat(err).contains("changed results.json").contains("extra extra.txt");
    }

    @Test
    void absentStudyAndRunAreNamedAsTheUserNamedThem() {
        assertThat(tabularium("report", "s3://bucket/studies/none")).isEqualTo(1);
        assertThat(err).contains("there is nothing below s3://bucket/studies/none");
        store.put("studies/A/adsl.csv", "USUBJID\n1\n");
        assertThat(tabularium("verify", "s3://bucket/studies/A")).isEqualTo(2);
        assertThat(err).contains("s3://bucket/studies/A is no run");
    }

    /// A dataset that may not be read says why: it is neither damaged nor half written.
    @Test
    void refusalOfTheStoreIsNoFindingInTheStudy() throws IOException {
        upload(SA_OR088, "studies/sa-or088/");
        refused = "cannot read studies/sa-or088/adae.xpt in the bucket bucket: these AWS credentials may not do so";

        for (String command : List.of("report", "check", "tables")) {
            assertThat(tabularium(command, "s3://bucket/studies/sa-or088")).isEqualTo(1);
            assertThat(err).contains("these AWS credentials may not do so").doesNotContain("FILE_UNREADABLE");
        }
        assertThat(tabularium("verify", "s3://bucket/studies/sa-or088")).isEqualTo(2);
        assertThat(err).contains("these AWS credentials may not do so");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void runThatLeadsOutOfItsFolderIsRefused() {
        store.put("runs/1/../../../evil.txt", "x");

        assertThat(tabularium("verify", "s3://bucket/runs/1")).isEqualTo(2);

        assertThat(err).contains("which no run does");
    }

    private void upload(Path folder, String prefix) throws IOException {
        files(folder).forEach((name, bytes) -> store.put(prefix + name, bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// Contents by name, bytes as ISO 8859-1 so that they compare.
    private static Map<String, String> files(Path folder) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private int tabularium(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8), temp, false, false);
        int exit = Main.run(arguments, console, new InBucket(store));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private record InBucket(ObjectStore store) implements Reports {

        @Override
        public Report report(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
            return REAL.report(snapshot, options, progress);
        }

        @Override
        public Findings check(StudySnapshot snapshot, ReportOptions options, Progress progress) {
            return REAL.check(snapshot, options, progress);
        }

        @Override
        public List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress)
                throws RejectedException {
            return REAL.tables(snapshot, options, progress);
        }

        @Override
        public List<DisplayStatus> catalogue() {
            return REAL.catalogue();
        }

        @Override
        public ObjectStore bucket(String name) {
            return store;
        }
    }
}
