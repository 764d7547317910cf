package org.tabularium.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.snapshot.Sha256;

/// What makes the numbers, as one hash: another program is another run, whatever its version says.
///
/// It is the SHA-256 over the sorted (name, SHA-256) of our classes and resources but those of `cli`, `lambda`, `manuscript` and
/// `portal`, templates among them, and of the libraries that a report reaches (`libraries.txt`). Neither the commit nor a time of
/// a file enters it. The build writes it down beside the classes; in a folder of classes that no build has gone over it is worked
/// out.
public final class Program {

    /// Our rooms that make no number.
    private static final List<String> APART = List.of("org/tabularium/cli/", "org/tabularium/lambda/",
            "org/tabularium/manuscript/", "org/tabularium/portal/");
    private static final String ROOM = "org/tabularium/run/";
    private static final String RECORD = "program.sha256";
    private static final String LIBRARIES = "libraries.txt";

    private Program() {}

    /// The hash of this program: 64 lower-case hex digits.
    static String sha256() {
        try (InputStream recorded = Program.class.getResourceAsStream(RECORD)) {
            return recorded == null
                    ? of(folder(), jars())
                    : new String(recorded.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For the build: writes the hash into a folder of classes. The libraries are those of this process.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Files.writeString(classes.resolve(ROOM + RECORD), of(classes, jars()) + "\n");
    }

    /// The hash of the program in a folder of classes.
    ///
    /// @param jars among which the libraries are
    /// @throws IllegalStateException where a library is not there
    static String of(Path classes, List<Path> jars) throws IOException {
        SortedMap<String, String> parts = ours(classes);
        for (String library : libraries(classes)) {
            Pattern name = Pattern.compile(Pattern.quote(library) + "-\\d[^/]*[.]jar");
            Path jar = jars.stream().filter(j -> name.matcher(String.valueOf(j.getFileName())).matches()).findFirst()
                    .orElseThrow(() -> new IllegalStateException("the library %s is not on the class path".formatted(library)));
            parts.put("lib/" + library, Sha256.of(Files.readAllBytes(jar)));
        }
        MessageDigest digest = Sha256.digest();
        parts.forEach((name, sha256) -> digest.update((name + "\n" + sha256 + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Names of the libraries that a report reaches, without their versions.
    static List<String> libraries(Path classes) throws IOException {
        return Files.readAllLines(classes.resolve(ROOM + LIBRARIES)).stream().filter(line -> !line.isBlank()).toList();
    }

    private static SortedMap<String, String> ours(Path classes) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (APART.stream().noneMatch(name::startsWith) && !name.equals(ROOM + RECORD)) {
                    parts.put(name, name.equals(ROOM + Software.RESOURCE) ? version(file) : Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return parts;
    }

    /// Name and version are printed, the commit is not.
    private static String version(Path software) throws IOException {
        try (InputStream in = Files.newInputStream(software)) {
            return Sha256.of(Software.read(in, "").nameAndVersion().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The jars that classes of this process come from, by their manifests.
    static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (URL manifest : Collections.list(Program.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.openConnection() instanceof JarURLConnection jar) {
                jars.add(Path.of(URI.create(jar.getJarFileURL().toString())));
            }
        }
        return jars;
    }

    private static Path folder() {
        try {
            Path folder = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(RECORD + " is missing in " + folder.getFileName());
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
