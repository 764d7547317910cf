package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdamVariablesTest {

    @ParameterizedTest
    @CsvSource({"USUBJID, TEXT", "AGE, NUMERIC", "AVAL, NUMERIC", "AVALC, TEXT", "SAFFL, TEXT", "ANYTHINGFL, TEXT",
        "TRT01A, TEXT", "TRT01AN, NUMERIC",
        "TRT12P, TEXT", "AGEGR2, TEXT", "AGEGR2N, NUMERIC", "CQ01NAM, TEXT", "SMQ12NAM, TEXT", "ASTDTC, TEXT", "CNSR, NUMERIC",
        "ASTCTGR, TEXT"})
    void theKindIsThatOfAdam(String variable, Kind kind) {
        assertThat(AdamVariables.kind(variable)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRTSDT", "ADT", "OWNVAR", "CQ01CD", "TRT1A"})
    void whatAdamLeavesOpenOrDoesNotKnowHasNoKind(String variable) {
        assertThat(AdamVariables.kind(variable)).isEqualTo(Optional.empty());
    }

    // Labels as CDISC's own datasets have them.
    @ParameterizedTest
    @ValueSource(strings = {"adsl", "adae", "adtte"})
    void theKindsAreThoseOfCdiscsOwnDatasets(String name) throws Exception {
        DatasetFile file = DatasetFiles.open(name + ".xpt", TestContent.reference("data/cdiscpilot01_tdf/" + name + ".xpt"),
                note -> {});
        int known = 0;
        for (Variable variable : file.variables()) {
            Optional<Kind> kind = AdamVariables.kind(variable.name());
            if (kind.isPresent()) {
                known++;
                assertThat(kind).as(variable.name()).contains(variable.kind());
            }
            String label = AdamVariables.label(variable.name());
            if (variable.name().equals("USUBJID") || variable.name().equals("SEX")) {
                assertThat(label.toLowerCase(Locale.ROOT)).isEqualTo(variable.label().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(known).isGreaterThan(10);
    }
}
