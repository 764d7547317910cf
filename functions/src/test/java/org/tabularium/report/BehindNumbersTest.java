package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.RejectedException;

/// What `subjects.json` says is behind each number is looked up in the datasets by [SelectionOracle], and the number is made of it
/// once more.
class BehindNumbersTest {

    private final TreeMap<String, Integer> tally = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "kn5601-iit", "lancet-2025", "ran-101", "sa-or088", "sa-po0659", "formats-demo"})
    void everyNumberIsMadeOnceMoreOfWhoIsBehindIt(String study) throws IOException, RejectedException {
        MadeReport made = MadeReport.ofTestData(study);
        JsonNode results = ResultRecords.tree(made.file("results.json"));
        SubjectsFile subjects = SubjectsFile.of(ResultRecords.tree(made.file("subjects.json")));
        SelectionOracle oracle = SelectionOracle.of(study, results);

        int place = 0;
        for (JsonNode result : results) {
            SubjectsFile.Who who = subjects.behind(place++);
            if (who == null) {
                wrong.add("nobody is said to be behind " + result.path("key").asText());
                continue;
            }
            checkNumber(result, who, oracle);
            checkSubjects(result, who, oracle);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void rowsOfDatasetInSeveralFilesAreCountedThrough(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Places.testData("sa-or088"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        List<String> rows = Files.readAllLines(folder.resolve("adqs.csv"));
        int first = rows.size() - 5;
        Files.write(folder.resolve("adqs1.csv"), rows.subList(0, first));
        Files.write(folder.resolve("adqs2.csv"),
                Stream.concat(Stream.of(rows.getFirst()), rows.subList(first, rows.size()).stream()).toList());
        Files.delete(folder.resolve("adqs.csv"));
        Files.writeString(folder.resolve("study.yaml"), "datasets: {ADQS: [ADQS1, ADQS2]}\n", StandardOpenOption.APPEND);

        JsonNode split = ResultRecords.tree(MadeReport.of(folder).file("subjects.json"));
        JsonNode whole = ResultRecords.tree(MadeReport.ofTestData("sa-or088").file("subjects.json"));

        assertThat(split.path("datasets")).isEqualTo(whole.path("datasets"));
        assertThat(split.path("sets")).isEqualTo(whole.path("sets"));
    }

    /// Counts are sizes, percentages quotients, statistics those of the values in the rows.
    private void checkNumber(JsonNode result, SubjectsFile.Who who, SelectionOracle oracle) {
        JsonNode value = result.path("value");
        int numerator = who.numerator().cardinality();
        int denominator = who.denominator().cardinality();
        BitSet outside = (BitSet) who.numerator().clone();
        outside.andNot(who.denominator());
        check(outside.isEmpty(), result, "a numerator outside of its denominator");
        if (!value.isNumber()) {
            return;
        }
        double number = value.doubleValue();
        switch (result.path("statistic").asText()) {
            case "N" -> check(number == denominator, result, "N is not " + denominator);
            case "n" -> check(number == numerator || result.path("variable").asText().equals("AENDY") // episodes
                    || number == denominator, result, "n is not " + numerator);
            case "count", "missing", "at-risk" -> check(number == numerator, result, "the count is not " + numerator);
            case "percent" -> check(number == 100.0 * numerator / denominator, result,
                    "the percentage is not of " + numerator + " of " + denominator);
            case "events" -> check(number == who.rows().cardinality(), result, "events are not " + who.rows());
            case "mean", "sd", "min", "max", "median", "q1", "q3" -> checkStatistic(result, number, who, oracle);
            default -> count("number " + result.path("statistic").asText() + " not made again");
        }
    }

    private void checkStatistic(JsonNode result, double number, SubjectsFile.Who who, SelectionOracle oracle) {
        String dataset = result.path("dataset").asText();
        boolean ofSubjects = dataset.equals("ADSL");
        BitSet rows = ofSubjects ? who.numerator() : zeroBased(who.rows());
        Optional<NumericColumn> column = oracle.data().dataset(dataset)
                .flatMap(d -> d.column(result.path("variable").asText()))
                .filter(NumericColumn.class::isInstance)
                .map(NumericColumn.class::cast);
        boolean derived = dataset.equals("ADAE") || result.path("selection").toString().contains("derived");
        if (derived || column.isEmpty() || (!ofSubjects && rows.cardinality() != who.numerator().cardinality())) {
            count("statistic of derived values");
            return;
        }
        double[] values = rows.stream().filter(row -> !column.get().isMissing(row)).mapToDouble(column.get()::value).toArray();
        if (values.length != who.numerator().cardinality()) {
            count("statistic of derived values");
            return;
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        String type = result.path("method").path("options").path("type").asText();
        double made = switch (result.path("statistic").asText()) {
            case "mean" -> mean;
            case "sd" -> Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
            case "min" -> Arrays.stream(values).min().orElse(Double.NaN);
            case "max" -> Arrays.stream(values).max().orElse(Double.NaN);
            case "median" -> quantile(values, 0.5, type);
            case "q1" -> quantile(values, 0.25, type);
            default -> quantile(values, 0.75, type);
        };
        count("statistic made again");
        check(Math.abs(made - number) <= 1e-9 * Math.max(1, Math.abs(number)), result, "the values give " + made);
    }

    /// Type 2 (SAS PCTLDEF 5) is the mean of two neighbours where n·p is whole, type 7 lies between the order statistics.
    private static double quantile(double[] values, double p, String type) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (type.equals("7")) {
            double at = (sorted.length - 1) * p;
            int low = (int) Math.floor(at);
            int high = Math.min(low + 1, sorted.length - 1);
            return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
        }
        double place = sorted.length * p;
        int below = (int) Math.floor(place);
        return place == below ? (sorted[below - 1] + sorted[below]) / 2 : sorted[below];
    }

    private static BitSet zeroBased(BitSet rows) {
        BitSet zero = new BitSet();
        rows.stream().forEach(row -> zero.set(row - 1));
        return zero;
    }

    /// Who satisfies the selection is the numerator; who is in population and arm holds the denominator.
    private void checkSubjects(JsonNode result, SubjectsFile.Who who, SelectionOracle oracle) {
        JsonNode selection = result.path("selection");
        String dataset = result.path("dataset").asText();
        ArrayNode everybody = ((ArrayNode) selection.path("of").deepCopy());
        JsonNode arm = selection.path("arm");
        if (!arm.isNull()) {
            ObjectNode clause = everybody.addObject().put("variable", arm.path("variable").asText()).put("comparator", "EQ");
            clause.putArray("values").add(arm.path("value").asText());
        }
        JsonNode clauses = selection.path("clauses");
        boolean counts = List.of("count", "percent", "events", "missing").contains(result.path("statistic").asText());
        Optional<BitSet> column = SelectionOracle.isPlain(everybody) ? oracle.rows("ADSL", everybody) : Optional.empty();
        if (column.isEmpty()) {
            count("population not looked up");
            return;
        }
        String criteria = clauses.findValuesAsText("criterion").toString();
        if (!criteria.contains("compared-with") && !criteria.contains("all-arms")) {
            BitSet outside = (BitSet) who.denominator().clone();
            outside.andNot(column.get());
            check(outside.isEmpty(), result, "a denominator outside of its population and arm");
        }
        if (!counts) {
            count("no count");
        } else if (!SelectionOracle.isPlain(clauses)) {
            count("criterion " + criteria);
        } else {
            Optional<BitSet> rows = oracle.rows(dataset, clauses);
            if (rows.isEmpty()) {
                count("derived dataset or variable");
                return;
            }
            BitSet having = oracle.subjects(dataset, rows.get());
            having.and(column.get());
            having.and(who.denominator());
            check(having.equals(who.numerator()), result, "the selection gives " + having + " and not " + who.numerator());
            count("count looked up");
        }
    }

    private void check(boolean holds, JsonNode result, String message) {
        if (!holds) {
            wrong.add(result.path("key").asText() + " = " + result.path("value") + ": " + message + " ("
                    + result.path("where").asText()
                    + ")");
        }
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }
}
