package org.tabularium.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;

@Shows(Requirement.RUN_IS_ITS_PROGRAM)
class RunIdTest {

    private static final StudySnapshot.File ADSL = file("adsl.csv", "aa");
    private static final StudySnapshot.File ADAE = file("adae.csv", "bb");

    /// The sequence is written out by hand from the description of the class; its hash is [Sha256]'s, which has its own oracle.
    @Test
    void idIsTheHashOfTheWrittenOutSequence() {
        String sequence = "2:" + "8:adae.csv" + "2:bb" + "8:adsl.csv" + "2:aa" + "1:" + "6:format" + "2:" + "4:xlsx" + "3:pdf"
                + "5:1.2.3";

        String id = RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of("xlsx", "pdf")), "1.2.3");

        assertThat(id).isEqualTo(Sha256.of(sequence.getBytes(StandardCharsets.UTF_8)).substring(0, 16));
    }

    @Test
    void orderOfFilesDoesNotMatterAllElseDoes() {
        String id = RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of("xlsx")), "1");
        assertThat(RunId.of(List.of(ADAE, ADSL), Map.of("format", List.of("xlsx")), "1")).isEqualTo(id);

        Set<String> ids = new HashSet<>(Set.of(id, RunId.of(List.of(ADSL), Map.of("format", List.of("xlsx")), "1"),
                RunId.of(List.of(ADSL, file("adae.csv", "bc")), Map.of("format", List.of("xlsx")), "1"),
                RunId.of(List.of(ADSL, file("adae.cs", "vbb")), Map.of("format", List.of("xlsx")), "1"),
                RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of("xls", "x")), "1"),
                RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of("xlsx"), "table", List.of()), "1"),
                RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of()), "1"),
                RunId.of(List.of(ADSL, ADAE), Map.of("format", List.of("xlsx")), "2")));
        assertThat(ids).hasSize(8).allMatch(i -> i.matches("[0-9a-f]{16}"));
    }

    private static StudySnapshot.File file(String name, String sha256) {
        return new StudySnapshot.File(name, sha256, new Content() {
            @Override
            public long size() {
                return 0;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[0]);
            }
        });
    }
}
