package org.tabularium.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;
import org.tabularium.run.folder.SubjectsIndex.Behind;

/// The results of one display of a run with who is behind them, and those among them that a reader means.
///
/// @param results in the run's order
/// @param subjects whether the run says who is behind them
public record Explanations(List<ExplainedResult> results, boolean subjects) {

    private static final String BETWEEN = " > ";
    private static final String TOTAL = "total";

    /// What a reader means: results, or between which there is to be chosen.
    ///
    /// @param results those meant; empty where nothing or several things are
    /// @param choices what there is, as it may be given; empty where the results are meant
    public record Choice(List<ExplainedResult> results, List<String> choices) {}

    /// Reads them: with `subjects.json` by its index, else by passing over the records of other displays.
    ///
    /// @throws BrokenRunException where a file is not as this program writes it
    public static Explanations of(Run run, String display) throws IOException, BrokenRunException {
        SubjectsIndex index = run.has(RunPaths.SUBJECTS)
                ? SubjectsIndex.of(run.bytes(RunPaths.SUBJECTS), display)
                : null;
        List<JsonNode> records = index == null
                ? passing(run, display)
                : lines(region(run.folder().resolve(RunPaths.RESULTS), index));
        if (index != null && (records.size() != index.behind().size() || !isOf(records, display))) {
            throw new BrokenRunException("%s of %s is not of its %s; 'tabularium verify' says which file was changed"
                    .formatted(RunPaths.SUBJECTS, run.place(), RunPaths.RESULTS));
        }
        List<ExplainedResult> results = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            results.add(new ExplainedResult(records.get(i), index == null ? null : who(index.behind().get(i))));
        }
        return new Explanations(List.copyOf(results), index != null);
    }

    private static ExplainedResult.@Nullable Who who(@Nullable Behind behind) {
        return behind == null
                ? null
                : new ExplainedResult.Who(behind.numerator(), behind.denominator(), behind.dataset(), behind.rows());
    }

    private static boolean isOf(List<JsonNode> records, String display) {
        return records.stream().allMatch(record -> record.path("table").asText().equals(display));
    }

    private static byte[] region(Path file, SubjectsIndex index) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[index.length()];
            in.seek(index.offset());
            in.readFully(bytes);
            return bytes;
        }
    }

    private static List<JsonNode> lines(byte[] bytes) throws BrokenRunException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> records = new ArrayList<>();
        try {
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("{")) {
                    records.add(mapper.readTree(line));
                }
            }
        } catch (JsonProcessingException e) {
            throw new BrokenRunException("%s is not as this program writes it".formatted(RunPaths.RESULTS));
        }
        return records;
    }

    /// The lines of a display, found by how they begin; earlier programs put a blank behind the colon.
    private static List<JsonNode> passing(Run run, String display) throws IOException, BrokenRunException {
        String begins = "{\"table\":\"" + display + "\",";
        String began = begins.replace(":", ": ");
        StringBuilder own = new StringBuilder();
        new String(run.bytes(RunPaths.RESULTS), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith(begins) || line.startsWith(began))
                .forEach(line -> own.append(line).append('\n'));
        return lines(own.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The rows there are, as they may be given.
    public List<String> rows() {
        List<ExplainedResult> shown = results.stream().filter(ExplainedResult::shown).toList();
        return byRow(shown.isEmpty() ? results : shown).keySet().stream()
                .map(Row::words).filter(words -> !words.isEmpty()).distinct().toList();
    }

    /// The results of a row: by its displayed label, by the labels that lead to it or the raw levels, joined by ` > `, or by a
    /// result's key, cell or tag; a listing's by its subject, and the dataset's row where the subject has several. Letter case
    /// does not matter. Rows that nothing in words tells apart are all meant.
    public Choice ofRow(String asked) {
        List<ExplainedResult> keyed = results.stream()
                .filter(result -> List.of(result.text("key"), result.text("cell"), result.text("tag")).contains(asked)).toList();
        if (!keyed.isEmpty()) {
            return new Choice(keyed, List.of());
        }
        List<Predicate<ExplainedResult>> ways = List.of(
                result -> is(result.row(), asked),
                result -> is(result.levels(), asked) || is(withVariable(result), asked),
                result -> ends(result.row(), asked),
                result -> ends(result.levels(), asked),
                result -> result.isListed() && begins(result.row(), asked));
        List<String> several = List.of();
        for (Predicate<ExplainedResult> way : ways) {
            Map<Row, List<ExplainedResult>> found = byRow(results.stream().filter(way).toList());
            Map<Row, List<ExplainedResult>> shown = new LinkedHashMap<>(found);
            shown.values().removeIf(of -> of.stream().noneMatch(ExplainedResult::shown));
            Map<Row, List<ExplainedResult>> meant = shown.isEmpty() ? found : shown;
            List<String> called = meant.keySet().stream().map(Row::words).distinct().toList();
            if (called.size() == 1) {
                return new Choice(meant.values().stream().flatMap(List::stream).toList(), List.of());
            }
            if (several.isEmpty()) {
                several = called;
            }
        }
        return new Choice(List.of(), several.isEmpty() ? rows() : several);
    }

    /// Of some results those of a column: by its arm, its header, or `Total`.
    public static Choice ofColumn(List<ExplainedResult> row, String asked) {
        String folded = folded(asked);
        List<ExplainedResult> meant = row.stream().filter(result -> isOf(result, folded)).toList();
        return meant.isEmpty()
                ? new Choice(List.of(), row.stream().map(Explanations::column).distinct().toList())
                : new Choice(meant, List.of());
    }

    private static boolean isOf(ExplainedResult result, String column) {
        String header = result.text("column");
        String arm = result.arm().map(Explanations::folded).orElse(TOTAL);
        return arm.equals(column) || folded(header.lines().findFirst().orElse("")).equals(column)
                || folded(header.replace('\n', ' ')).equals(column);
    }

    /// What a result's column is called.
    public static String column(ExplainedResult result) {
        String header = result.text("column");
        return header.isEmpty() ? result.arm().orElse("Total") : header.replace('\n', ' ');
    }

    private static List<String> withVariable(ExplainedResult result) {
        List<String> path = new ArrayList<>(List.of(result.text("variable")));
        path.addAll(result.levels());
        return path;
    }

    /// Whether labels are those asked for; what a label says of its cells (`Sex, n (%)`) may be left out.
    private static boolean is(List<String> labels, String asked) {
        List<String> parts = parts(asked);
        if (folded(String.join(BETWEEN, labels)).equals(folded(asked))) {
            return !labels.isEmpty();
        }
        return parts.size() == labels.size()
                && IntStream.range(0, parts.size()).allMatch(i -> isLabel(folded(labels.get(i)), folded(parts.get(i))));
    }

    private static boolean ends(List<String> labels, String asked) {
        int from = labels.size() - parts(asked).size();
        return from > 0 && is(labels.subList(from, labels.size()), asked);
    }

    private static boolean begins(List<String> labels, String asked) {
        int parts = parts(asked).size();
        return parts <= labels.size() && is(labels.subList(0, parts), asked);
    }

    private static boolean isLabel(String label, String asked) {
        return label.equals(asked) || label.startsWith(asked + ", ");
    }

    private static List<String> parts(String asked) {
        return List.of(asked.split(BETWEEN, -1));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// A row: its labels, and what tells it from others of the same labels.
    private record Row(List<String> labels, String groups) {
        String words() {
            return String.join(BETWEEN, labels);
        }
    }

    private static Map<Row, List<ExplainedResult>> byRow(List<ExplainedResult> of) {
        Map<Row, List<ExplainedResult>> rows = new LinkedHashMap<>();
        of.forEach(result -> rows.computeIfAbsent(new Row(result.row(), result.otherGroups()), r -> new ArrayList<>())
                .add(result));
        return rows;
    }
}
