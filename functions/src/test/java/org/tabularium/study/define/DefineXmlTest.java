package org.tabularium.study.define;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.dataset.Kind;
import org.tabularium.finding.Finding;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;

/// What define.xml says, in both versions that are read, and what becomes of files that are none. The files are made for this test;
/// what they say was written down beside them.
class DefineXmlTest {

    private static final Path FILES = Path.of(System.getProperty("tabularium.root"), "functions/src/test/resources/define");

    private final List<Finding> findings = new ArrayList<>();

    private Definition read(byte[] bytes) {
        return DefineXml.read(new StudySnapshot.File("define.xml", "0".repeat(64), new Bytes(bytes)), findings::add);
    }

    private Definition read(String name) throws IOException {
        return read(Files.readAllBytes(FILES.resolve(name)));
    }

    private static DefinedDataset dataset(Definition definition, String name) {
        return requireNonNull(definition.datasets().get(name));
    }

    private static DefinedVariable variable(Definition definition, String dataset, String name) {
        return requireNonNull(dataset(definition, dataset).variables().get(name));
    }

    private List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void labelsKindsKeysAndOriginsAreReadOfVersion21() throws IOException {
        Definition definition = read("study/define.xml");
        DefinedDataset adsl = dataset(definition, "ADSL");
        assertThat(findings).isEmpty();
        assertThat(adsl.label()).isEqualTo("Subjects of the example");
        assertThat(adsl.keys()).containsExactly("USUBJID");
        assertThat(adsl.variables().keySet())
                .containsExactly("USUBJID", "TRT01P", "SAFFL", "ITTFL", "AGE", "SEX", "RISK", "REGIMEN", "SMOKER");
        DefinedVariable risk = variable(definition, "ADSL", "RISK");
        assertThat(risk.label()).isEqualTo("Risk group");
        assertThat(risk.kind()).contains(Kind.TEXT);
        assertThat(risk.origin()).isEqualTo("Derived (Sponsor)");
        assertThat(risk.derivation()).isEqualTo("High where two or more factors are there");
        assertThat(variable(definition, "ADSL", "USUBJID").origin()).isEqualTo("Predecessor: DM.USUBJID");
        assertThat(variable(definition, "ADSL", "AGE").kind()).contains(Kind.NUMERIC);
    }

    @Test
    void aDatasetWithoutDataIsSaidToBeSo() throws IOException {
        Definition definition = read("study/define.xml");
        assertThat(dataset(definition, "ADCM").withoutData()).isTrue();
        assertThat(dataset(definition, "ADAE").withoutData()).isFalse();
        assertThat(dataset(definition, "ADAE").keys()).containsExactly("USUBJID", "AESEQ");
    }

    @Test
    void version20SaysTheSame() throws IOException {
        Definition one = read("study/define.xml");
        Definition other = read("files/define-2.0.xml");
        assertThat(findings).isEmpty();
        assertThat(dataset(other, "ADSL").label()).isEqualTo(dataset(one, "ADSL").label());
        assertThat(dataset(other, "ADSL").variables().keySet()).isEqualTo(dataset(one, "ADSL").variables().keySet());
        assertThat(variable(other, "ADSL", "RISK").codes().codes())
                .isEqualTo(variable(one, "ADSL", "RISK").codes().codes());
        assertThat(variable(other, "ADSL", "RISK").origin()).isEqualTo("Derived");
    }

    @Test
    void codesStandByRankElseByOrderNumberElseAsWritten() throws IOException {
        Definition definition = read("study/define.xml");
        assertThat(variable(definition, "ADSL", "RISK").codes().codes()).extracting(CodeList.Code::value)
                .containsExactly("LOW", "MEDIUM", "HIGH");
        assertThat(variable(definition, "ADSL", "REGIMEN").codes().codes()).extracting(CodeList.Code::decode)
                .containsExactly("Cyclophosphamide", "Steroids alone", "Rituximab & others");
        assertThat(variable(definition, "ADSL", "TRT01P").codes().codes()).extracting(CodeList.Code::value)
                .containsExactly("Placebo", "Active");
    }

    @Test
    void anExternalDictionaryIsNoListOfValues() throws IOException {
        assertThat(variable(read("study/define.xml"), "ADAE", "AEDECOD").codes().isEmpty()).isTrue();
    }

    @Test
    void versionsOfTheDictionariesOfVariablesAreRead() throws IOException {
        assertThat(read("study/define.xml").dictionaries()).isEqualTo(Map.of("MedDRA", Set.of("27.1")));
        assertThat(read("files/define-2.0.xml").dictionaries()).isEqualTo(Map.of("MedDRA", Set.of("27.1")));
    }

    /// Programs write names and versions in several ways; of countries and laboratory codes no footnote names the dictionary.
    @ParameterizedTest
    @CsvSource({"MEDDRA,27.1,MedDRA,27.1", "MedDRA,v 27.1,MedDRA,27.1",
        "WHO Drug Global,Version B3 March 2024,WHODrug,B3 March 2024",
        "WHO-DD,2024MAR01,WHODrug,2024MAR01", "NCI CTCAE,5.0,CTCAE,5.0", "ISO 3166,2020,,", "LOINC,2.77,,", "MedDRA,,,"})
    void dictionariesAreKnownByTheirNames(String name, @Nullable String version, @Nullable String called,
            @Nullable String printed)
            throws IOException {
        String written = version == null ? "" : version;
        String text = Files.readString(FILES.resolve("study/define.xml")).replace("Dictionary=\"MedDRA\" Version=\"27.1\"",
                "Dictionary=\"" + name + "\" Version=\"" + written + "\"");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).dictionaries()).isEqualTo(
                called == null || printed == null ? Map.of() : Map.of(called, Set.of(printed)));
    }

    @Test
    void aDictionaryThatNoVariableRefersToIsNotOfTheStudy() throws IOException {
        String text = Files.readString(FILES.resolve("study/define.xml")).replace("<CodeListRef CodeListOID=\"CL.MEDDRA\"/>", "");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).dictionaries()).isEmpty();
    }

    @Test
    void codesAreDecodedAndWordsAreNot() throws IOException {
        Definition definition = read("study/define.xml");
        CodeList sex = variable(definition, "ADSL", "SEX").codes();
        CodeList severity = variable(definition, "ADAE", "AESEV").codes();
        CodeList regimen = variable(definition, "ADSL", "REGIMEN").codes();
        assertThat(sex.printed("F")).contains("Women");
        assertThat(severity.printed("MILD")).isEmpty();
        assertThat(regimen.printed("2.0")).contains("Cyclophosphamide");
        assertThat(regimen.isOfCodedNumbers()).isTrue();
        assertThat(sex.isOfCodedNumbers()).isFalse();
        assertThat(sex.printed("X")).isEmpty();
    }

    @Test
    void aDecodeThatIsTheValueInOtherLettersIsPrintedWhereItHasMoreThanCapitals() {
        CodeList race = new CodeList(List.of(new CodeList.Code("WHITE", "White"),
                new CodeList.Code("Asian", "ASIAN"), new CodeList.Code("65-80", "65-80")));
        assertThat(race.printed("WHITE")).contains("White");
        assertThat(race.printed("Asian")).isEmpty();
        assertThat(race.printed("65-80")).isEmpty();
    }

    @Test
    void theAlphabetIsNoOrderThatSomebodyChose() {
        List<CodeList.Code> alphabetical = List.of(new CodeList.Code("10 mg", ""), new CodeList.Code("5 mg", ""));
        assertThat(new CodeList(alphabetical).isInOrder()).isFalse();
        assertThat(new CodeList(alphabetical.reversed()).isInOrder()).isTrue();
    }

    @Test
    void aFileInAnotherEncodingIsReadAsItDeclares() throws IOException {
        assertThat(dataset(read("files/define-latin.xml"), "ADSL").label()).isEqualTo("Sujets de l'étude");
        String text = Files.readString(FILES.resolve("files/define-2.0.xml")).replace("UTF-8", "UTF-16");
        assertThat(read(text.getBytes(StandardCharsets.UTF_16)).datasets()).hasSize(2);
        assertThat(findings).isEmpty();
    }

    @Test
    void bytesThatAreNotOfTheDeclaredEncodingAreRefused() throws IOException {
        byte[] latin = Files.readAllBytes(FILES.resolve("files/define-latin.xml"));
        byte[] wrong = new String(latin, StandardCharsets.ISO_8859_1).replace("ISO-8859-1", "UTF-8")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(wrong)).isEqualTo(Definition.NONE);
        assertThat(codes()).containsExactly("DEFINE_UNREADABLE");
    }

    @Test
    void documentTypesAreRefusedAndNothingIsFetched() throws IOException {
        for (String name : List.of("files/define-external-entity.xml", "files/define-entities.xml",
                "files/define-unknown-entity.xml")) {
            findings.clear();
            assertThat(read(name)).isEqualTo(Definition.NONE);
            assertThat(codes()).containsExactly("DEFINE_UNREADABLE");
        }
    }

    @Test
    void whatIsNoDefinitionIsSaidToBeNone() throws IOException {
        assertThat(read("files/define-not.xml")).isEqualTo(Definition.NONE);
        assertThat(read("files/define-odm-only.xml")).isEqualTo(Definition.NONE);
        assertThat(read(new byte[0])).isEqualTo(Definition.NONE);
        assertThat(codes()).containsExactly("DEFINE_UNREADABLE", "DEFINE_UNREADABLE", "DEFINE_UNREADABLE");
        assertThat(findings.getFirst().message()).contains("begins with html");
    }

    @Test
    void otherVersionsAreNamed() throws IOException {
        assertThat(read("files/define-1.0.xml")).isEqualTo(Definition.NONE);
        assertThat(read("files/define-2.9.xml").datasets()).hasSize(2);
        assertThat(codes()).containsExactly("DEFINE_VERSION", "DEFINE_VERSION");
    }

    @Test
    void referencesToNothingAreNamed() throws IOException {
        Definition definition = read("files/define-loose.xml");
        assertThat(variable(definition, "ADSL", "RISK").codes().isEmpty()).isTrue();
        assertThat(findings).singleElement().extracting(Finding::message).asString().contains("CL.NOWHERE, MT.NOWHERE");
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepIsRefused() {
        Content endless = new Content() {
            @Override
            public long size() {
                return DefineText.LARGEST + 1L;
            }

            @Override
            public InputStream open() {
                byte[] blanks = new byte[DefineText.LARGEST];
                Arrays.fill(blanks, (byte) ' ');
                return new SequenceInputStream(new ByteArrayInputStream(blanks), new ByteArrayInputStream(blanks));
            }
        };
        assertThat(DefineXml.read(new StudySnapshot.File("define.xml", "0".repeat(64), endless), findings::add))
                .isEqualTo(Definition.NONE);
        read(("<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3'>" + "<a>".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        assertThat(codes()).containsExactly("DEFINE_UNREADABLE", "DEFINE_UNREADABLE");
    }

    /// Seed 19: cut anywhere, a file gives a finding and no exception.
    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("study/define.xml"));
        Random random = new Random(19);
        for (int i = 0; i < 200; i++) {
            findings.clear();
            Definition definition = read(Arrays.copyOf(whole, random.nextInt(whole.length - 10)));
            assertThat(definition).isEqualTo(Definition.NONE);
            assertThat(codes()).containsExactly("DEFINE_UNREADABLE");
        }
    }

    @Test
    void namesOfDefinitionsHaveTheWordInThem() {
        assertThat(List.of("define.xml", "Define-ADaM.XML", "study_define.xml")).allMatch(DefineXml::isDefinition);
        assertThat(List.of("define.html", "adsl.xml", "templates/define.xml", "define2-0-0.xsl"))
                .noneMatch(DefineXml::isDefinition);
    }

    private static final class Bytes implements Content {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

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
