package org.tabularium.selection;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.display.AnalysisSet;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.shell.PopulationName;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The subjects a table is about.
///
/// @param name what the shell asked for
/// @param members who they are
/// @param subjects rows of ADSL
/// @param where the filter; none for everybody
/// @param remark a footnote where the population had to be derived; null where its flag is there
public record Population(PopulationName name, PopulationName.Members members, BitSet subjects, Clauses where,
        @Nullable Remark remark) {

    /// The variables of ADSL that populations are made of.
    public static final List<String> VARIABLES = List.of("EFFFL", "ITTFL", "FASFL", "ENRLFL", "SAFFL", "PPROTFL", "DLTEVLFL",
            "TRTSDT", "TRTSDTM");

    /// The population as the rooms after the analysis know it.
    public AnalysisSet analysisSet() {
        return new AnalysisSet(name, members);
    }

    /// Why a study does not tell who belongs to a population; empty where it does. Sets that bear the name of their flag are
    /// never made up without it.
    public static Optional<Obstacle> lacking(PopulationName name, StudyData data) {
        String flag = switch (name) {
            case ITT -> "ITTFL";
            case FAS -> "FASFL";
            case PER_PROTOCOL -> "PPROTFL";
            case DLT -> "DLTEVLFL";
            case BASELINE, EFFICACY, BY_PARAMETER, ENROLLED, SAFETY, ALL -> "";
        };
        return flag.isEmpty() || data.adsl().has(flag)
                ? Optional.empty()
                : Optional.of(new AbsenceObstacle.NoPopulationFlag(name, flag));
    }

    /// Finds the population in a study's ADSL. A flag that is there and never Y gives a population of nobody, as does an absent
    /// one where [#lacking] says so.
    public static Population of(PopulationName name, StudyData data) {
        Dataset adsl = data.adsl();
        return switch (name) {
            case ALL -> everybody(data);
            case BASELINE -> flagged(name, adsl, "ITTFL", "FASFL")
                    .orElseGet(() -> withoutFailures(name, adsl, new PopulationRemark.AllButScreenFailures("ITTFL")));
            case EFFICACY, BY_PARAMETER ->
                flagged(name, adsl, "FASFL", "EFFFL", "ITTFL")
                        .orElseGet(() -> withoutFailures(name, adsl, new PopulationRemark.AllButScreenFailures("EFFFL")));
            case ENROLLED -> flagged(name, adsl, "ENRLFL")
                    .orElseGet(() -> withoutFailures(name, adsl, new PopulationRemark.AllButScreenFailures("ENRLFL")));
            case ITT -> flagged(name, adsl, "ITTFL").orElseGet(() -> nobody(name));
            case FAS -> flagged(name, adsl, "FASFL").orElseGet(() -> nobody(name));
            case PER_PROTOCOL -> flagged(name, adsl, "PPROTFL").orElseGet(() -> nobody(name));
            case DLT -> evaluable(data);
            case SAFETY -> flagged(name, adsl, "SAFFL").orElseGet(() -> treated(name, adsl));
        };
    }

    /// Everybody, who are the subjects screened where some of them were not enrolled.
    private static Population everybody(StudyData data) {
        BitSet all = everybody(data.adsl());
        PopulationName.Members members = of(PopulationName.ENROLLED, data).subjects.equals(all)
                ? PopulationName.Members.ALL
                : PopulationName.Members.SCREENED;
        return new Population(PopulationName.ALL, members, all, Clauses.NONE, null);
    }

    private static Optional<Population> flagged(PopulationName name, Dataset adsl, String... flags) {
        for (String flag : flags) {
            Optional<Column> column = adsl.column(flag);
            if (column.isPresent()) {
                BitSet subjects = new BitSet(adsl.rows());
                IntFunction<String> texts = ValueText.texts(column.get());
                for (int row = 0; row < adsl.rows(); row++) {
                    subjects.set(row, texts.apply(row).equalsIgnoreCase("Y"));
                }
                return Optional.of(new Population(name, members(flag), subjects, Clauses.equal(flag, "Y"), null));
            }
        }
        return Optional.empty();
    }

    private static PopulationName.Members members(String flag) {
        return switch (flag) {
            case "ITTFL" -> PopulationName.Members.INTENT_TO_TREAT;
            case "FASFL" -> PopulationName.Members.FULL_ANALYSIS;
            case "EFFFL" -> PopulationName.Members.EFFICACY;
            case "ENRLFL" -> PopulationName.Members.ENROLLED;
            case "PPROTFL" -> PopulationName.Members.PER_PROTOCOL;
            case "DLTEVLFL" -> PopulationName.Members.DLT_EVALUABLE;
            default -> PopulationName.Members.SAFETY;
        };
    }

    private static Population nobody(PopulationName name) {
        return new Population(name, PopulationName.Members.ALL, new BitSet(), Clauses.NONE, null);
    }

    /// Who is DLT-evaluable within the safety population.
    private static Population evaluable(StudyData data) {
        Population safety = of(PopulationName.SAFETY, data);
        Population flagged = flagged(PopulationName.DLT, data.adsl(), "DLTEVLFL").orElseGet(() -> nobody(PopulationName.DLT));
        BitSet both = (BitSet) flagged.subjects.clone();
        both.and(safety.subjects);
        return new Population(PopulationName.DLT, flagged.members, both, safety.where.and(flagged.where), safety.remark);
    }

    private static Population treated(PopulationName name, Dataset adsl) {
        List<Column> starts = Stream.of("TRTSDT", "TRTSDTM").flatMap(v -> adsl.column(v).stream()).toList();
        if (starts.isEmpty()) {
            return withoutFailures(
                    name, adsl, new PopulationRemark.AllButScreenFailures("SAFFL"));
        }
        BitSet subjects = new BitSet(adsl.rows());
        for (int row = 0; row < adsl.rows(); row++) {
            int subject = row;
            subjects.set(row, starts.stream().anyMatch(start -> !start.isMissing(subject)));
        }
        return new Population(
                name,
                PopulationName.Members.TREATED,
                subjects,
                Clauses.present(starts.getFirst().variable().name()),
                new PopulationRemark.TreatedByDate());
    }

    private static Population withoutFailures(PopulationName name, Dataset adsl, Remark remark) {
        BitSet failures = ScreenFailures.of(adsl);
        BitSet subjects = everybody(adsl);
        subjects.andNot(failures);
        Clauses where = failures.isEmpty() ? Clauses.NONE : Clauses.of(Criterion.NOT_SCREEN_FAILURE);
        return new Population(name, PopulationName.Members.ALL, subjects, where, remark);
    }

    private static BitSet everybody(Dataset adsl) {
        BitSet all = new BitSet(adsl.rows());
        all.set(0, adsl.rows());
        return all;
    }
}
