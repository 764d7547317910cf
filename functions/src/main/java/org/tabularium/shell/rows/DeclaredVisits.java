package org.tabularium.shell.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of a parameter by visit: its change, the shift of its levels, thresholds that it passes.
public interface DeclaredVisits {

    /// A score by visit with its change from baseline.
    ///
    /// @param parameter PARAMCD; null for each parameter found (one table each)
    /// @param parameters PARAMCDs that stand in one table, in order, or [#ALL]; empty where `parameter` says it
    /// @param visits AVISIT values in order; empty for all scheduled ones
    /// @param statistics rows; empty for those of the house style
    /// @param statisticsAcross whether statistics are columns and visits rows, a block an arm; else arms are columns
    record Change(@Nullable String parameter, List<String> parameters, List<String> visits, List<String> statistics,
            boolean statisticsAcross) implements DeclaredRows {

        public static final RowsDeclaration<Change> DECLARATION = RowsDeclaration.of("change", Change.class, VariablesOf.RECORDS,
                map -> new Change(
                        YamlWords.text(map.path("parameter")),
                        YamlWords.list(map.path("parameters")),
                        YamlWords.list(map.path("visits")),
                        YamlWords.list(map.path("statistics")),
                        map.path("statistics-across").asBoolean()));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null && parameters.isEmpty();
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Change(code, List.of(), visits, statistics, statisticsAcross) : this;
        }
    }

    /// Shift from baseline: the level after it by the level at it.
    ///
    /// @param parameters PARAMCDs in order, or [#ALL]; those the study lacks are passed over
    /// @param of what a level is
    /// @param at when the later level is
    /// @param levels levels in order; empty for those of the data in their own order
    /// @param visits AVISIT values in order; empty for all scheduled ones after baseline
    /// @param percentOf whom the percentages of later levels are of
    /// @param cmh tests of whether the arms differ, stratified by the level at baseline; empty for none
    record Shift(List<String> parameters, Levels of, Later at, List<String> levels, List<String> visits, ShiftPercent percentOf,
            List<Association> cmh) implements DeclaredRows {

        public static final RowsDeclaration<Shift> DECLARATION = RowsDeclaration.of("shift", Shift.class, VariablesOf.RECORDS,
                map -> new Shift(
                        YamlWords.list(map.path("parameters")),
                        YamlWords.constant(Levels.class, map.path("of"), Levels.GRADE),
                        YamlWords.constant(Later.class, map.path("at"), Later.WORST),
                        YamlWords.list(map.path("levels")),
                        YamlWords.list(map.path("visits")),
                        YamlWords.constant(ShiftPercent.class, map.path("percent-of"), ShiftPercent.ALL),
                        YamlWords.list(map.path("cmh")).stream()
                                .map(word -> YamlWords.constant(Association.class, word)).toList()));

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// What a level of a shift is.
    enum Levels {
        /// The toxicity grade (ATOXGR and BTOXGR, else by CTCAE), else the reference range indicator (ANRIND, BNRIND).
        GRADE,
        /// The reference range indicator.
        RANGE,
        /// The text AVALC, such as the grades A to E of BILAG.
        VALUE
    }

    /// Whom the percentages of a shift's later levels are of.
    enum ShiftPercent {
        /// All subjects of the column with both levels.
        ALL,
        /// Those of them with the same level at baseline.
        BASELINE
    }

    /// The Cochran-Mantel-Haenszel tests.
    enum Association {
        GENERAL_ASSOCIATION,
        ROW_MEAN_SCORES,
        CORRELATION
    }

    /// When the later level of a shift is.
    enum Later {
        /// The worst of all records after baseline, scheduled or not.
        WORST,
        /// That of each visit.
        VISITS
    }

    /// Subjects whose value meets conditions, by visit, with statistics of the value.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param where which subjects; null for all
    /// @param statistics rows of the value beside n; empty for none
    /// @param conditions rows of counts; each looks at AVAL, BASE, CHG, PCHG, R2BASE, ATOXGR and other variables of the record
    /// @param visits AVISIT values in order; empty for all scheduled ones
    /// @param days study days in place of visits; empty for visits
    /// @param window how many days before or after such a day a value may lie
    /// @param ratios of geometric means that follow the statistics
    /// @param timePoints where the time points of a visit stand that subjects have several of
    record Thresholds(List<String> parameters, @Nullable Condition where, List<String> statistics, List<LabelledCondition> conditions,
            List<String> visits, List<Integer> days, int window, List<GeometricRatio> ratios, TimePoints timePoints) implements DeclaredRows {

        public static final RowsDeclaration<Thresholds> DECLARATION = RowsDeclaration.of("thresholds", Thresholds.class, VariablesOf.PARAMETER,
                map -> new Thresholds(
                        YamlWords.list(map.path("parameters")),
                        ConditionReader.read(map.path("where")),
                        YamlWords.list(map.path("statistics")),
                        LabelledCondition.list(map.path("conditions")),
                        YamlWords.list(map.path("visits")),
                        YamlWords.numbers(map.path("days")).stream().map(Double::intValue).toList(),
                        map.path("window").asInt(DeclaredRows.WINDOW),
                        YamlWords.list(map.path("ratios")).stream()
                                .map(word -> YamlWords.constant(GeometricRatio.class, word)).toList(),
                        YamlWords.constant(TimePoints.class, map.path("time-points"), TimePoints.ABOVE_VISITS)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Where time points stand.
    enum TimePoints {
        /// A heading each, the visits below it.
        ABOVE_VISITS,
        /// Below each visit.
        WITHIN_VISITS
    }

    /// What geometric means are divided by.
    enum GeometricRatio {
        /// That of the control, at the same visit.
        ARMS,
        /// That of the same subjects at baseline.
        BASELINE
    }
}
