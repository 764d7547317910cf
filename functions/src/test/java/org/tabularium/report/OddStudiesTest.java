package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.StudyFolder;

/// Well-formed files with odd values: what a reader lets through must stop no stage behind it. Each mutation puts values that
/// nobody expects into a good study (numbers at the
/// edge of a double, dates of no calendar, other columns' values, marks of writing direction), takes away or doubles rows and
/// columns, and makes the whole report in all
/// formats: there is a report, or the study is rejected with findings.
///
/// `mvn test -pl functions -Dtest=OddStudiesTest -Dtabularium.mutations=100000 -Dtabularium.mutations.seed=7` tries more of them,
/// and others.
@Shows(Requirement.INPUT_CHECKED)
class OddStudiesTest {

    /// A report takes hundreds of times as long as reading a small file.
    private static final int MUTATIONS = Math.max(4, Integer.getInteger("tabularium.mutations", 10_000) / 2_500);
    private static final long SEED = Long.getLong("tabularium.mutations.seed", 20_250_831L);

    private static final List<String> ODD = List.of("", " ", ".", ".A", "._", "NA", "\"NA\"", "0", "-0.0", "-1", "1e308",
            "-1e308", "1e-320",
            "9007199254740993", "123456789012345678", "2147483648", "99999", "-99999", "24000", "0.1", "2.5", "1E5", "5", "6",
            "Y", "N", "y", "A", "B",
            "2024-02-30", "9999-12-31", "0001-01-01", "2024", "2024-03", "2024-03-05T10:15", "31DEC2024", "Baseline", "Week 24",
            "Placebo", "DEATH",
            "FATAL", "RELATED", "\u202eabc", "<b>&amp;", "=1+1", "\u60a3\u8005", "\ud83d\ude00", "a\nb", "\u0001", "\u00a0",
            "e\u0301",
            "\ufffd", "%s%n", "../../x", "x".repeat(700), "word ".repeat(60), "null", "NaN", "Infinity", "true");

    private static final Map<String, Map<String, List<List<String>>>> STUDIES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "sa-po0659", "lancet-2025", "ran-101", "kn5501", "kn5601-iit"})
    void areReportedOrRejected(String study) throws Exception {
        Map<String, List<List<String>>> good = STUDIES.computeIfAbsent(study, OddStudiesTest::tables);
        List<StudySnapshot.File> others = StudySnapshot.of(new StudyFolder(Places.testData(study))).files().stream()
                .filter(file -> !DatasetFiles.isDataset(file.name())).toList();
        int reported = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Random random = new Random(SEED + i);
            Map<String, List<List<String>>> odd = new TreeMap<>();
            good.forEach((name, rows) -> odd.put(name,
                    rows.stream().map(ArrayList::new).collect(Collectors.toCollection(ArrayList::new))));
            List<String> names = List.copyOf(odd.keySet());
            String done = mutate(odd, names.get(random.nextInt(names.size())), random);
            List<StudySnapshot.File> files = new ArrayList<>(others);
            odd.forEach((name, rows) -> files.add(file(name + ".csv", csv(rows))));
            try {
                Report report = ReportRun.report(new StudySnapshot(study, files), ReportOptions.DEFAULT, Progress.NONE);
                reported++;
                assertSound(report);
            } catch (RejectedException e) {
                assertThat(e.findings()).isNotEmpty()
                        .allSatisfy(finding -> assertThat(finding.line()).doesNotContain("Exception"));
            } catch (RuntimeException | Error e) {
                throw new AssertionError(study + ", mutation " + i + " of seed " + SEED + ": " + done, e);
            }
        }
        // Both must happen, or the readers alone are tested or nothing; a few mutations may well do no harm.
        assertThat(reported).as("reported").isGreaterThanOrEqualTo(MUTATIONS / 10);
        if (MUTATIONS >= 100) {
            assertThat(reported).as("reported").isLessThan(MUTATIONS);
        }
    }

    private static final Pattern NO_NUMBER = Pattern.compile("(?<![A-Za-z])(NaN|-?Infinity|null \\()");

    private static void assertSound(Report report) {
        assertThat(report.files()).containsKeys("report.pdf", "report.xlsx", "results.json", "manifest.json");
        report.files().forEach((name, bytes) -> {
            if (name.endsWith(".csv") || name.equals("results.json")) {
                String text = new String(bytes, StandardCharsets.UTF_8).replace("\"NaN", "").replace("\"Infinity", "");
                if (Stream.of("NaN", "Infinity", "null (").anyMatch(text::contains)) { // most files end here, which is quick
                    assertThat(text).as(name).doesNotContainPattern(NO_NUMBER);
                }
            }
        });
    }

    /// Changes a dataset in one to three ways; gives them in words.
    private static String mutate(Map<String, List<List<String>>> study, String name, Random random) {
        List<List<String>> rows = study.get(name);
        List<String> done = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0 && rows != null && rows.size() > 1; i--) {
            int column = random.nextInt(rows.getFirst().size());
            int row = 1 + random.nextInt(rows.size() - 1);
            String variable = name + "." + rows.getFirst().get(column);
            String odd = ODD.get(random.nextInt(ODD.size()));
            switch (random.nextInt(12)) {
                case 0 -> {
                    rows.stream().skip(1).forEach(r -> r.set(column, odd));
                    done.add("all " + variable + " are " + odd);
                }
                case 1 -> {
                    rows.remove(row);
                    done.add("row " + row + " of " + name + " is gone");
                }
                case 2 -> {
                    rows.add(new ArrayList<>(rows.get(row)));
                    done.add("row " + row + " of " + name + " is doubled");
                }
                case 3 -> {
                    rows.forEach(r -> r.remove(column));
                    done.add(variable + " is gone");
                }
                case 4 -> {
                    rows.subList(1 + random.nextInt(rows.size() - 1), rows.size()).clear();
                    done.add(name + " has " + (rows.size() - 1) + " rows");
                }
                case 5 -> {
                    int other = random.nextInt(rows.getFirst().size());
                    rows.stream().skip(1).forEach(r -> r.set(column, r.get(other)));
                    done.add(variable + " is as " + rows.getFirst().get(other));
                }
                case 6, 7, 8 -> {
                    rows.get(row).set(column,
                            rows.get(1 + random.nextInt(rows.size() - 1)).get(random.nextInt(rows.getFirst().size())));
                    done.add(variable + " row " + row + " is " + rows.get(row).get(column));
                }
                default -> {
                    rows.get(row).set(column, odd);
                    done.add(variable + " row " + row + " is " + odd);
                }
            }
        }
        return String.join("; ", done);
    }

    /// The datasets of a study as rows of text, names first.
    private static Map<String, List<List<String>>> tables(String study) {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        try {
            for (StudySnapshot.File file : StudySnapshot.of(new StudyFolder(Places.testData(study))).files()) {
                if (DatasetFiles.isDataset(file.name())) {
                    DatasetFile opened = DatasetFiles.open(file.name(), file.content(), note -> {});
                    Dataset dataset = opened.read(opened.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                            note -> {});
                    tables.put(opened.name().toLowerCase(Locale.ROOT), rows(dataset));
                }
            }
        } catch (IOException | RejectedException | UnreadableDatasetException e) {
            throw new AssertionError(study, e);
        }
        return tables;
    }

    private static List<List<String>> rows(Dataset dataset) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(dataset.columns().stream().map(column -> column.variable().name()).toList());
        for (int i = 0; i < dataset.rows(); i++) {
            int row = i;
            rows.add(dataset.columns().stream().map(column -> text(column, row)).toList());
        }
        return rows;
    }

    private static String text(Column column, int row) {
        return switch (column) {
            case TextColumn texts -> texts.value(row);
            case NumericColumn numbers when numbers.isMissing(row) ->
                "." + String.valueOf(Missing.code(numbers.value(row))).replace(".", "");
            case NumericColumn numbers -> String.valueOf(numbers.value(row));
        };
    }

    private static byte[] csv(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(OddStudiesTest::field).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String value) {
        return value.matches("(?s).*[,\"\n\r].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static StudySnapshot.File file(String name, byte[] bytes) {
        return new StudySnapshot.File(name, HexFormat.of().formatHex(new byte[32]), new Bytes(bytes));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
