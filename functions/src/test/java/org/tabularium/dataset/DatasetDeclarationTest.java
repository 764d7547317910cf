package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a study says of a dataset decides over what its values look like.
class DatasetDeclarationTest {

    private static final DatasetDeclaration MAPPED = new DatasetDeclaration(
            Map.of("PATIENT_ID", Optional.of(Kind.TEXT), "RESULT", Optional.of(Kind.NUMERIC), "AGE", Optional.empty()),
            Optional.empty());

    @Test
    void aColumnHasTheKindOfTheVariableThatItIsMappedTo() throws Exception {
        Dataset dataset = DatasetFiles
                .open("adsl.csv", TestContent.of("Patient_ID,RESULT,AGE\n1,1e5,old\n2,3,young\n"), MAPPED, note -> {})
                .read(Set.of("PATIENT_ID", "RESULT", "AGE"), note -> {});
        assertThat(DatasetText.of(dataset)).isEqualTo(
                "PATIENT_ID TEXT|RESULT NUMERIC|AGE TEXT|\n1|100000.0|old|\n2|3.0|young|");
    }
}
