package org.tabularium.validation.subject;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Population;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// ADSL without the flag of a population that the built-in tables are of: it is derived, which the person who reads the tables
/// has to know.
public final class PopulationFlags implements Rule {

    private static final String ALL_BUT = "all subjects but screen failures";

    @Override
    public void ask(Study study, RequestedColumns demand) {
        demand.ask(Study.ADSL, Population.VARIABLES);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Predicate<String> has = flag -> data.study().has(Study.ADSL, flag);
        if (!has.test("SAFFL")) {
            findings.accept(absent("SAFFL", "; safety tables show " + (has.test("TRTSDT") || has.test("TRTSDTM")
                    ? "subjects with a date of first treatment (TRTSDT)"
                    : ALL_BUT), "add the safety population flag"));
        }
        if (!has.test("ITTFL") && !has.test("FASFL")) {
            findings.accept(absent("ITTFL", has.test("EFFFL")
                    ? ", nor is FASFL; tables of baseline show " + ALL_BUT
                    : ", nor are FASFL and EFFFL; tables of baseline and efficacy show " + ALL_BUT,
                    "add the flag of the intent-to-treat population or of the full analysis set"));
        }
        if (!has.test("ENRLFL")) {
            findings.accept(absent("ENRLFL", "; the disposition is of " + ALL_BUT, "add the flag of the enrolled subjects"));
        }
    }

    private static Finding absent(String flag, String instead, String remedy) {
        return Finding.warning("FLAG_ABSENT", "is not in the dataset" + instead).in(Study.ADSL).of(flag).remedy(remedy);
    }
}
