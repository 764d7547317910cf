package org.tabularium.validation.subject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.shell.PopulationName;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// ADSL without the flag of a population that the built-in tables are of: it is derived, which the person who reads the tables
/// has to know.
public final class PopulationFlags implements Rule {

    /// The populations of built-in tables, by the first of these flags that is there.
    private static final Map<PopulationName, List<String>> FLAGS = new EnumMap<>(Map.of(
            PopulationName.SAFETY, List.of("SAFFL"),
            PopulationName.BASELINE, List.of("ITTFL", "FASFL"),
            PopulationName.EFFICACY, List.of("FASFL", "EFFFL", "ITTFL"),
            PopulationName.ENROLLED, List.of("ENRLFL")));
    private static final String ALL_BUT = "all subjects but screen failures";

    @Override
    public void ask(Study study, RequestedColumns demand) {
        demand.ask(Study.ADSL, Population.VARIABLES);
        demand.ask(Study.ADSL, ScreenFailures.VARIABLES);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        tellEmpty(data, findings);
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

    /// A population of nobody, though subjects passed screening: each of its tables has N = 0.
    private static void tellEmpty(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        if (ScreenFailures.of(data.adsl()).cardinality() == adsl.rows()) {
            return;
        }
        FLAGS.forEach((population, flags) -> flags.stream().filter(flag -> data.adsl().has(flag)).findFirst()
                .filter(flag -> adsl.text(flag).isPresent())
                .filter(flag -> Population.of(population, data).subjects().isEmpty() && isNo(adsl, flag))
                .ifPresent(flag -> findings.accept(adsl.in(Finding.warning("POPULATION_EMPTY",
                        "is Y for no subject, so that tables of the population " + population.word() + " count nobody")
                        .of(adsl.named(flag))
                        .remedy("correct the flag, or leave it out of ADSL until it is known")))));
    }

    /// Whether a flag says no or nothing everywhere; one that says something else, or is a number, is another finding.
    private static boolean isNo(ExaminedDataset adsl, String flag) {
        IntPredicate other = adsl.where(flag, word -> !word.isBlank() && !word.strip().equalsIgnoreCase("N"));
        return IntStream.range(0, adsl.rows()).noneMatch(other);
    }

    private static Finding absent(String flag, String instead, String remedy) {
        return Finding.warning("FLAG_ABSENT", "is not in the dataset" + instead).in(Study.ADSL).of(flag).remedy(remedy);
    }
}
