package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of subjects by what ADSL says of them, and of what a subject has once.
public interface DeclaredSubjects {

    /// Summary of ADSL variables: numbers by statistics, text by counts of its levels.
    ///
    /// @param variables in order; empty for the study's baseline variables
    /// @param statistics rows for a number; empty for the house style's
    /// @param missing whether a row "Missing" is shown where any column has one
    /// @param where restricts the subjects counted (not the denominator); null for all
    /// @param groups levels that are counted together, of each variable that has some of them
    record Summary(List<String> variables, List<String> statistics, boolean missing, @Nullable Condition where,
            List<LevelGroup> groups) implements DeclaredRows {

        public static final RowsDeclaration<Summary> DECLARATION = RowsDeclaration.of("summary", Summary.class,
                VariablesOf.SUBJECTS,
                map -> new Summary(
                        YamlWords.list(map.path("variables")),
                        YamlWords.list(map.path("statistics")),
                        map.path("missing").asBoolean(true),
                        ConditionReader.read(map.path("where")),
                        LevelGroup.list(map.path("groups"))));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean testsVariables() {
            return true;
        }
    }

    /// A classification of subjects by conditions, laid out and tested as a text variable is: a subject counts in the first level
    /// it satisfies.
    ///
    /// @param label names the classification; also the first level of its results
    /// @param levels in order
    record Categories(String label, List<Level> levels) implements DeclaredRows {

        public static final RowsDeclaration<Categories> DECLARATION = RowsDeclaration.of("categories", Categories.class,
                VariablesOf.SUBJECTS,
                map -> new Categories(map.path("label").asText(), levels(map.path("levels"))));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean testsVariables() {
            return true;
        }

        /// One level.
        ///
        /// @param label the row's label
        /// @param where of variables of ADSL; a level whose variables the study lacks is left out
        /// @param below the row that it is a kind of, which counts all its kinds; empty for none
        public record Level(String label, Condition where, String below) {}

        /// Levels and, where one has kinds, these in its place.
        private static List<Level> levels(JsonNode list) {
            List<Level> levels = new ArrayList<>();
            list.forEach(level -> {
                String label = level.path("label").asText();
                level.path("kinds").forEach(kind -> levels.add(level(kind, label)));
                if (level.has("where")) {
                    levels.add(level(level, ""));
                }
            });
            return List.copyOf(levels);
        }

        private static Level level(JsonNode level, String below) {
            return new Level(level.path("label").asText(),
                    Objects.requireNonNull(ConditionReader.read(level.path("where"))), below);
        }
    }

    /// One row a Y/N flag of ADSL: subjects with Y.
    ///
    /// @param variables in order; those ADSL lacks are passed over
    /// @param others whether flags of ADSL whose label says that they are populations follow
    /// @param untreated whether a row of those who were not treated follows, with their reasons, where there are some
    record Flags(List<String> variables, boolean others, boolean untreated) implements DeclaredRows {

        public static final RowsDeclaration<Flags> DECLARATION = RowsDeclaration.of("flags", Flags.class, VariablesOf.SUBJECTS,
                map -> new Flags(YamlWords.list(map.path("variables")), map.path("others").asBoolean(),
                        map.path("untreated").asBoolean()));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }
    }

    /// Parameters that a subject has once: numbers by statistics, text by counts of its levels.
    ///
    /// @param parameters PARAMCDs in order; those the dataset lacks are passed over
    /// @param others whether the dataset's other parameters follow
    /// @param statistics rows for a number; empty for the house style's
    record Exposure(List<String> parameters, boolean others, List<String> statistics) implements DeclaredRows {

        public static final RowsDeclaration<Exposure> DECLARATION = RowsDeclaration.of("exposure", Exposure.class,
                VariablesOf.RECORDS,
                map -> new Exposure(
                        YamlWords.list(map.path("parameters")),
                        map.path("others").asBoolean(),
                        YamlWords.list(map.path("statistics"))));
    }

    /// Who was screened, who failed and by which criterion, who was enrolled.
    ///
    /// @param order of the criteria within inclusion and exclusion
    record Eligibility(RowOrder order) implements DeclaredRows {

        public static final RowsDeclaration<Eligibility> DECLARATION = RowsDeclaration.of("eligibility", Eligibility.class,
                VariablesOf.RECORDS,
                map -> new Eligibility(
                        YamlWords.constant(RowOrder.class, map.path("order"), RowOrder.ALPHABETICAL)));
    }
}
