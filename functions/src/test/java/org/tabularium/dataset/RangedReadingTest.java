package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.store.Content;
import org.tabularium.store.RangedContent;

/// Datasets in a bucket, which come in ranges: the same dataset whatever the size of a range, and a request that fails is a
/// failure of the store, never a finding about the
/// file nor a dataset with fewer rows.
class RangedReadingTest {

    static Stream<Arguments> ranges() {
        return SmallFiles.NAMES.stream()
                .flatMap(name -> Stream.of(1, 13, 80, 1_000, 1_000_000).map(range -> Arguments.of(name, range)));
    }

    static Stream<String> names() {
        return SmallFiles.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theDatasetIsTheSame(String name, int range) throws Exception {
        byte[] bytes = SmallFiles.bytes(name, 13);
        assertThat(DatasetText.of(read(name, new RangedContent(bytes, range))))
                .isEqualTo(DatasetText.of(SmallFiles.readAll(name, bytes)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLostConnectionIsNoFindingAboutTheFile(String name) throws Exception {
        byte[] bytes = SmallFiles.bytes(name, 13);
        String whole = DatasetText.of(SmallFiles.readAll(name, bytes));
        int lost = 0;
        for (int from = 1; from <= bytes.length; from += 97) {
            Content content = new RangedContent(bytes, 64, from);
            try {
                // Bytes that mean nothing, such as the properties of a workbook, may be lost.
                assertThat(DatasetText.of(read(name, content))).as("lost from byte %d", from).isEqualTo(whole);
            } catch (UncheckedIOException e) {
                assertThat(e).as("lost from byte %d", from).hasRootCauseMessage("the connection was lost");
                lost++;
            } catch (IOException e) {
                assertThat(e).as("lost from byte %d", from).hasMessage("the connection was lost");
                lost++;
            }
        }
        assertThat(lost).isGreaterThan(bytes.length / 97 / 2);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnfetched() throws Exception {
        for (String name : SmallFiles.NAMES) {
            RangedContent content = new RangedContent(SmallFiles.bytes(name, 13), 64);
            InputLimits limits = TestLimits.of(100, 100, 100, 100, 100, 100);
            assertThat(catchThrowableOfType(UnreadableDatasetException.class,
                    () -> DatasetFiles.open(file(name), content, limits, note -> {}))
                    .finding().code()).isEqualTo("FILE_TOO_LARGE");
            assertThat(content.fetched()).isZero();
        }
    }

    /// A workbook that is damaged anywhere is refused, so that each part is looked at; large ones that no table needs only once.
    @Test
    void partsOfAWorkbookThatNoTableNeedsAreFetchedOnce() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        byte[] book = new XlsxBytes().part("xl/media/picture.png", new String(noise, StandardCharsets.ISO_8859_1),
                StandardCharsets.ISO_8859_1)
                .sheet("<sheetData><row><c t=\"inlineStr\"><is><t>AGE</t></is></c></row><row><c><v>7</v></c></row></sheetData>")
                .bytes();
        RangedContent content = new RangedContent(book, 1_000);
        assertThat(read("dm.xlsx", content).rows()).isEqualTo(1);
        assertThat(content.fetched()).isBetween((long) book.length, book.length * 5L / 4);
    }

    @Test
    void theHeaderOfXportFetchesNoRows() throws Exception {
        byte[] bytes = SmallFiles.xport(10_000);
        RangedContent content = new RangedContent(bytes, 2_000);
        assertThat(DatasetFiles.open("dm.xpt", content, note -> {}).variables()).hasSize(5);
        assertThat(content.fetched()).isLessThan(20_000);
    }

    @Test
    void aBombIsLeftBeforeItIsFetched() throws Exception {
        byte[] blanks = new byte[28 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] bomb = JsonFixtures.zlib(blanks);
        RangedContent content = new RangedContent(bomb, 1_000);
        InputLimits limits = TestLimits.of(1 << 20, 100, 100, 100, 1 << 20, 100);
        assertThatThrownBy(() -> DatasetFiles.open("dm.dsjc", content, limits, note -> {}))
                .isInstanceOf(UnreadableDatasetException.class)
                .hasMessageContaining("EXPANDS_TOO_MUCH");
        assertThat(content.fetched()).isLessThan(bomb.length / 4);
    }

    private static String file(String name) {
        return "dm" + name.substring(name.lastIndexOf('.'));
    }

    private static Dataset read(String name, Content content) throws IOException, UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open(file(name), content, note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), note -> {});
    }
}
