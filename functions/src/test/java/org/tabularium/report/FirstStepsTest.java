package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The newcomer's path of the README: its commands are run as they stand there, and print what stands there, findings first. Ids
/// of runs differ from program to program.
class FirstStepsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String PROMPT = "$ ./tabularium ";

    @TempDir
    Path temp;

    private record Step(String command, List<String> output) {}

    @Test
    void commandsOfTheReadmePrintWhatItSays() throws IOException {
        Path root = requireNonNull(Places.testData("").getParent());
        Path study = Files.createDirectories(temp.resolve("trial"));
        try (Stream<Path> files = Files.list(Places.testData("sa-or088"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.endsWith("study.yaml")).toList()) {
                Files.copy(file, study.resolve(String.valueOf(file.getFileName())));
            }
        }
        Files.copy(root.resolve("docs/example.md"), Files.createDirectories(temp.resolve("docs")).resolve("example.md"));
        List<Step> steps = steps(Files.readAllLines(root.resolve("README.md")));

        assertThat(steps).extracting(step -> step.command().split(" ", 2)[0])
                .containsExactly("init", "report", "explain", "proof");
        for (Step step : steps) {
            CommandRun run = CommandRun.of(temp, arguments(step.command()));
            List<String> printed = Stream.concat(run.err().lines(), run.out().lines()).toList();
            assertThat(withoutIds(printed)).as(step.command()).isEqualTo(withoutIds(step.output()));
        }
    }

    @Test
    void studyThatTheReadmeTypesMakesItsTables() throws IOException {
        Path root = requireNonNull(Places.testData("").getParent());
        List<String> readme = Files.readAllLines(root.resolve("README.md"));
        String cat = "    $ cat ";
        Path file = temp;
        for (String line : readme.subList(readme.indexOf("## A study folder"), readme.indexOf("## House styles"))) {
            if (line.startsWith(cat)) {
                file = temp.resolve(line.substring(cat.length()));
                Files.createDirectories(requireNonNull(file.getParent()));
                Files.createFile(file);
            } else if (Files.isRegularFile(file) && line.startsWith("    ")) {
                Files.writeString(file, line.strip() + "\n", StandardOpenOption.APPEND);
            }
        }
        CommandRun run = CommandRun.of(temp, "report", "my-study", "--format", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        // Two subjects on the drug, one of them with an event; counted by hand.
        assertThat(run.text("my-study", "tables/ae-soc-pt.csv"))
                .contains("\nAny adverse event,1 (50.0%),1,1 (100%),1,2 (66.7%),2\n");
        assertThat(run.out()).contains("disposition", "baseline", "listing-ae", "flow");
    }

    private static List<Step> steps(List<String> readme) {
        List<Step> steps = new ArrayList<>();
        int from = readme.indexOf("## First steps");
        for (String line : readme.subList(from, readme.indexOf("## What a run holds"))) {
            if (line.strip().startsWith(PROMPT)) {
                steps.add(new Step(line.strip().substring(PROMPT.length()), new ArrayList<>()));
            } else if (!steps.isEmpty()) {
                steps.getLast().output().add(line.startsWith("    ") ? line.substring(4) : line);
            }
        }
        steps.forEach(step -> {
            while (!step.output().isEmpty() && step.output().getLast().isBlank()) {
                step.output().removeLast();
            }
        });
        return steps;
    }

    private static String[] arguments(String command) {
        Matcher matcher = ARGUMENT.matcher(command);
        return matcher.results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).toArray(String[]::new);
    }

    private static List<String> withoutIds(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\\b[0-9a-f]{16}\\b", "RUN").stripTrailing()).toList();
    }
}
