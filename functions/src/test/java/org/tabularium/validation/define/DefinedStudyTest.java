package org.tabularium.validation.define;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tabularium.validation.CheckedStudy;

/// Where define.xml and the data contradict each other somebody is told. The study and its definition agree; each test changes one
/// thing, and the expected lines follow from what was changed.
class DefinedStudyTest {

    private static final Path STUDY = Path.of(System.getProperty("tabularium.root"),
            "functions/src/test/resources/define/study");

    private static Map<String, String> study() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("adsl.csv", "adae.csv", "define.xml")) {
            files.put(name, Files.readString(STUDY.resolve(name)));
        }
        return files;
    }

    private static List<String> lines(Map<String, String> files) {
        return lines(CheckedStudy.ofText(files));
    }

    private static List<String> lines(CheckedStudy study) {
        return study.findings().listed().stream().filter(f -> f.code().startsWith("DEFINE_")).map(f -> f.line()).toList();
    }

    private static List<String> changed(String file, String from, String to) throws IOException {
        Map<String, String> files = study();
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return lines(files);
    }

    @Test
    void nothingIsSaidOfAStudyThatAgreesWithItsDefinition() throws IOException {
        assertThat(lines(study())).isEmpty();
    }

    @Test
    void anotherVersionOfADictionaryThanInStudyYamlIsNamed() throws IOException {
        assertThat(linesWith("dictionaries: {MedDRA: \"27.1\"}\n")).isEmpty();
        assertThat(linesWith("dictionaries: {MedDRA: \"26.1\"}\n"))
                .containsExactly("warning define.xml: says version 27.1 of MedDRA; study.yaml says 26.1, which "
                        + "tables name; correct whichever is wrong [DEFINE_DICTIONARY]");
    }

    private static List<String> linesWith(String settings) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        study().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        files.put("study.yaml", settings.getBytes(StandardCharsets.UTF_8));
        return lines(CheckedStudy.withSettings(files));
    }

    @Test
    void severalVersionsOfADictionaryAreNamed() throws IOException {
        Map<String, String> files = study();
        files.computeIfPresent("define.xml", (name, text) -> text
                .replaceFirst("<CodeList OID=\"CL.MEDDRA\".*\n", "$0<CodeList OID=\"CL.OLD\" Name=\"Old\" DataType=\"text\">"
                        + "<ExternalCodeList Dictionary=\"MedDRA\" Version=\"26.1\"/></CodeList>\n")
                .replaceFirst("(<ItemDef OID=\"[^\"]*AEBODSYS\"[^>]*>\\s*<Description>.*?</Description>)",
                        "$1<CodeListRef CodeListOID=\"CL.OLD\"/>"));
        assertThat(lines(files))
                .containsExactly("warning define.xml: names several versions of MedDRA (26.1, 27.1), so that tables "
                        + "name none; name the one of the report: dictionaries in study.yaml [DEFINE_DICTIONARY]");
    }

    @Test
    void aValueOutsideOfItsListIsNamedWithItsRow() throws IOException {
        assertThat(changed("adsl.csv", "S-03,Active,Y,Y,42,M", "S-03,Active,Y,Y,42,X")).containsExactly(
                "warning ADSL row 3 SEX: \"X\" is no value that define.xml lists: M (Men), F (Women); correct the data, or add the "
                        + "value to the list [DEFINE_CODES]");
    }

    @Test
    void aFlagThatHasOtherValuesThanItsDefinitionSaysIsNamed() throws IOException {
        assertThat(changed("adae.csv", "S-02,1,Nervous system disorders,Headache,N,Y",
                "S-02,1,Nervous system disorders,Headache,U,Y")).containsExactly(
                        "warning ADAE row 2 AESER: \"U\" is no value that define.xml lists: N, Y; correct the data, or add the value "
                                + "to the list [DEFINE_CODES]");
    }

    @Test
    void aFlagOfNumbersHasTheNumbersOfItsList() throws IOException {
        Map<String, String> files = study();
        files.computeIfPresent("adsl.csv", (name, text) -> text.replace(",Y,Y,", ",1,1,"));
        files.computeIfPresent("define.xml", (name, text) -> text
                .replace("Name=\"Yes\" DataType=\"text\"><CodeListItem CodedValue=\"Y\"",
                        "Name=\"Yes\" DataType=\"integer\"><CodeListItem CodedValue=\"1\"")
                .replace("Name=\"SAFFL\" DataType=\"text\"", "Name=\"SAFFL\" DataType=\"integer\""));
        assertThat(lines(files)).isEmpty();
    }

    @Test
    void aVariableThatIsNotThereIsNamed() throws IOException {
        assertThat(changed("adsl.csv", "REGIMEN", "REGIMENS")).containsExactly(
                "warning ADSL REGIMEN: is described in define.xml and is not in the dataset; deliver it, or correct the definition "
                        + "[DEFINE_VARIABLE_ABSENT]",
                "note ADSL REGIMENS: is not described in define.xml; describe the variable there [DEFINE_SILENT]");
    }

    @Test
    void aVariableOfAnotherTypeIsNamed() throws IOException {
        assertThat(changed("adsl.csv", ",1,", ",one,")).contains(
                "warning ADSL REGIMEN: is text; define.xml says integer. The data count; correct whichever is wrong [DEFINE_TYPE]");
    }

    @Test
    void twoRecordsWithTheSameKeysAreNamed() throws IOException {
        assertThat(changed("adae.csv", "S-02,1,", "S-01,1,")).containsExactly(
                "warning ADAE row 2: is the same as row 1 in USUBJID, AESEQ, which define.xml calls the dataset's keys; keep one of "
                        + "the records, or correct the keys in define.xml [DEFINE_KEY]");
    }

    @Test
    void datasetsThatOnlyOneOfThemHasAreNoted() throws IOException {
        Map<String, String> files = study();
        files.remove("adae.csv");
        files.put("adfa.csv", "USUBJID,PARAMCD,AVAL\nS-01,X,1\n");
        assertThat(lines(files)).containsExactly(
                "note ADAE: is described in define.xml and is not in the study's folder; deliver it, if it belongs to the study "
                        + "[DEFINE_DATASET_ABSENT]",
                "note ADFA: is not described in define.xml; describe the dataset there [DEFINE_SILENT]");
    }

    @Test
    void theDefinitionOfOtherDatasetsIsSaidToBeOne() throws IOException {
        assertThat(changed("define.xml", "Name=\"AD", "Name=\"SD")).containsExactly(
                "warning define.xml: describes none of the study's datasets; put the definition of these datasets in its place "
                        + "[DEFINE_OTHER]");
    }

    @Test
    void anUnreadableDefinitionLeavesTheStudyAsItIs() throws IOException {
        assertThat(changed("define.xml", "</ODM>", "")).singleElement().asString()
                .startsWith("warning define.xml: is no XML that can be read to its end")
                .contains("the report is made without it");
    }
}
