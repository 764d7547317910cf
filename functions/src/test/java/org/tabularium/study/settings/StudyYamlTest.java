package org.tabularium.study.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.study.settings.StudySettings.TableRequest;

class StudyYamlTest {

    private static StudySettings read(String text) throws IOException, RejectedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Content content = new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
        return StudyYaml.read(
                new StudySnapshot("KN5601", List.of(new StudySnapshot.File("study.yaml", "0".repeat(64), content))),
                _ -> List.of());
    }

    @Test
    void withoutTheFileEveryDefaultHolds() throws Exception {
        StudySettings settings = StudyYaml.read(new StudySnapshot("KN5601", List.of()), _ -> List.of());
        assertThat(settings)
                .isEqualTo(new StudySettings("KN5601", "", null, TreatmentSettings.DEFAULT, "regulatory", 2, 0.95,
                        List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null,
                        DoseEscalation.UNDECLARED, EndpointSettings.DEFAULT, RecordSettings.DEFAULT, DisplaySettings.DEFAULT,
                        PageSettings.DEFAULT, DisclosureSettings.DEFAULT, ""));
        assertThat(read("")).isEqualTo(settings);
    }

    /// The example of design, section 4.
    @Test
    void everyKeyIsRead() throws Exception {
        String text = """
                study: SA-OR088
                title: Anti-CD19/BCMA CAR-NK in pediatric SLE
                cutoff: 2025-08-31
                treatment:
                  planned: TRT01P
                  actual: TRT01A
                  control: Placebo
                  order: [1*10^9, 2*10^9]
                  total: All
                style: lancet
                quantile: 7
                confidence: 0.9
                baseline: [AGE, SEX, DISDUR, KBIOPSY]
                tables: [baseline, change: {as: change-adas, parameter: ACTOT}, {ae-soc-pt: }]
                variables: {DISDUR: DURDIS}
                datasets: {ADQS: [ADSLEDAI, ADBILAG], ADEFF: ADRS}
                parameters: {SLEDAI2K: SLEDTOT}
                sheets: {ADSL: Patients}
                labels: {DISDUR: Disease duration (years), Placebo: Sham}
                levels: {RACE: {4: White}}
                categorical: [GENDER]
                case: sentence
                abbreviations: {MMF: mycophenolate mofetil}
                sponsor: Example Therapeutics
                protocol: 088
                status: DRAFT
                page: {paper: letter, orientation: landscape, font-size: 8, margins: 25}
                day-zero: INFDT
                flags: {ADLB: ANL02FL, ADVS: none}
                unfavourable: [RELAPSE]
                relatedness-missing: related
                after-cutoff: leave-out
                values: {AEREL: {related: [POSSIBLE, PROBABLE]}}
                scales: {CRS: ASTCT 2019}
                dictionaries: {MedDRA: 27.1, CTCAE: 5.0}
                dlt: {rule: 3+3, window: 28, from: first-infusion}
                endpoints:
                  of: {COHORT: SLE}
                  definition: adult
                  doris-pga-below: 0.5
                  doris-prednisolone-max: 5
                delivery: {marker: _READY}
                identifiers: none
                """;
        StudySettings settings = read(text);
        assertThat(settings.study()).isEqualTo("SA-OR088");
        assertThat(settings.title()).isEqualTo("Anti-CD19/BCMA CAR-NK in pediatric SLE");
        assertThat(settings.cutOff()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThat(settings.treatment())
                .isEqualTo(new TreatmentSettings("TRT01P", "TRT01A", "Placebo", List.of("1*10^9", "2*10^9"), "All"));
        assertThat(settings.style()).isEqualTo("lancet");
        assertThat(settings.quantile()).isEqualTo(7);
        assertThat(settings.confidence()).isEqualTo(0.9);
        assertThat(settings.baseline()).containsExactly("AGE", "SEX", "DISDUR", "KBIOPSY");
        assertThat(settings.tables()).extracting(TableRequest::id).containsExactly("baseline", "change", "ae-soc-pt");
        assertThat(settings.tables().get(1).parameters().get("parameter").asText()).isEqualTo("ACTOT");
        assertThat(settings.tables().get(1).parameters().line()).isEqualTo(14);
        assertThat(settings.tables().get(2).parameters().node().isEmpty()).isTrue();
        assertThat(settings.variables()).containsExactly(Map.entry("DISDUR", "DURDIS"));
        assertThat(settings.datasets())
                .containsExactly(Map.entry("ADQS", List.of("ADSLEDAI", "ADBILAG")), Map.entry("ADEFF", List.of("ADRS")));
        assertThat(settings.parameters()).containsExactly(Map.entry("SLEDAI2K", "SLEDTOT"));
        assertThat(settings.values()).containsExactly(Map.entry("AEREL", Map.of("related", List.of("POSSIBLE", "PROBABLE"))));
        assertThat(settings.scales()).containsExactly(Map.entry("CRS", "ASTCT 2019"));
        assertThat(settings.dictionaries()).containsExactly(Map.entry("MedDRA", "27.1"), Map.entry("CTCAE", "5.0"));
        assertThat(settings.dlt()).isEqualTo(new DoseEscalation(DoseEscalation.Rule.THREE_PLUS_THREE, 0.3,
                new DoseEscalation.Interval(0.25, 0.35), 28,
                DoseEscalation.From.FIRST_INFUSION, List.of()));
        assertThat(settings.sheets()).containsExactly(Map.entry("ADSL", "Patients"));
        assertThat(settings.display()).isEqualTo(new DisplaySettings(
                Map.of("DISDUR", "Disease duration (years)", "Placebo", "Sham"), Map.of("RACE", Map.of("4", "White")),
                List.of("GENDER"), DisplaySettings.LetterCase.SENTENCE, Map.of("MMF", "mycophenolate mofetil")));
        assertThat(settings.page())
                .isEqualTo(new PageSettings("letter", "landscape", 8.0, 25.0, "Example Therapeutics", "088", "DRAFT", null));
        assertThat(settings.records()).isEqualTo(new RecordSettings("INFDT", null, Map.of("ADLB", "ANL02FL", "ADVS", "none"),
                List.of("RELAPSE"), true, List.of(), RecordSettings.AfterCutOff.LEAVE_OUT, Map.of()));
        assertThat(settings.records().flag("ADLB")).contains("ANL02FL");
        assertThat(settings.records().flag("ADVS")).isEmpty();
        assertThat(settings.records().flag("ADQS")).contains("ANL01FL");
        assertThat(settings.endpoints().of()).containsExactly(Map.entry("COHORT", List.of("SLE")));
        assertThat(settings.identifiers()).isFalse();
        assertThat(settings.text()).isEqualTo(text);
    }

    @Test
    void totalMayBeSwitchedOffOrLeftAsItIs() throws Exception {
        assertThat(read("treatment: {total: false}").treatment().total()).isNull();
        assertThat(read("treatment: {total: true}").treatment().total()).isEqualTo("Total");
        assertThat(read("treatment: {variable: ARM}").treatment().total()).isEqualTo("Total");
    }

    @Test
    void oneVariableIsBothArms() throws Exception {
        TreatmentSettings treatment = read("treatment: {variable: arm}").treatment();
        assertThat(List.of(treatment.planned(), treatment.actual())).containsExactly("ARM", "ARM");
        assertThatThrownBy(() -> read("treatment: {variable: ARM, actual: TRT01A}")).isInstanceOf(RejectedException.class)
                .hasMessageContaining("treatment.variable");
    }

    @Test
    void baselineIsAListOrAMap() throws Exception {
        StudySettings settings = read("baseline: {before: lymphodepletion, variables: [age, SEX]}");
        assertThat(settings.baseline()).containsExactly("AGE", "SEX");
        assertThat(settings.records().baselineBefore()).isEqualTo(RecordSettings.BaselineBefore.LYMPHODEPLETION);
        assertThat(read("baseline: {before: infusion}").baseline()).isEmpty();
    }

    @Test
    void namesCountInAnyLetterCaseAndScript() throws Exception {
        StudySettings settings = read("""
                variables: {usubjid: patient_id, Age: 年龄}
                datasets: {adqs: adsledai}
                categorical: gender
                """);
        assertThat(settings.variables()).containsExactly(Map.entry("USUBJID", "PATIENT_ID"), Map.entry("AGE", "年龄"));
        assertThat(settings.datasets()).containsExactly(Map.entry("ADQS", List.of("ADSLEDAI")));
        assertThat(settings.display().categorical()).containsExactly("GENDER");
        assertThatThrownBy(() -> read("variables: {AGE: A, age: B}")).isInstanceOf(RejectedException.class)
                .hasMessageContaining("letter case");
    }

    @Test
    void studyNamedByANumberIsText() throws Exception {
        assertThat(read("study: 5601").study()).isEqualTo("5601");
        assertThat(read("study: 007").study()).isEqualTo("007");
    }
}
