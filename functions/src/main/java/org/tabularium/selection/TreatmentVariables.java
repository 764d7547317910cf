package org.tabularium.selection;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.shell.PopulationName;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.TreatmentSettings;

/// The variables of ADSL that hold the arm: the planned one is the columns of tables of those enrolled, randomised or analysed
/// for efficacy, the actual one those of safety tables
///.
///
/// Those that study.yaml names; else TRT01P for planned and TRT01A for actual, each in the place of the other where it is alone,
/// else ARM and ACTARM.
///
/// @param planned empty where ADSL has none
/// @param actual empty where ADSL has none
/// @param plannedIsOneLevel whether TRT01P has one level beside several of TRT01A, which then is both: the dose stands in TRT01A
///     alone
public record TreatmentVariables(Optional<String> planned, Optional<String> actual, boolean plannedIsOneLevel) {

    /// Our names, the usual first.
    public static final List<String> NAMES = List.of("TRT01A", "TRT01P", "ARM", "ACTARM");

    private static final String PLANNED = "TRT01P";
    private static final String ACTUAL = "TRT01A";
    private static final String ARM = "ARM";
    private static final String ACTUAL_ARM = "ACTARM";

    /// As far as headers and study.yaml tell.
    public static TreatmentVariables of(Study study) {
        TreatmentSettings named = study.settings().treatment();
        Optional<String> planned = named.planned() != null
                ? Optional.of(named.planned())
                : first(study, PLANNED, ACTUAL, ARM).or(() -> Optional.ofNullable(named.actual()));
        Optional<String> actual = named.actual() != null
                ? Optional.of(named.actual())
                : first(study, ACTUAL).or(() -> planned.map(v -> actual(study, v)));
        return new TreatmentVariables(planned, actual, false);
    }

    /// What stands for the actual treatment beside a planned one.
    private static String actual(Study study, String planned) {
        return planned.equals(ARM) ? first(study, ACTUAL_ARM).orElse(planned) : planned;
    }

    /// As the data tell too.
    public static TreatmentVariables of(StudyData data) {
        TreatmentVariables declared = of(data.study());
        boolean usual = data.settings().treatment().planned() == null
                && declared.planned.equals(Optional.of(PLANNED)) && declared.actual.equals(Optional.of(ACTUAL));
        boolean one = usual && levels(data, PLANNED).size() < 2 && levels(data, ACTUAL).size() > 1;
        return one ? new TreatmentVariables(declared.actual, declared.actual, true) : declared;
    }

    /// The one that gives the columns of a population's tables.
    public Optional<String> of(PopulationName population) {
        return switch (population) {
            case SAFETY, DLT -> actual;
            case ALL, ENROLLED, BASELINE, EFFICACY, BY_PARAMETER, ITT, FAS, PER_PROTOCOL -> planned;
        };
    }

    /// Both, each once.
    public Set<String> both() {
        Set<String> both = new LinkedHashSet<>();
        planned.ifPresent(both::add);
        actual.ifPresent(both::add);
        return both;
    }

    /// The variables that study.yaml names and ADSL does not have.
    public static List<String> absent(Study study) {
        TreatmentSettings named = study.settings().treatment();
        return Stream.of(Optional.ofNullable(named.planned()), Optional.ofNullable(named.actual()))
                .flatMap(Optional::stream)
                .distinct()
                .filter(v -> !study.has(Study.ADSL, v))
                .toList();
    }

    private static Optional<String> first(Study study, String... names) {
        return Stream.of(names).filter(v -> study.has(Study.ADSL, v)).findFirst();
    }

    private static Set<String> levels(StudyData data, String variable) {
        BitSet failures = ScreenFailures.of(data.adsl());
        Set<String> levels = new LinkedHashSet<>();
        Optional<Column> column = data.adsl().column(variable);
        IntStream.range(0, column.isEmpty() ? 0 : data.subjectCount())
                .filter(row -> !failures.get(row) && !column.orElseThrow().isMissing(row))
                .forEach(row -> levels.add(ValueText.folded(ValueText.text(column.orElseThrow(), row))));
        return levels;
    }
}
