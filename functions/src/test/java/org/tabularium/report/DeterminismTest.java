package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The same study gives the same bytes, in every file: in any time zone and locale, from any folder, at any time, warm or cold.
@Shows(Requirement.SAME_BYTES)
class DeterminismTest {

    private static final Map<String, SortedMap<String, String>> EXPECTED = new ConcurrentHashMap<>();

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @TempDir
    Path temp;

    @BeforeEach
    @AfterEach
    void asItWas() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({
        "sa-or088,    Asia/Shanghai,    ar-EG",
        "sa-or088,    America/New_York, tr-TR",
        "lancet-2025, Asia/Shanghai,    de-DE",
        "lancet-2025, America/New_York, zh-CN",
        "sa-po0659,   Asia/Kolkata,     ar-EG-u-nu-arab",
        "ran-101,     America/New_York, ar-EG"})
    void timeZoneAndLocaleChangeNoByte(String study, String zoneId, String tag) throws IOException {
        SortedMap<String, String> expected = expected(study);

        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        Locale.setDefault(Locale.forLanguageTag(tag));
        SortedMap<String, String> elsewhere = hashes(report(temp.resolve("second"), study));

        assertThat(elsewhere).containsExactlyEntriesOf(expected);
        assertThat(expected).containsKeys("manifest.json", "report.pdf", "report.xlsx", "results.json", "findings.json");
    }

    @Test
    void placeOfTheStudyAndTimesOfItsFilesChangeNoByte() throws IOException {
        SortedMap<String, String> expected = expected("sa-or088");

        Path elsewhere = temp.resolve("ein Ordner mit Leerzeichen, 患者").resolve("deep");
        Path study = copy("sa-or088", elsewhere);
        try (Stream<Path> files = Files.list(study)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
            }
        }
        CommandRun fromOutside = CommandRun.of(temp, "report", study.toString(), "--out", temp.resolve("run-1").toString());
        CommandRun fromInside = CommandRun.of(study, "report", ".", "--out", temp.resolve("run-2").toString());

        assertThat(fromOutside.exit()).as(fromOutside.err()).isZero();
        assertThat(fromInside.exit()).as(fromInside.err()).isZero();
        assertThat(hashes(temp.resolve("run-1"))).containsExactlyEntriesOf(expected);
        assertThat(hashes(temp.resolve("run-2"))).containsExactlyEntriesOf(expected);
    }

    @Test
    void reportsInBetweenLeaveNothingBehind() throws IOException {
        SortedMap<String, String> first = expected("lancet-2025");
        report(temp.resolve("between"), "sa-or088");
        report(temp.resolve("between"), "ran-101");

        assertThat(hashes(report(temp.resolve("second"), "lancet-2025"))).containsExactlyEntriesOf(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "ran-101"})
    void freshProcessElsewhereWithOneProcessorGivesTheSameBytes(String study) throws Exception {
        SortedMap<String, String> expected = expected(study);
        Path there = Files.createDirectories(temp.resolve("other"));
        copy(study, there);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=Asia/Shanghai",
                        "-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1", "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=1", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
                        "org.tabularium.cli.Main",
                        "report",
                        study));
        Process process = new ProcessBuilder(command).directory(there.toFile()).redirectErrorStream(true)
                .redirectOutput(there.resolve("messages.txt").toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(Files.readString(there.resolve("messages.txt"), StandardCharsets.UTF_8)).isZero();
        assertThat(hashes(there.resolve("out").resolve(study))).containsExactlyEntriesOf(expected);
    }

    /// A safeguard for the tests above: other content is another run.
    @Test
    void otherContentGivesOtherBytes() throws IOException {
        SortedMap<String, String> first = expected("sa-or088");
        Path study = copy("sa-or088", temp.resolve("second"));
        Path settings = study.resolve("study.yaml");
        Files.writeString(settings, Files.readString(settings).replace("cutoff: 2025-08-31", "cutoff: 2025-09-01"));
        assertThat(CommandRun.of(temp.resolve("second"), "report", "sa-or088").exit()).isZero();

        SortedMap<String, String> second = hashes(temp.resolve("second/out/sa-or088"));

        assertThat(second.get("manifest.json")).isNotEqualTo(first.get("manifest.json"));
        assertThat(second.get("report.pdf")).isNotEqualTo(first.get("report.pdf"));
    }

    /// The hashes of the report made here and now, under the defaults of this process, once a study.
    private SortedMap<String, String> expected(String study) throws IOException {
        SortedMap<String, String> known = EXPECTED.get(study);
        if (known == null) {
            known = hashes(report(temp.resolve("expected"), study));
            EXPECTED.put(study, known);
        }
        return known;
    }

    /// Reports a study of `test-data` into `out/<study>` below a folder.
    private static Path report(Path folder, String study) throws IOException {
        Files.createDirectories(folder);
        CommandRun run = CommandRun.of(folder, "report", Places.testData(study).toAbsolutePath().toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return folder.resolve("out").resolve(study);
    }

    private static Path copy(String study, Path folder) throws IOException {
        Path from = Places.testData(study);
        Path to = folder.resolve(study);
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        return to;
    }

    private static SortedMap<String, String> hashes(Path run) {
        SortedMap<String, String> hashes = new TreeMap<>();
        CommandRun.filesOf(run).forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
        assertThat(hashes).isNotEmpty();
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(requireNonNull(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
