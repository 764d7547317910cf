package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Where studies, expectations and reference material lie.
final class Places {

    /// The studies of `test-data`.
    static final List<String> STUDIES = List.of("sa-or088", "sa-po0659", "lancet-2025", "ran-101");

    /// The studies of `test-data` that follow trial designs; their reviewed tables are those of such trials only.
    static final List<String> TRIALS = List.of("kn5501", "kn5601-iit");

    /// Both.
    static final List<String> ALL_STUDIES = Stream.concat(STUDIES.stream(), TRIALS.stream()).toList();

    /// Those and the study of displays of safety, whose pages and words are looked at too.
    static final List<String> PRINTED_STUDIES = Stream.concat(ALL_STUDIES.stream(), Stream.of("saf-202")).toList();

    private Places() {}

    /// A path below `test-data`.
    static Path testData(String path) {
        return Path.of(requireNonNull(System.getProperty("tabularium.root"), "system property tabularium.root"), "test-data")
                .resolve(path);
    }

    /// A path below the reference material; skips the test where it is absent.
    static Path reference(String path) {
        Path file = Path.of(requireNonNull(System.getProperty("tabularium.reference"), "system property tabularium.reference"))
                .resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference material is absent: " + file);
        return file;
    }

    /// A dataset of a public study that is not part of the project: in the folder that the system property `tabularium.STUDY`
    /// names, else in `data/STUDY` of the reference material; skips the test where it is absent.
    static Path beside(String study, String dataset) {
        String folder = System.getProperty("tabularium." + study);
        if (folder == null) {
            return reference("data/" + study + "/" + dataset);
        }
        Path file = Path.of(folder).resolve(dataset);
        Assumptions.assumeTrue(Files.exists(file), () -> "data beside the project are absent: " + file);
        return file;
    }
}
