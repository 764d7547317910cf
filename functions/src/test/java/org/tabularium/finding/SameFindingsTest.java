package org.tabularium.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One line for what would otherwise be said twenty times.
class SameFindingsTest {

    @Test
    void upToThreeVariablesStayAndMoreAreOneLineThatNamesThem() {
        assertThat(gathered(3)).hasSize(3);
        assertThat(gathered(5)).containsExactly(
                "note ADSL V1: has no label (5 variables: also V2, V3, V4, V5); give V1 one [LABEL_ABSENT]");
        assertThat(gathered(25)).singleElement().asString().contains("25 variables", "V20 and 5 more").doesNotContain("V21");
    }

    @Test
    void filesAndNamesOfSettingsAreGatheredButNeitherRowsNorErrorsOfSettings() {
        Findings findings = new Findings();
        for (String file : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
            findings.add(Finding.note("FILE_IGNORED", "is no dataset").in(file));
            findings.add(Finding.warning("SETTING_UNMET", "is no name").in("study.yaml").at(3).of("labels").value(file));
            findings.add(Finding.error("WRONG_VALUE", "is no number").in("study.yaml").at(3).of("labels").value(file));
            findings.add(Finding.warning("X", "odd").in("ADAE").at(file.charAt(0)).of("AETERM"));
        }
        findings.gather();
        assertThat(findings.listed().stream().map(Finding::line).filter(line -> !line.startsWith("error")))
                .contains("note a.txt: is no dataset (4 in all: also b.txt, c.txt, d.txt) [FILE_IGNORED]",
                        "warning study.yaml line 3 labels: \"a.txt\" is no name (4 names: also b.txt, c.txt, d.txt) [SETTING_UNMET]")
                .hasSize(6);
        assertThat(findings.count(Severity.ERROR)).isEqualTo(4);
        assertThat(findings.count(Severity.NOTE)).isEqualTo(1);
        assertThat(findings.unlisted()).isZero();
    }

    private static List<String> gathered(int variables) {
        Findings findings = new Findings();
        IntStream.rangeClosed(1, variables).forEach(i -> findings
                .add(Finding.note("LABEL_ABSENT", "has no label").in("ADSL").of("V" + i).remedy("give V" + i + " one")));
        findings.gather();
        return findings.listed().stream().map(Finding::line).toList();
    }
}
