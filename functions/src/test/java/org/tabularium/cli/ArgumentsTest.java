package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/// Plain calls are read without picocli, which is the oracle here: it must understand each of them as the same.
class ArgumentsTest {

    private static final long SEED = 20_261_129;
    private static final int CALLS = 4_000;
    private static final List<String> WORDS = List.of("studies/KN5601", "a", "report", "check", "", " ", "-", "--", "-x",
            "--out=a",
            "-h", "--help", "-V", "a,b", "a,,b", ",", "\"a,b\"", "'a b'", "a b", "=", "a=b", "@file", "${x}", "%n", "é", "\\",
            "true",
            "--format=pdf", "--rows=true", "--fo", "3");

    private static final PrintStream NOWHERE = new PrintStream(new ByteArrayOutputStream());
    private static final Console CONSOLE = new Console(NOWHERE, NOWHERE, Path.of(""), false, false);
    private static final List<Subcommand> COMMANDS = Main.commands(CONSOLE, Reports.REAL);

    @ParameterizedTest
    @ValueSource(strings = {
        "report studies/KN5601", "report studies/KN5601 --out out --format pdf,csv --format xlsx --table dlt",
        "report --style lancet studies/KN5601", "check s3://bucket/study --templates shells", "tables", "diff a b --docx c.docx",
        "explain run baseline Sex > --rows --json", "refresh a.docx --run out/b", "proof a.md out/b --json", "completion bash"})
    void usualCallsArePlain(String words) {
        assertThat(plain(List.of(words.split(" ")))).isPresent();
    }

    @Test
    void picocliUnderstandsPlainCallsAsTheSame() {
        Random random = new Random(SEED);
        int plain = 0;
        for (int i = 0; i < CALLS; i++) {
            List<String> words = call(random);
            Optional<Arguments> read = plain(words);
            if (read.isPresent()) {
                assertThat(picocli(words)).as("%s", words).isEqualTo(read.get());
                plain++;
            }
        }
        assertThat(plain).isGreaterThan(CALLS / 20);
    }

    private static Optional<Arguments> plain(List<String> words) {
        return COMMANDS.stream().flatMap(command -> Arguments.plain(command.syntax(), words).stream()).findFirst();
    }

    private static Object picocli(List<String> words) {
        try {
            return new PicocliCommands(COMMANDS, CONSOLE, (_, _) -> ExitCode.DONE).arguments(words);
        } catch (ParameterException e) {
            return e;
        }
    }

    /// A command with some of its options and words.
    private static List<String> call(Random random) {
        Syntax syntax = COMMANDS.get(random.nextInt(COMMANDS.size())).syntax();
        List<String> options = Stream.concat(syntax.options().stream().map(Syntax.Option::name), Stream.of("--unknown")).toList();
        List<String> words = new ArrayList<>(List.of(syntax.name()));
        for (int left = random.nextInt(6); left > 0; left--) {
            words.add(random.nextInt(3) == 0
                    ? options.get(random.nextInt(options.size()))
                    : WORDS.get(random.nextInt(random.nextBoolean() ? 4 : WORDS.size())));
        }
        return words;
    }
}
