package org.tabularium.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Severity;

/// The reference studies and hostile inputs; the oracle of the latter is their manifest.
@Shows(Requirement.INPUT_CHECKED)
class ReferenceStudiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"data/cdiscpilot01", "data/cdiscpilot01_tdf"})
    void thePilotStudyHasNoErrors(String folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(reference(folder))) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".xpt")).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        CheckedStudy checked = CheckedStudy.of(files, CheckedStudy.DEFAULTS);
        assertThat(checked.findings().count(Severity.ERROR)).as(String.join("\n", checked.lines())).isZero();
        // Known of the study: three subjects died, and AESER is N on their fatal events; 11 onsets are partial dates (AESTDTC)
        // and 4 AEREL are blank. REMOTE is a word of no list. Of 30 stays in hospital and 5 threats to life some are not serious by
        // AESER. Rows of one event come under several numbers, as the seriousness or the end is told anew.
        assertThat(checked.findings().listed()).filteredOn(f -> f.severity() == Severity.WARNING).extracting(Finding::code)
                .containsExactly("RELATEDNESS_UNKNOWN", "EVENT_TWICE", "FLAG_ABSENT", "FATAL_NOT_SERIOUS", "FATAL_NOT_SERIOUS",
                        "FATAL_NOT_SERIOUS", "SERIOUS_CRITERION");
        assertThat(checked.lines())
                .contains("note ADAE ASTDT: has no complete date in 11 of 1,191 rows [DATE_MISSING]",
                        "note ADAE AEREL: is missing in 4 of 1,191 rows; they do not count as related [RELATEDNESS_MISSING]");
    }

    @ParameterizedTest
    @CsvSource({"xpt/duplicate_usubjid.xpt,DUPLICATE_KEY", "xpt/no_usubjid.xpt,MISSING_VARIABLE",
        "csv/bad_numbers.csv,INVALID_NUMBER"})
    void hostileSubjectsAreRejected(String file, String code) throws IOException {
        List<Finding> errors = errors(file);
        assertThat(errors).isNotEmpty().extracting(Finding::code).containsOnly(code);
    }

    @Test
    void eachDuplicateOfTheHostileFileIsNamedWithItsFirstRow() throws IOException {
        // The manifest: two USUBJID twice, 14 rows of 12 subjects; the file appends the copies.
        List<Finding> errors = errors("xpt/duplicate_usubjid.xpt");
        assertThat(errors).extracting(Finding::row).containsExactly(13L, 14L);
        assertThat(errors).extracting(Finding::message).allMatch(message -> message.matches("is in row \\d+ already; .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xpt/_good_adsl.xpt", "csv/_good_adsl.csv", "xpt/special_missing.xpt", "xpt/utf8_chinese.xpt",
        "xpt/one_arm.xpt",
        "xpt/one_subject.xpt", "csv/bom_utf8.csv", "csv/utf8_chinese.csv", "csv/formula_injection.csv"})
    void oddButGoodSubjectsAreAccepted(String file) throws IOException {
        assertThat(errors(file)).isEmpty();
    }

    @Test
    void theGoodStudyHasNoErrorsWithItsEvents() throws IOException {
        Map<String, byte[]> files = Map.of(
                "adsl.xpt", Files.readAllBytes(reference("hostile/xpt/_good_adsl.xpt")), "adae.xpt",
                Files.readAllBytes(reference("hostile/xpt/_good_adae.xpt")));
        CheckedStudy checked = CheckedStudy.of(files, CheckedStudy.DEFAULTS);
        assertThat(checked.findings().count(Severity.ERROR)).as(String.join("\n", checked.lines())).isZero();
    }

    private static List<Finding> errors(String file) throws IOException {
        String name = "adsl" + file.substring(file.lastIndexOf('.'));
        CheckedStudy checked = CheckedStudy.of(Map.of(name, Files.readAllBytes(reference("hostile/" + file))),
                CheckedStudy.DEFAULTS);
        return checked.findings().listed().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    }

    private static Path reference(String path) {
        Path file = Path.of(System.getProperty("tabularium.reference", "../../shared/reference")).resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference material is absent: " + file);
        return file;
    }
}
