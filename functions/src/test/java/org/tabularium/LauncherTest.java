package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./tabularium` in a project of its own, with a `java` and a `mvn` that only note how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Path root;
    private Path jdk;
    private Path calls;

    @BeforeEach
    void projectWithAJarNewerThanItsSources() throws IOException {
        root = Files.createDirectories(temp.resolve("a project"));
        calls = temp.resolve("calls");
        Files.createFile(calls);
        Files.copy(Path.of(System.getProperty("tabularium.root"), "tabularium"), root.resolve("tabularium"));
        Files.createDirectories(root.resolve("templates"));
        Path source = Files.createDirectories(root.resolve("functions/src/main/java")).resolve("A.java");
        for (Path file : List.of(source, root.resolve("pom.xml"), root.resolve("functions/pom.xml"))) {
            Files.createFile(file);
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.toList()) Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
        }
        Files.createDirectories(root.resolve("functions/target"));
        makeJar();

        jdk = jdk("25.0.1", """
                #!/bin/sh
                case $1 in
                -XX:AOTCacheOutput=*)
                    echo train >>"$CALLS"
                    echo noise
                    [ -z "${NO_CACHE:-}" ] || exit 1
                    echo cache >"${1#*=}"
                    ;;
                *)
                    echo run >>"$CALLS"
                    while [ $# -gt 0 ] && [ "$1" != org.tabularium.cli.Main ]; do
                        case $1 in -XX:AOTCache=*) echo "with cache" ;; -XX:TieredStopAtLevel=1) echo "first compiler alone" ;; esac
                        shift
                    done
                    pwd
                    for a; do echo "<$a>"; done
                    cat
                    exit 3
                    ;;
                esac
                """);
        script(temp.resolve("bin/mvn"), """
                #!/bin/sh
                echo "build for $JAVA_HOME" >>"$CALLS"
                sleep 0.3
                echo noise
                [ -z "${BUILD_FAILS:-}" ] || { echo "[ERROR] A.java:[1,1] no"; exit 1; }
                echo jar >functions/target/tabularium.jar
                """);
    }

    @Test
    void argumentsDirectoryInputAndExitCodeAreTheProgramsOwn() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("else where"));
        // Only a JVM whose locale is UTF-8 can pass such a word on.
        String word = "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "研究" : "study";
        Outcome outcome = start(elsewhere, Map.of(), "report", "my study", "", "*", word).get();
        assertThat(outcome.out).containsExactly("first compiler alone", "with cache", elsewhere.toRealPath().toString(),
                "<org.tabularium.cli.Main>", "<report>", "<my study>", "<>", "<*>", "<" + word + ">", "input");
        assertThat(outcome.exitCode).isEqualTo(3);
    }

    @Test
    void largeStudyGetsTheSecondCompiler() throws Exception {
        Path study = Files.createDirectories(temp.resolve("a study"));
        script(temp.resolve("bin/du"), "#!/bin/sh\nprintf '102400\\t%s\\n' \"$3\"\n");
        assertThat(start(temp, Map.of(), "report", study.toString()).get().out).contains("first compiler alone");
        script(temp.resolve("bin/du"), "#!/bin/sh\nprintf '102401\\t%s\\n' \"$3\"\n");
        assertThat(start(temp, Map.of(), "report", study.toString()).get().out).doesNotContain("first compiler alone");
        assertThat(start(temp, Map.of(), "report", "no folder").get().out).contains("first compiler alone");
        assertThat(start(temp, Map.of(), "report", "s3://bucket/study").get().out).doesNotContain("first compiler alone");
    }

    @Test
    void symbolicLinkFindsTheProject() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), root.resolve("tabularium"));
        assertThat(start(link, temp, Map.of()).get().exitCode).isEqualTo(3);
    }

    @Test
    void cacheIsMadeOnceAndSaidOnStderr() throws Exception {
        assertThat(start(temp, Map.of()).get().err).containsExactly("tabularium: preparing quick starts (once) ...");
        assertThat(start(temp, Map.of()).get().err).isEmpty();
        assertThat(calls).hasContent("train\nrun\nrun");
    }

    @Test
    void cacheThatCannotBeMadeIsTriedOnceAndDoneWithout() throws Exception {
        assertThat(start(temp, Map.of("NO_CACHE", "1")).get().out).doesNotContain("with cache").contains("input");
        assertThat(start(temp, Map.of("NO_CACHE", "1")).get().exitCode).isEqualTo(3);
        assertThat(calls).hasContent("train\nrun\nrun");
    }

    @Test
    void newerJarGetsANewCache() throws Exception {
        start(temp, Map.of()).get();
        Files.setLastModifiedTime(root.resolve("functions/target/tabularium.jar"), FileTime.from(Instant.now().plusSeconds(1)));
        start(temp, Map.of()).get();
        assertThat(calls).hasContent("train\nrun\ntrain\nrun");
    }

    @Test
    void changedSourceIsBuiltFirst() throws Exception {
        touch(root.resolve("functions/src/main/java/A.java"));
        Outcome outcome = start(temp, Map.of()).get();
        assertThat(outcome.out).doesNotContain("noise").contains("input");
        assertThat(outcome.err).hasSize(2).first().asString().startsWith("tabularium: building");
        assertThat(start(temp, Map.of()).get().err).isEmpty();
        assertThat(calls).hasContent("build for " + jdk + "\ntrain\nrun\nrun");
    }

    @Test
    void removedSourceIsNoticed() throws Exception {
        Files.delete(root.resolve("functions/src/main/java/A.java"));
        touch(root.resolve("functions/src/main/java"));
        assertThat(start(temp, Map.of()).get().err).first().asString().startsWith("tabularium: building");
    }

    @Test
    void failedBuildIsSaidAndNothingRuns() throws Exception {
        Files.delete(root.resolve("functions/target/tabularium.jar"));
        Outcome outcome = start(temp, Map.of("BUILD_FAILS", "1")).get();
        assertThat(outcome.exitCode).isEqualTo(70);
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.err).contains("[ERROR] A.java:[1,1] no").last().asString().contains("the build failed", "build.log");
        assertThat(calls).hasContent("build for " + jdk);
    }

    @Test
    void firstStartsAtTheSameTimeBuildOnce() throws Exception {
        Files.delete(root.resolve("functions/target/tabularium.jar"));
        List<Running> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) running.add(start(temp, Map.of()));
        for (Running one : running) assertThat(one.get().exitCode).isEqualTo(3);
        assertThat(Files.readAllLines(calls)).containsExactlyInAnyOrder("build for " + jdk, "train", "run", "run", "run");
    }

    @Test
    void jdkOfAnotherVersionIsRefused() throws Exception {
        Path old = jdk("17.0.15", "#!/bin/sh\nexit 0\n");
        Outcome outcome = start(temp, Map.of("TABULARIUM_JAVA", old.toString())).get();
        assertThat(outcome.exitCode).isEqualTo(70);
        assertThat(outcome.err).containsExactly("tabularium: TABULARIUM_JAVA=" + old + " is no JDK 25");
    }

    @Test
    void jdkMayBeNamedByItsJavaCommand() throws Exception {
        assertThat(start(temp, Map.of("TABULARIUM_JAVA", jdk + "/bin/java")).get().exitCode).isEqualTo(3);
    }

    private void makeJar() throws IOException {
        Files.writeString(root.resolve("functions/target/tabularium.jar"), "jar");
        Files.setLastModifiedTime(root.resolve("functions/target/tabularium.jar"), FileTime.from(LONG_AGO.plusSeconds(60)));
    }

    private static void touch(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO.plusSeconds(120)));
    }

    private Path jdk(String version, String java) throws IOException {
        Path home = temp.resolve("jdk-" + version).toAbsolutePath();
        script(home.resolve("bin/java"), java);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private Running start(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        return start(root.resolve("tabularium"), directory, environment, arguments);
    }

    private Running start(Path command, Path directory, Map<String, String> environment, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        Path input = Files.writeString(temp.resolve("input"), "input\n");
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile())
                .redirectInput(input.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CALLS", calls.toString());
        builder.environment().put("TABULARIUM_JAVA", jdk.toString());
        builder.environment().remove("TABULARIUM_JAVA_OPTS");
        builder.environment().merge("PATH", temp.resolve("bin") + ":", (path, bin) -> bin + path);
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    private record Running(Process process, Path out, Path err) {
        Outcome get() throws IOException, InterruptedException {
            int exitCode = process.waitFor();
            return new Outcome(exitCode, Files.readAllLines(out, StandardCharsets.UTF_8),
                    Files.readAllLines(err, StandardCharsets.UTF_8));
        }
    }

    private record Outcome(int exitCode, List<String> out, List<String> err) {}
}
