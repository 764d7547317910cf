package org.tabularium.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.TreatmentSettings;

/// The arms of a study, in order, and the arm of each subject. Arms are those of ADSL: an arm without subjects in a population keeps its column;
/// screen failures never make one.
///
/// @param variable the column variable; empty where there is none
/// @param labels the arms in order
/// @param arm for each subject the index of its arm; −1 where it has none
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arms(String variable, List<String> labels, int[] arm) {

    private static final String COHORT = "COHORT";
    private static final List<String> DEFAULTS = List.of("TRT01A", "TRT01P", "ARM");

    /// The variable that gives the columns of a table.
    ///
    /// @param by what the shell says: `treatment`, `cohort`, `none` or a variable
    /// @return empty where the study has no treatment variable, or the shell wants no columns
    public static Optional<String> variable(Study study, String by, PopulationName population) {
        if (by.equals(Shell.BY_NONE)) {
            return Optional.empty();
        }
        if (by.equals(Shell.BY_COHORT)) {
            return Optional.of(COHORT).filter(v -> study.has(Study.ADSL, v));
        }
        if (!by.equals(Shell.BY_TREATMENT)) {
            return Optional.of(by);
        }
        TreatmentSettings named = study.settings().treatment();
        String chosen = population == PopulationName.SAFETY && named.actual() != null ? named.actual() : named.planned();
        Optional<String> treatment = chosen != null
                ? Optional.of(chosen)
                : DEFAULTS.stream().filter(v -> study.has(Study.ADSL, v)).findFirst();
        return treatment.map(v -> population == PopulationName.SAFETY ? actual(study, v) : v);
    }

    /// Safety tables show what was given: the actual treatment beside a planned one.
    private static String actual(Study study, String planned) {
        String actual = switch (planned) {
            case "TRT01P" -> "TRT01A";
            case "ARM" -> "ACTARM";
            default -> planned;
        };
        return study.has(Study.ADSL, actual) ? actual : planned;
    }

    /// The name of a variable's N companion.
    public static String companion(String variable) {
        return variable + "N";
    }

    /// Finds the arms in ADSL.
    ///
    /// @param variable from [#variable]; empty gives no arms
    public static Arms of(StudyData data, Optional<String> variable) {
        return of(data, variable, ScreenFailures.of(data.adsl()));
    }

    /// Finds the groups of everybody screened: unlike a treatment, a cohort or a site is one of screen failures too.
    public static Arms ofScreened(StudyData data, Optional<String> variable) {
        boolean treatment = variable.filter(DEFAULTS::contains).isPresent();
        return of(data, variable, treatment ? ScreenFailures.of(data.adsl()) : new BitSet());
    }

    private static Arms of(StudyData data, Optional<String> variable, BitSet failures) {
        Dataset adsl = data.adsl();
        int[] arm = new int[adsl.rows()];
        Arrays.fill(arm, -1);
        Optional<Column> column = variable.flatMap(adsl::column);
        if (column.isEmpty()) {
            return new Arms("", List.of(), arm);
        }
        Set<String> levels = new LinkedHashSet<>();
        for (int row = 0; row < arm.length; row++) {
            if (!failures.get(row) && !column.get().isMissing(row)) {
                levels.add(ValueText.text(column.get(), row));
            }
        }
        Optional<Column> companion = adsl.column(companion(variable.orElseThrow()));
        List<String> labels = new ArrayList<>(levels);
        labels.sort(order(column.get(), companion, data.settings().treatment()));
        for (int row = 0; row < arm.length; row++) {
            if (!failures.get(row)) {
                arm[row] = labels.indexOf(ValueText.text(column.get(), row));
            }
        }
        return new Arms(variable.orElseThrow(), List.copyOf(labels), arm);
    }

    /// The same arms and those that are only planned, which have no subjects: in the order of the plan, after the arms that it does not name.
    public Arms withPlanned(List<String> planned) {
        if (labels.isEmpty()) {
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
        return new Arms(variable, List.copyOf(all), moved);
    }

    private static Comparator<String> order(
            Column column, Optional<Column> companion, TreatmentSettings treatment) {
        Comparator<String> byData = LevelOrder.of(column, companion);
        List<String> explicit = treatment.order().stream().map(ValueText::folded).toList();
        if (explicit.isEmpty()) {
            return byData;
        }
        return Comparator.comparingInt((String arm) -> {
            int place = explicit.indexOf(ValueText.folded(arm));
            return place < 0 ? Integer.MAX_VALUE : place;
        })
                .thenComparing(byData);
    }
}
