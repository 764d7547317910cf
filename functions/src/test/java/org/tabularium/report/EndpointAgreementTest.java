package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Dataset;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.StudyReader;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudyYaml;

/// Every endpoint of every subject and visit of the studies that have the components. Oracle: `test-data/endpoints_oracle.py`,
/// written from the definitions, in exact
/// fractions.
@Shows(Requirement.ENDPOINTS_RIGHT)
class EndpointAgreementTest {

    private static final List<String> CODES = List.of("SLEDAI2K", "CSLEDAI", "BILAG", "SRI4", "SRI5", "SRI6", "SRI7", "SRI8",
            "BICLA",
            "LLDAS", "DORIS");

    @ParameterizedTest
    @CsvSource({"kn5501, 500", "kn5601-iit, 150"})
    void derivedEndpointsAreThoseOfTheIndependentComputation(String study, int atLeast) throws IOException, RejectedException {
        Map<String, String> expected = expected(study);
        assertThat(expected.size()).isGreaterThan(atLeast);
        Map<String, String> derived = derived(study);
        assertThat(derived.keySet()).isEqualTo(expected.keySet());
        assertThat(derived).isEqualTo(expected);
    }

    private static Map<String, String> expected(String study) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode record : ResultRecords.tree(Files.readAllBytes(Places.testData("expected/" + study + "/endpoints.json")))) {
            expected.put(key(record.path("parameter").asText(), record.path("subject").asText(), record.path("visit").asText()),
                    record.path("value").isNull() ? "missing" : record.path("value").asText());
        }
        return expected;
    }

    private static Map<String, String> derived(String folder) throws IOException, RejectedException {
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(Places.testData(folder)));
        Findings findings = new Findings();
        Study study = Study.open(snapshot, StudyYaml.read(snapshot, tables -> List.of()), findings);
        RequestedColumns requested = new RequestedColumns();
        DerivedEndpoints.ask(study, requested);
        StudyData data = StudyReader.read(study, requested, findings, step -> {
        }).map(DerivedEndpoints::addTo).orElseThrow();
        Map<String, String> derived = new TreeMap<>();
        for (String code : CODES) {
            data.derived(code).map(DerivedParameter::records).ifPresent(records -> {
                for (int row = 0; row < records.rows(); row++) {
                    derived.put(key(code, text(records, "USUBJID", row), text(records, "AVISIT", row)), value(records, row));
                }
            });
        }
        return derived;
    }

    private static String value(Dataset records, int row) {
        String response = text(records, "AVALC", row);
        String number = text(records, "AVAL", row);
        return !response.isEmpty() ? response : number.isEmpty() ? "missing" : number;
    }

    private static String text(Dataset records, String variable, int row) {
        return ValueText.text(records.column(variable).orElseThrow(), row);
    }

    private static String key(String parameter, String subject, String visit) {
        return parameter + " " + subject + " " + visit;
    }
}
