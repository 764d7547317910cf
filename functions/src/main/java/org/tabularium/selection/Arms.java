package org.tabularium.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The arms of a study, in order, and the arm of each subject. Arms are those of ADSL: an arm without subjects in a population
/// keeps its column, unless its name says that it is none (Not Assigned); screen failures never make one.
/// Where subjects had several treatments the columns are these, and a subject is in several.
///
/// @param variable the column variable; empty where there is none
/// @param labels the arms in order
/// @param arm for each subject the index of its arm, of several treatments the first in order; −1 where it has none
/// @param several the treatments of subjects who had several; null where each subject has one arm
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arms(String variable, List<String> labels, int[] arm, @Nullable SeveralTreatments several) {

    /// The variables of ADSL that say which treatments a subject is to have or had one after the other, the planned ones first.
    public static final List<String> SEQUENCES = List.of("TRTSEQP", "TRTSEQA");

    private static final String COHORT = "COHORT";

    /// The variable that gives the columns of a table.
    ///
    /// @param by what the shell says: `treatment`, `cohort`, `none` or a variable
    /// @return empty where the study has no treatment variable, or the shell wants no columns
    public static Optional<String> variable(Study study, String by, PopulationName population) {
        return variable(study, by, population, TreatmentVariables.of(study));
    }

    private static Optional<String> variable(Study study, String by, PopulationName population, TreatmentVariables treatment) {
        return switch (by) {
            case Shell.BY_NONE -> Optional.empty();
            case Shell.BY_COHORT -> Optional.of(COHORT).filter(v -> study.has(Study.ADSL, v));
            case Shell.BY_TREATMENT -> treatment.of(population);
            default -> Optional.of(by);
        };
    }

    /// What has to be read of ADSL to know the columns.
    public static List<String> read(Study study, String by) {
        Set<String> variables = new LinkedHashSet<>();
        if (by.equals(Shell.BY_TREATMENT)) {
            variables.addAll(TreatmentVariables.NAMES);
            TreatmentVariables.of(study).both().forEach(v -> {
                variables.add(v);
                variables.addAll(SeveralTreatments.periods(study, v));
            });
        } else {
            variable(study, by, PopulationName.ALL).ifPresent(variable -> {
                variables.add(variable);
                variables.addAll(SeveralTreatments.periods(study, variable));
            });
        }
        return variables.stream().flatMap(v -> Stream.of(v, companion(v))).toList();
    }

    /// The name of a variable's N companion.
    public static String companion(String variable) {
        return variable + "N";
    }

    /// Finds the columns of a table: those of everybody screened where it is of them and not by treatment, since unlike a
    /// treatment a cohort or a site is one of screen failures too.
    ///
    /// @param by what the shell says
    public static Arms of(StudyData data, String by, PopulationName population) {
        return data.once(Arms.class, new Columns(by, population), () -> find(data, by, population));
    }

    /// The sequences of treatments that subjects were allocated to; empty where ADSL does not say them.
    public static Optional<Arms> sequences(StudyData data, PopulationName population) {
        return SEQUENCES.stream().filter(variable -> data.adsl().has(variable)).findFirst()
                .map(variable -> of(data, variable, population));
    }

    private record Columns(String by, PopulationName population) {}

    /// The arms of a variable, of whichever tables: some hold as many numbers as there are subjects.
    private record OfVariable(Optional<String> variable, BitSet failures) {}

    private static Arms find(StudyData data, String by, PopulationName population) {
        Optional<String> variable = variable(data.study(), by, population, TreatmentVariables.of(data));
        if (by.equals(Shell.BY_TREATMENT) && variable.isPresent()) {
            Optional<SeveralTreatments> several = SeveralTreatments.of(data, variable.get());
            if (several.isPresent()) {
                int[] first = IntStream.range(0, data.subjectCount()).map(several.get()::firstOf).toArray();
                return new Arms(several.get().variable(), several.get().labels(), first, several.get());
            }
        }
        boolean screened = population == PopulationName.ALL && !by.equals(Shell.BY_TREATMENT)
                && variable.filter(TreatmentVariables.NAMES::contains).isEmpty();
        BitSet failures = screened ? new BitSet() : ScreenFailures.of(data.adsl());
        Arms arms = data.once(Arms.class, new OfVariable(variable, failures), () -> of(data, variable, failures));
        return arms.withoutNames(Population.of(population, data).subjects());
    }

    /// The same without arms whose name says that there is none (Not Assigned, Not Treated) and that nobody of the population
    /// has.
    private Arms withoutNames(BitSet population) {
        List<String> kept = labels.stream()
                .filter(label -> !SeveralTreatments.isNone(ValueText.folded(label))
                        || members(labels.indexOf(label)).intersects(population))
                .toList();
        if (kept.size() == labels.size()) {
            return this;
        }
        int[] moved = Arrays.stream(arm).map(a -> a < 0 ? a : kept.indexOf(labels.get(a))).toArray();
        return new Arms(variable, kept, moved, null);
    }

    private static Arms of(StudyData data, Optional<String> variable, BitSet failures) {
        Dataset adsl = data.adsl();
        int[] arm = new int[adsl.rows()];
        Arrays.fill(arm, -1);
        Optional<Column> column = variable.flatMap(adsl::column);
        if (column.isEmpty()) {
            return new Arms("", List.of(), arm, null);
        }
        Set<String> levels = new LinkedHashSet<>();
        IntFunction<String> texts = ValueText.texts(column.get());
        for (int row = 0; row < arm.length; row++) {
            if (!failures.get(row) && !column.get().isMissing(row)) {
                levels.add(texts.apply(row));
            }
        }
        List<String> labels = ArmOrder.sorted(levels, adsl, alike(data, variable.orElseThrow()), data.settings().treatment());
        Map<String, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        for (int row = 0; row < arm.length; row++) {
            if (!failures.get(row)) {
                arm[row] = places.getOrDefault(texts.apply(row), -1);
            }
        }
        return new Arms(variable.orElseThrow(), labels, arm, null);
    }

    /// The variable, and that of the other arm, planned or actual, whose N variable orders the same names.
    static List<String> alike(StudyData data, String variable) {
        Set<String> both = TreatmentVariables.of(data.study()).both();
        List<String> alike = new ArrayList<>(List.of(variable));
        if (both.contains(variable)) {
            both.stream().filter(v -> !v.equals(variable)).forEach(alike::add);
        }
        return alike;
    }

    /// The subjects of an arm.
    ///
    /// @param index among [#labels]
    public BitSet members(int index) {
        if (several != null) {
            return several.subjects(index);
        }
        BitSet members = new BitSet();
        IntStream.range(0, arm.length).filter(subject -> arm[subject] == index).forEach(members::set);
        return members;
    }

    /// The same arms and those that are only planned, which have no subjects: in the order of the plan, after the arms that it
    /// does not name.
    public Arms withPlanned(List<String> planned) {
        if (labels.isEmpty() || several != null) {
            return this;
        }
        List<String> known = labels.stream().map(ValueText::folded).toList();
        List<String> inPlan = planned.stream()
                .map(level -> {
                    int at = known.indexOf(ValueText.folded(level));
                    return at < 0 ? level : labels.get(at);
                })
                .distinct()
                .toList();
        List<String> all = new ArrayList<>(labels);
        all.removeAll(inPlan);
        all.addAll(inPlan);
        int[] moved = Arrays.stream(arm).map(a -> a < 0 ? a : all.indexOf(labels.get(a))).toArray();
        return new Arms(variable, List.copyOf(all), moved, null);
    }
}
