package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// `src/build/Linked.java` on classes as javac makes them: the JDK's own results are what its must be.
class LinkedTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void linkedCopies() throws Exception {
        for (Class<?> type : LinkedTest.class.getDeclaredClasses()) {
            String name = type.getName().replace('.', '/') + ".class";
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = LinkedTest.class.getClassLoader().getResourceAsStream(name)) {
                Files.write(file, in.readAllBytes());
            }
        }
        assertThat(calls()).anyMatch(call -> call.equals("typeSwitch")).contains("enumSwitch", "equals", "hashCode");
        link();
    }

    @Test
    void whatIsWrittenDoesWhatTheJdkDoes() throws Exception {
        try (URLClassLoader loader = new Copies(folder)) {
            Object linked = loader.loadClass(Questions.class.getName()).getConstructor().newInstance();
            assertThat(linked.getClass()).isNotEqualTo(Questions.class);
            List<Object> asked = new Questions().get();
            assertThat(((Supplier<?>) linked).get()).isEqualTo(asked);
            assertThat(asked).hasSizeGreaterThan(60);
        }
    }

    @Test
    void nothingOfItIsLeftToTheFirstCall() throws Exception {
        assertThat(calls()).isNotEmpty().doesNotContain("typeSwitch", "enumSwitch", "equals", "hashCode");
    }

    @Test
    void linkedClassesStayAsTheyAre() throws Exception {
        Path file = folder.resolve(Questions.class.getName().replace('.', '/') + ".class");
        byte[] once = Files.readAllBytes(file);
        link();
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
    }

    private void link() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                Path.of(System.getProperty("tabularium.root"), "functions/src/build/Linked.java").toString(), folder.toString())
                .inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                for (MethodModel method : type.methods()) {
                    method.code().ifPresent(code -> code.forEach(element -> {
                        if (element instanceof InvokeDynamicInstruction call) {
                            calls.add(call.name().stringValue());
                        }
                    }));
                }
            }
        }
        return calls;
    }

    /// Loads the copies of a folder, and all else as usual.
    private static final class Copies extends URLClassLoader {

        Copies(Path folder) throws IOException {
            super(new URL[]{folder.toUri().toURL()}, LinkedTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                boolean copied = name.startsWith(LinkedTest.class.getName() + "$");
                return known != null ? known : copied ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }

    enum Colour {
        RED, GREEN, BLUE
    }

    sealed interface Shape permits Circle, Square, Nothing {
        default String word() {
            return switch (this) {
                case Circle(double radius) when radius > 10 -> "large circle";
                case Circle _ -> "circle";
                case Square(int side, _) -> "square of " + side;
                case Nothing _ -> "nothing";
            };
        }
    }

    record Circle(double radius) implements Shape {}

    record Square(int side, @Nullable Colour colour) implements Shape {}

    record Nothing() implements Shape {}

    record Everything(boolean a, byte b, short c, char d, int e, long f, float g, double h, @Nullable String i, List<String> j,
            Object k) {}

    /// What is asked of them, with the answers.
    public static final class Questions implements Supplier<List<Object>> {

        private static final int[] NUMBERS = {1, 2};

        @Override
        public List<Object> get() {
            List<Object> answers = new ArrayList<>();
            List<Object> things = new ArrayList<>(List.of(new Circle(11), new Circle(0.0), new Circle(-0.0),
                    new Circle(Double.NaN),
                    new Square(2, Colour.RED), new Square(2, null), new Square(3, Colour.RED), new Nothing(), new Nothing(),
                    everything('x', 1L << 40, 1.5f, "i"), everything('x', 1L << 40, 1.5f, "i"),
                    everything('y', 1L << 40, 1.5f, "i"),
                    everything('x', 1, 1.5f, "i"), everything('x', 1L << 40, -0.0f, "i"), everything('x', 1L << 40, 0.0f, "i"),
                    everything('x', 1L << 40, 0.0f, null), "text", "other", "", 7, 8L, Colour.GREEN, Colour.BLUE, List.of(1)));
            things.add(null);
            for (Object thing : things) {
                answers.add(kind(thing));
                if (thing instanceof Shape shape) {
                    answers.add(shape.word());
                }
                if (thing instanceof Colour || thing == null) {
                    answers.add(colour((Colour) thing));
                }
                if (thing instanceof Record) {
                    answers.add(hash(thing));
                    for (Object other : things) {
                        answers.add(thing.equals(other));
                    }
                }
            }
            return answers;
        }

        private static Everything everything(char d, long f, float g, @Nullable String i) {
            return new Everything(true, (byte) -1, (short) 300, d, 5, f, g, Math.PI, i, List.of("j"), NUMBERS);
        }

        /// Arrays and constants of enums have hashes by their place in memory, which is another in each process and loader.
        private static int hash(Object thing) {
            return switch (thing) {
                case Everything all -> all.hashCode() - System.identityHashCode(NUMBERS);
                case Square square when square.colour() != null -> square.hashCode() - System.identityHashCode(square.colour());
                default -> thing.hashCode();
            };
        }

        private static String kind(@Nullable Object thing) {
            return switch (thing) {
                case null -> "null";
                case Circle(double radius) when Double.isNaN(radius) -> "no radius";
                case String text when text.isEmpty() -> "empty";
                case String text -> text.length() > 4 ? "long" : "short";
                case Integer number when number > 7 -> "large";
                case Integer _ -> "number";
                case Colour colour when colour == Colour.BLUE -> "blue";
                case Colour _ -> "colour";
                case Record _ -> "record";
                default -> "other";
            };
        }

        private static String colour(@Nullable Colour colour) {
            return switch (colour) {
                case RED -> "red";
                case GREEN -> "green";
                case null, default -> "none of these";
            };
        }
    }
}
