package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.Finding;

/// The extension says what a file should be and its content what it is: each pair that disagrees is a finding, and tricks of a
/// name are.
class WrongExtensionTest {

    private static final List<String> EXTENSIONS = List.of("xpt", "csv", "json", "ndjson", "dsjc", "xlsx", "sas7bdat");

    static Stream<Arguments> pairs() {
        return SmallFiles.NAMES.stream()
                .flatMap(name -> EXTENSIONS.stream().filter(extension -> !name.endsWith("." + extension))
                        .map(extension -> Arguments.of(name, extension)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isAFindingForEveryPair(String content, String extension) throws Exception {
        byte[] bytes = SmallFiles.bytes(content, 3);
        UnreadableDatasetException refused = catchThrowableOfType(UnreadableDatasetException.class,
                () -> SmallFiles.readAll("dm." + extension, bytes));
        assertThat(refused).isNotNull();
        Finding finding = refused.finding();
        assertThat(finding.code()).isEqualTo(extension.equals("xpt") ? "NOT_XPT" : "FORMAT_MISMATCH");
        assertThat(finding.remedy()).isNotEmpty();
        assertThat(finding.dataset()).isEqualTo("DM");
    }

    @Test
    void aByteOrderMarkHidesNoFormat() throws Exception {
        byte[] json = JsonFixtures
                .utf8("\ufeff" + new String(SmallFiles.json("dm.json", 1), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(catchThrowableOfType(UnreadableDatasetException.class, () -> SmallFiles.readAll("dm.csv", json)).finding()
                .code()).isEqualTo("FORMAT_MISMATCH");
        assertThat(SmallFiles.readAll("dm.json", json).rows()).isEqualTo(1);
    }

    @Test
    void aNameInBracesIsAVariableOfCsv() throws Exception {
        assertThat(SmallFiles.readAll("dm.csv", JsonFixtures.utf8("{A},USUBJID\n1,A\n")).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    // A place, a Windows place, a right-to-left override that shows `adsl\u202evsc.xpt` as another extension, an invisible blank,
    // a line end, nothing.
    @ValueSource(strings = {"..\\adsl.csv", "C:\\adsl.csv", "adsl\u202evsc.csv", "ad\u200bsl.csv", "adsl\nerror ADSL: forged.csv",
        ".csv",
        "adsl.csv/.csv", "a\0b.csv"})
    void aNameThatLooksLikeAnotherIsRefused(String fileName) {
        UnreadableDatasetException refused = catchThrowableOfType(UnreadableDatasetException.class,
                () -> DatasetFiles.open(fileName, TestContent.of("USUBJID\nA\n"), note -> {}));
        assertThat(refused).isNotNull();
        assertThat(refused.finding().code()).isEqualTo("INVALID_DATASET_NAME");
        assertThat(refused.finding().line()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }

    @ParameterizedTest
    // Names are never used as places; those that Windows keeps for itself are names like others.
    @ValueSource(strings = {"../adsl.csv", "/etc/adsl.csv", "../../../adsl.CSV", "x/../adsl.csv", "adsl.csv", "adsl.old.csv"})
    void aPlaceInFrontIsNoPartOfAName(String fileName) throws Exception {
        assertThat(DatasetFiles.open(fileName, TestContent.of("USUBJID\nA\n"), note -> {}).name()).isEqualTo("ADSL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con.csv", "nul.csv", "患者.csv", "adsl (1).csv"})
    void oddNamesAreNames(String fileName) throws Exception {
        assertThat(DatasetFiles.open(fileName, TestContent.of("USUBJID\nA\n"), note -> {}).name()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adsl.xpt/..", "adsl", "adsl.xpt.exe", "adsl.csv.", "adsl.xls"})
    void whatHasNoExtensionOfADatasetIsNone(String fileName) {
        assertThat(DatasetFiles.isDataset(fileName)).isFalse();
        assertThat(catchThrowableOfType(UnreadableDatasetException.class,
                () -> DatasetFiles.open("x" + fileName, TestContent.of("USUBJID\nA\n"), note -> {})).finding().code())
                .isIn("FORMAT_UNKNOWN", "INVALID_DATASET_NAME");
    }
}
