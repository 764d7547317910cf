package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed is made of data in `table.wording` and nowhere else: the rooms that compute hold no sentence. A text of two or
/// more words is one, unless it stands in a finding, an exception or the note of what cannot be estimated, which are for people and
/// in no table.
class PrintedEnglishTest {

    private static final Path SOURCES = Path.of(System.getProperty("tabularium.root", ".."))
            .resolve("functions/src/main/java/org/tabularium");
    private static final List<String> ROOMS = List.of("analysis", "endpoint", "result", "selection");
    private static final String TERMS = "terms of the field as data have them; they are looked for";

    /// What stays, and why.
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("result/RowName.java", "levels of results and their keys, which stay whatever is printed"),
            Map.entry("endpoint/lupus/AssessmentScale.java", "labels of scales as data have them; they are looked for"),
            Map.entry("endpoint/lupus/Sledai2k.java", "names of the instrument's items"),
            Map.entry("endpoint/toxicity/CellToxicity.java", TERMS),
            Map.entry("endpoint/toxicity/CtcaeTerm.java", "terms of CTCAE"),
            Map.entry("selection/event/SolicitedReactions.java", "what labels of parameters say was asked; it is looked for"),
            Map.entry("selection/event/CollectedDates.java", "the value that an event gets which had not ended by the cut-off"),
            Map.entry("selection/ControlArm.java", "names of arms as data have them; they are looked for"),
            Map.entry("analysis/efficacy/ResponseParameters.java", "words of labels as data have them; they are looked for"),
            Map.entry("selection/bds/EndpointSubjects.java", TERMS),
            Map.entry("selection/bds/ScoreLabels.java", "words of labels as data have them; they are looked for"),
            Map.entry("selection/unknown/UnknownValues.java", "parts of a finding"),
            Map.entry("selection/unknown/UnknownVariables.java", "parts of a finding"));

    @Test
    void roomsThatComputeHoldNoPrintedEnglish() throws IOException {
        List<String> found = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        for (Path file : sources()) {
            String name = SOURCES.relativize(file).toString().replace('\\', '/');
            for (int line : new JavaCode(Files.readString(file)).sentences()) {
                if (ALLOWED.containsKey(name)) {
                    used.add(name);
                } else {
                    found.add(name + ":" + line);
                }
            }
        }
        assertThat(found).as("printed English: make data there, and words of it in table.wording").isEmpty();
        assertThat(used).as("files of the list that hold some").containsExactlyElementsOf(new TreeSet<>(ALLOWED.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "String a = \"Any adverse event\";",
        "body.row(label + \" versus placebo arm\", 1);",
        "x = y ? \"no later value\" : z;",
        "String a = \"Grade 3 or above\";",
        "String a = \"\"\"\n    two words\n    \"\"\";",
        "throw new NotProducedException(reason); String a = \"two words\";"
    })
    void sentenceIsFound(String code) {
        assertThat(new JavaCode(code).sentences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "String a = \"Baseline\"; // two words",
        "/// \"two words\"\nString a = \"PARAMCD AVISIT\";",
        "throw new IllegalArgumentException(\"no interval is asked for\" + x);",
        "x = n == 0 ? new Value.NotEstimable(\"nobody has a time\") : y;",
        "return Finding.error(\"CODE\", \"is no PARAMCD of any dataset\").remedy(\"did you mean this\");",
        "Set.of(\"DRUG WITHDRAWN\", \"NOT RECOVERED\");"
    })
    void otherTextIsLeftAlone(String code) {
        assertThat(new JavaCode(code).sentences()).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java")).sorted()
                        .forEach(sources::add);
            }
        }
        assertThat(sources).as("sources in %s", SOURCES).isNotEmpty();
        return sources;
    }
}
