package org.tabularium.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

@Shows(Requirement.RUN_IS_ITS_PROGRAM)
class ProgramTest {

    /// What POI and XmlBeans would use if it were there, and tests have: all schemas, formulas' mathematics, XPath.
    private static final List<String> TESTS_ALONE = List.of("poi-ooxml-full-", "commons-math3-", "Saxon-HE-", "xmlresolver-");

    /// Rooms that a report does not reach.
    private static final List<String> APART = List.of("cli", "lambda", "manuscript", "portal", "publication", "store/s3");

    @TempDir
    private Path folder;

    private Path classes = Path.of("");
    private Path jar = Path.of("");

    @BeforeEach
    void program() throws IOException {
        classes = folder.resolve("classes");
        jar = folder.resolve("fastcsv-4.4.0.jar");
        Files.writeString(jar, "a library");
        write("org/tabularium/run/libraries.txt", "fastcsv\n");
        write("org/tabularium/run/software.properties", "name=Tabularium\nversion=1\ncommit=abc\n");
        write("org/tabularium/statistic/Mean.class", "mean");
        write("org/tabularium/cli/Main.class", "main");
        write("templates/baseline.yaml", "title: Baseline\n");
    }

    @Test
    void changedStatisticTemplateLibraryOrVersionIsAnotherProgram() throws IOException {
        Set<String> programs = new HashSet<>(Set.of(program(classes, jar)));
        write("org/tabularium/statistic/Mean.class", "another mean");
        programs.add(program(classes, jar));
        write("templates/baseline.yaml", "title: Who They Are\n");
        programs.add(program(classes, jar));
        Files.writeString(jar, "another library");
        programs.add(program(classes, jar));
        write("org/tabularium/run/software.properties", "name=Tabularium\nversion=2\ncommit=abc\n");
        programs.add(program(classes, jar));
        write("org/tabularium/statistic/Median.class", "median");
        programs.add(program(classes, jar));

        assertThat(programs).hasSize(6).allMatch(p -> p.matches("[0-9a-f]{64}"));
    }

    @Test
    void changedCommandLineFunctionPortalCommitOrOtherLibraryIsTheSameProgram() throws IOException {
        String before = program(classes, jar);
        write("org/tabularium/cli/Main.class", "another main");
        write("org/tabularium/lambda/ReportFunction.class", "new");
        write("org/tabularium/portal/Page.class", "new");
        write("org/tabularium/run/software.properties", "name=Tabularium\nversion=1\ncommit=def\n");
        write("org/tabularium/run/program.sha256", "what an earlier build wrote");
        Files.setLastModifiedTime(classes.resolve("templates/baseline.yaml"), FileTime.fromMillis(0));
        Path other = Files.writeString(folder.resolve("picocli-4.7.7.jar"), "not reached");

        assertThat(program(classes, other, jar)).isEqualTo(before);
    }

    @Test
    void missingLibraryIsAnErrorAndNoOtherProgram() {
        assertThatThrownBy(() -> program(classes, folder.resolve("fastcsv-extra-4.4.0.jar")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("fastcsv");
    }

    /// What the build wrote down is what lies there, whether it has gone over this folder or not.
    @Test
    void thisProgramIsThatOfItsClasses() throws Exception {
        assertThat(Software.current().program()).isEqualTo(Program.of(ours(), Program.jars()));
    }

    /// By the class files' own references, from every room that makes a report. The fonts are reached by name, as resources.
    @Test
    void librariesThatAReportReachesAreNamed() throws Exception {
        Map<String, Path> jars = new HashMap<>();
        for (Path entry : Program.jars()) {
            try (JarFile file = new JarFile(entry.toFile())) {
                if (TESTS_ALONE.stream().noneMatch(library -> String.valueOf(entry.getFileName()).startsWith(library))) {
                    file.stream().forEach(e -> jars.putIfAbsent(e.getName(), entry));
                }
            }
        }
        Set<String> reached = new TreeSet<>(Set.of("openpdf-fonts-extra"));
        Deque<String> left = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Path root = ours();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (APART.stream().noneMatch(room -> name.startsWith("org/tabularium/" + room + "/"))) {
                    left.addAll(references(Files.readAllBytes(file)));
                }
            }
        }
        while (!left.isEmpty()) {
            String name = left.remove();
            Path from = jars.get(name + ".class");
            if (from != null && seen.add(name)) {
                reached.add(String.valueOf(from.getFileName()).replaceFirst("-\\d[^/]*[.]jar$", ""));
                try (InputStream in = Program.class.getClassLoader().getResourceAsStream(name + ".class")) {
                    left.addAll(references(in == null ? new byte[0] : in.readAllBytes()));
                }
            }
        }
        // Annotations make no number.
        reached.remove("jspecify");
        // What OpenPDF would sign and encrypt with; only a library of tests brings it.
        reached.removeIf(library -> library.matches("bc(pkix|prov|util)-jdk18on"));
        assertThat(Program.libraries(root)).containsExactlyElementsOf(reached);
    }

    private static List<String> references(byte[] bytes) {
        List<String> names = new ArrayList<>();
        if (bytes.length > 0) {
            ClassFile.of().parse(bytes).constantPool().forEach(entry -> {
                if (entry instanceof ClassEntry c) {
                    names.add(c.asInternalName().replaceFirst("^\\[+L", "").replaceFirst(";$", ""));
                }
            });
        }
        return names;
    }

    private static Path ours() throws Exception {
        return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String program(Path classes, Path... jars) throws IOException {
        return Program.of(classes, List.of(jars));
    }

    private void write(String name, String text) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
