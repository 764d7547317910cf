package org.tabularium.validation.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.SettingsLines;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.yaml.NearestWord;

/// The variables that the columns of every table come from: one that study.yaml names is there, there is one, every subject of a
/// population has an arm, and where planned and actual arm
/// differ somebody is told.
public final class ArmVariables implements Rule {

    private static final String REMEDY = "name the variable with the arm in study.yaml, treatment: {variable: …}";

    /// Names of no arm without letter case and blanks. "No treatment" may be one: that of a trial's untreated group.
    private static final Set<String> UNASSIGNED = Set.of("notassigned", "unassigned", "notassgn", "notrandomised",
            "notrandomized", "n/a", "notapplicable", "unknown", "missing");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        requested.ask(Study.ADSL, Population.VARIABLES);
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        Set<String> present = study.variables(Study.ADSL);
        List<String> absent = TreatmentVariables.absent(study);
        absent.forEach(name -> findings.accept(SettingsLines.of(study.settings()).at(Finding
                .error("ARM_VARIABLE_UNKNOWN", "is named as the variable of the arms, but ADSL has no such variable")
                .of("treatment").value(name)
                .remedy(NearestWord.of(name, present).map(near -> "write " + near + ", if that is meant").orElse(REMEDY)),
                "treatment", keyOf(name, study.settings().treatment()))));
        TreatmentVariables treatment = TreatmentVariables.of(data);
        if (treatment.both().isEmpty()) {
            findings.accept(withoutArms(present));
        } else if (absent.isEmpty()) {
            checkArms(data, treatment, findings);
        }
    }

    private static String keyOf(String name, TreatmentSettings treatment) {
        if (name.equals(treatment.planned()) && name.equals(treatment.actual())) {
            return "variable";
        }
        return name.equals(treatment.planned()) ? "planned" : "actual";
    }

    private static Finding withoutArms(Set<String> present) {
        Optional<String> near = present.stream()
                .filter(name -> TreatmentVariables.NAMES.stream().anyMatch(ours -> isAnagram(ours, name)))
                .findFirst()
                .or(() -> present.stream().filter(name -> NearestWord.of(name, List.of("TRT01A", "TRT01P")).isPresent()
                        && name.startsWith("TRT") && !name.endsWith("DT") && !name.endsWith("N")).findFirst());
        return Finding.warning("ARM_VARIABLE_ABSENT",
                "has none of the treatment variables TRT01A, TRT01P and ARM; every table has one column of all subjects")
                .in(Study.ADSL)
                .remedy(near
                        .map(name -> name + " looks like one: write treatment: {variable: " + name + "} in study.yaml, if it is")
                        .orElse(REMEDY + ", if there are arms"));
    }

    private static boolean isAnagram(String ours, String name) {
        return ours.length() == name.length()
                && ours.chars().sorted().boxed().toList().equals(name.chars().sorted().boxed().toList());
    }

    private static void checkArms(StudyData data, TreatmentVariables treatment, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        String planned = treatment.planned().orElseThrow();
        String actual = treatment.actual().orElseThrow();
        if (treatment.plannedIsOneLevel()) {
            findings.accept(adsl.in(Finding
                    .warning("PLANNED_ARM_ONE_LEVEL",
                            "has one level beside several of " + adsl.named(actual)
                                    + ", which therefore is the arm of all tables")
                    .of(adsl.named("TRT01P"))
                    .remedy("name both in study.yaml, treatment: {planned: …, actual: …}")));
        }
        BitSet randomised = Population.of(PopulationName.BASELINE, data).subjects();
        randomised.or(Population.of(PopulationName.EFFICACY, data).subjects());
        BitSet treated = Population.of(PopulationName.SAFETY, data).subjects();
        if (planned.equals(actual)) {
            randomised.or(treated);
            checkBlank(adsl, data, planned, randomised, "", findings);
        } else {
            checkBlank(adsl, data, planned, randomised, "of the planned arms' populations ", findings);
            checkBlank(adsl, data, actual, treated, "of the safety population ", findings);
            checkDifference(adsl, data, planned, actual, findings);
        }
    }

    private static void checkBlank(ExaminedDataset adsl, StudyData data, String variable, BitSet population, String whose,
            Consumer<Finding> findings) {
        checkUnassigned(adsl, variable, population, whose, findings);
        BitSet without = (BitSet) population.clone();
        adsl.column(variable).ifPresent(column -> without.and(column.missing()));
        without.andNot(ScreenFailures.of(data.adsl()));
        List<Integer> blank = without.stream().boxed().toList();
        if (!blank.isEmpty()) {
            String rows = blank.stream().limit(5).map(s -> Long.toString(adsl.sourceRow(s))).collect(Collectors.joining(", "));
            findings.accept(adsl.in(Finding.warning("ARM_BLANK",
                    "is blank for " + blank.size() + (blank.size() == 1 ? " subject " : " subjects ") + whose
                            + "(row " + rows + (blank.size() > 5 ? ", …" : "") + "); "
                            + (blank.size() == 1 ? "it stands" : "they stand") + " in the total and in no arm")
                    .of(adsl.named(variable))
                    .remedy("fill in the arm, or the population flag is wrong")));
        }
    }

    /// Subjects of a population whose arm says that they have none (Not Assigned): they have a column of this name.
    private static void checkUnassigned(ExaminedDataset adsl, String variable, BitSet population, String whose,
            Consumer<Finding> findings) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        BitSet unassigned = adsl.rows(variable, arm -> UNASSIGNED.contains(ValueText.folded(arm)));
        unassigned.and(population);
        adsl.text(variable).ifPresent(column -> unassigned.stream()
                .forEach(subject -> rows.computeIfAbsent(column.value(subject).strip(), t -> new ArrayList<>()).add(subject)));
        rows.forEach((name, subjects) -> findings.accept(adsl.in(Finding.warning("ARM_UNASSIGNED",
                "names no arm, and is that of " + subjects.size() + (subjects.size() == 1 ? " subject " : " subjects ") + whose
                        + "(row " + subjects.stream().limit(5).map(s -> Long.toString(adsl.sourceRow(s)))
                                .collect(Collectors.joining(", "))
                        + (subjects.size() > 5 ? ", …" : "") + "); tables have a column of this name")
                .of(adsl.named(variable)).value(name)
                .remedy("fill in the arm, or the population flag is wrong"))));
    }

    /// Whether the name of an arm says that there is none (Not Assigned, Not Treated).
    private static boolean isNone(Column arm, int subject) {
        return SeveralTreatments.isNone(ValueText.folded(ValueText.text(arm, subject)));
    }

    private static void checkDifference(ExaminedDataset adsl, StudyData data, String planned, String actual,
            Consumer<Finding> findings) {
        Optional<Column> one = adsl.column(planned);
        Optional<Column> other = adsl.column(actual);
        BitSet failures = ScreenFailures.of(data.adsl());
        int differing = 0;
        for (int subject = 0; subject < adsl.rows() && one.isPresent() && other.isPresent(); subject++) {
            boolean both = !failures.get(subject) && !one.get().isMissing(subject) && !other.get().isMissing(subject);
            both = both && !isNone(one.get(), subject) && !isNone(other.get(), subject);
            differing += both && !ValueText.folded(ValueText.text(one.get(), subject))
                    .equals(ValueText.folded(ValueText.text(other.get(), subject))) ? 1 : 0;
        }
        if (differing > 0) {
            findings.accept(adsl.in(Finding.note("ARM_DIFFERS", "is another than " + adsl.named(planned) + " for " + differing
                    + (differing == 1 ? " subject" : " subjects")
                    + "; safety tables are by the actual arm, the others by the planned one")
                    .of(adsl.named(actual))));
        }
    }
}
