package org.tabularium.dataset.xport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDeclaration;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.XportWriter;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.FileContent;
import org.tabularium.store.StudyFolder;

/// Large files are looked at where they are. Expected values are those that [XportWriter], which shares nothing with the reader,
/// was given.
class MappedFileTest {

    private static final Set<String> ALL = Set.of("ID", "FEW", "MANY", "SHORT", "NOTE");

    @TempDir
    private Path folder;

    @Test
    void numbersOfAMappedFileAreThoseWritten() throws Exception {
        int rows = 3_000;
        XportWriter writer = new XportWriter("ADLB").text("ID", 12).number("FEW").number("MANY").number("SHORT", 3, "", 0)
                .text("NOTE", 21);
        for (int i = 0; i < rows; i++) {
            writer.row("S" + i % 1_700, few(i), i % 11 == 0 ? (Object) 'C' : (Object) many(i), (double) (i % 5), note(i));
        }
        Dataset dataset = read(write("adlb.xpt", writer.bytes()), ALL);
        assertThat(dataset.rows()).isEqualTo(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(text(dataset, "ID").value(i)).isEqualTo("S" + i % 1_700);
            assertThat(text(dataset, "NOTE").value(i)).isEqualTo(note(i).strip());
            assertThat(number(dataset, "FEW").value(i)).isEqualTo(few(i));
            assertThat(number(dataset, "SHORT").value(i)).isEqualTo(i % 5);
            assertThat(number(dataset, "MANY").isMissing(i)).isEqualTo(i % 11 == 0);
            if (i % 11 == 0) {
                assertThat(Missing.code(number(dataset, "MANY").value(i))).isEqualTo('C');
            } else {
                assertThat(number(dataset, "MANY").value(i)).isEqualTo(many(i));
            }
            assertThat(dataset.sourceRow(i)).isEqualTo(i + 1L);
        }
    }

    /// Two threads read a mapped file, one a streamed one.
    @Test
    void whatIsSaidOfAMappedFileIsWhatIsSaidOfAStreamedOne() throws Exception {
        XportWriter writer = new XportWriter("ADLB").charset(TextDecoding.WINDOWS_1252).text("PARAM", 24).text("UNIT", 8)
                .text("NOTE", 8);
        for (int i = 0; i < 2_000; i++) {
            writer.row("Kreatinin", i < 700 ? "mg/dL" : "\u00b5mol/L", i < 900 ? "" : "m\u00e4\u00dfig");
        }
        Content file = FileContent.of(write("adlb.xpt", writer.bytes()));
        List<Finding> ofMapped = new ArrayList<>();
        List<Finding> ofStreamed = new ArrayList<>();

        Dataset mapped = XportFile.open(source(file), 0).read(Set.of("PARAM", "UNIT", "NOTE"), ofMapped::add);
        Dataset streamed = XportFile.open(source(file), Long.MAX_VALUE).read(Set.of("PARAM", "UNIT", "NOTE"), ofStreamed::add);

        assertThat(ofMapped).hasSize(1).isEqualTo(ofStreamed);
        for (String name : List.of("PARAM", "UNIT", "NOTE")) {
            assertThat(text(mapped, name).dictionary()).isEqualTo(text(streamed, name).dictionary());
        }
        assertThat(text(mapped, "UNIT").value(1_999)).isEqualTo("\u00b5mol/L");
        assertThat(text(mapped, "NOTE").value(1_999)).isEqualTo("m\u00e4\u00dfig");
    }

    /// Variables of every width, of few values or many: two threads find what one finds, and what was written.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void twoThreadsReadWhatOneReads(long seed) throws Exception {
        Random random = new Random(seed);
        XportWriter writer = new XportWriter("ADLB");
        int variables = 1 + random.nextInt(8);
        int[] widths = random.ints(variables, 0, 21).toArray();
        int[] values = random.ints(variables, 1, 400).toArray();
        for (int v = 0; v < variables; v++) {
            if (widths[v] == 0) {
                writer.number("V" + v);
            } else {
                writer.text("V" + v, widths[v]);
            }
        }
        List<Object[]> written = new ArrayList<>();
        for (int row = 0; row < 3_000; row++) {
            Object[] cells = new Object[variables];
            for (int v = 0; v < variables; v++) {
                int value = random.nextInt(values[v]) - 1;
                cells[v] = widths[v] == 0 ? (Object) (value / 8.0) : textOf(value, widths[v]);
            }
            written.add(cells);
            writer.row(cells);
        }
        Content file = FileContent.of(write("adlb.xpt", writer.bytes()));
        Set<String> names = IntStream.range(0, variables).mapToObj(v -> "V" + v).collect(Collectors.toSet());
        for (long mappedFrom : List.of(0L, Long.MAX_VALUE)) {
            Dataset read = XportFile.open(source(file), mappedFrom).read(names, _ -> {
            });
            assertThat(read.columns()).extracting(column -> column.variable().name()).isSorted();
            assertThat(IntStream.range(0, read.rows()).mapToObj(row -> cells(read, row)).toList())
                    .isEqualTo(written.stream().map(List::of).toList());
        }
    }

    /// Letters that follow from a number; empty for one below 0.
    private static String textOf(int value, int width) {
        String letters = value < 0 ? "" : Integer.toString(value, 36);
        return letters.substring(0, Math.min(letters.length(), width));
    }

    private static List<Object> cells(Dataset dataset, int row) {
        return dataset.columns().stream().<Object>map(column -> switch (column) {
            case TextColumn texts -> texts.value(row);
            case NumericColumn numbers -> numbers.value(row);
        }).toList();
    }

    @Test
    void aFileThatWasChangedSinceItWasListedIsRefused() throws Exception {
        Path file = write("adlb.xpt", new XportWriter("ADLB").number("MANY").row(1.0).row(2.0).bytes());
        XportFile opened = XportFile.open(source(FileContent.of(file)), 0);
        cut(file, Files.size(file) - 80);
        UncheckedIOException refused = catchThrowableOfType(UncheckedIOException.class,
                () -> opened.read(Set.of("MANY"), n -> {
                }));
        assertThat(refused.getCause()).isInstanceOf(FileSystemException.class).hasMessageContaining("changed");
    }

    @Test
    void aLargeFileThatIsCutWhileItIsLookedAtRejectsTheStudy() throws Exception {
        write("adsl.xpt", new XportWriter("ADSL").text("USUBJID", 8).row("S1").row("S2").bytes());
        Path large = folder.resolve("adlb.xpt");
        writeLarge(large);
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(folder));
        RejectedException rejected = catchThrowableOfType(RejectedException.class,
                () -> ReportRun.report(snapshot, new ReportOptions(List.of(), List.of(), null, List.of()), step -> {
                    if (step.equals("checking")) {
                        cut(large, 4_096);
                    }
                }));
        assertThat(rejected.findings()).extracting(Finding::code).containsExactly("FILE_CHANGED");
        assertThat(rejected.findings()).extracting(Finding::dataset).containsExactly("adlb.xpt");
    }

    /// 67 MB: rows of 232 bytes, 2,400 of which fill whole records of 80 bytes.
    private static void writeLarge(Path file) throws IOException {
        XportWriter writer = new XportWriter("ADLB").text("USUBJID", 8).text("PARAMCD", 8).number("AVAL").number("BASE")
                .number("CHG").text("NOTE", 192);
        IntStream.range(0, 2_400).forEach(i -> writer.row("S1", "ALT", many(i), 1.0, many(i) - 1.0, "note"));
        byte[] bytes = writer.bytes();
        byte[] rows = Arrays.copyOfRange(bytes, bytes.length - 2_400 * 232, bytes.length);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
            for (int i = 0; i < 120; i++) {
                out.write(rows);
            }
        }
    }

    private static void cut(Path file, long size) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double few(int i) {
        return i % 7 * 4.0;
    }

    private static double many(int i) {
        return i * 0.37 - 100;
    }

    private static String note(int i) {
        return "note " + "abcdefghijkl".substring(i % 12) + " " + i % 90;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Dataset read(Path file, Set<String> wanted) throws Exception {
        return XportFile.open(source(FileContent.of(file)), 0).read(wanted, n -> {
        });
    }

    private static NumericColumn number(Dataset dataset, String name) {
        return (NumericColumn) dataset.column(name).orElseThrow();
    }

    private static TextColumn text(Dataset dataset, String name) {
        return (TextColumn) dataset.column(name).orElseThrow();
    }

    private static DatasetSource source(Content content) {
        return new DatasetSource("ADLB", content, DatasetDeclaration.NONE, InputLimits.DEFAULT, note -> {});
    }
}
