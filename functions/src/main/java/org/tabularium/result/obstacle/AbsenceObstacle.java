package org.tabularium.result.obstacle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.study.MissingComponent;

/// A dataset, a variable or a parameter that the study does not have. Datasets and variables by our names.
public sealed interface AbsenceObstacle extends Obstacle {

    /// Datasets (`ADAE`) or variables (`ADAE.AESER`) that are not there.
    record NothingOf(List<String> names) implements AbsenceObstacle {}

    /// Differences at landmarks are asked for and no landmark is named.
    record NoLandmarks() implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// The flag of the population that a shell names.
    record NoPopulationFlag(PopulationName population, String flag) implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// No variable gives the columns.
    record NoColumns(String variable) implements AbsenceObstacle {}

    /// No variable gives the subgroups.
    ///
    /// @param near the nearest name that is there; null for none
    record NoSubgroups(String variable, @Nullable String near) implements AbsenceObstacle {}

    /// No variable gives the strata of a comparison.
    ///
    /// @param near the nearest name that is there; null for none
    record NoStrata(String variable, @Nullable String near) implements AbsenceObstacle {}

    /// A variable that a dataset does not have.
    record NoVariable(String dataset, String variable) implements AbsenceObstacle {}

    /// A variable that neither a dataset nor ADSL has.
    ///
    /// @param near the nearest name that is there; null for none
    record NoVariableOfSubject(String dataset, String variable, @Nullable String near) implements AbsenceObstacle {}

    /// A variable of the table's filter that has no value.
    ///
    /// @param variable empty where it cannot be told which
    record NoValueForFilter(String dataset, String variable) implements AbsenceObstacle {}

    /// A variable of the table's filter that is not there.
    record NoFilterVariable(String dataset) implements AbsenceObstacle {}

    /// None of the table's variables of subjects.
    record NoneOfItsVariables() implements AbsenceObstacle {}

    /// None of the variables that a classification looks at.
    record NothingToClassify(String dataset, String label, List<String> variables) implements AbsenceObstacle {}

    /// A variable that a condition looks at.
    record NoConditionVariable(String dataset, String label, String parameter, List<String> variables)
            implements
                AbsenceObstacle {}

    /// The unit of limits, where values are in one that they cannot be converted to.
    record OtherUnit(String label, String unit, String limits) implements AbsenceObstacle {}

    /// What a criterion over several datasets looks at.
    record NoCriterionVariable(String label) implements AbsenceObstacle {}

    /// No grades of events.
    ///
    /// @param severity whether there is no severity either, where it would do
    record NoGrades(String dataset, List<String> variables, boolean severity) implements AbsenceObstacle {}

    /// What makes parameters by visit.
    ///
    /// @param dataset empty for any
    /// @param lacking the first of them that is not there
    /// @param like a variable that may be meant by it; empty for none
    record NoVisits(String dataset, String lacking, String like) implements AbsenceObstacle {}

    /// What makes times to an event.
    ///
    /// @param dataset empty for any
    /// @param lacking the variable that a dataset with the others lacks; empty where no dataset is so near
    record NoTimes(String dataset, String lacking) implements AbsenceObstacle {}

    /// None of some parameters.
    ///
    /// @param dataset empty for any
    /// @param codes empty for any that the table could be of
    record NoneOfParameters(String dataset, List<String> codes) implements AbsenceObstacle {}

    /// Parameters whose values have no level: neither a delivered nor a derived one.
    ///
    /// @param grades whether grades are asked for, which limits of normal may give
    /// @param limits limits by our name and the study's variable that looks like them
    record NoLevels(String dataset, boolean grades, Map<String, String> limits) implements AbsenceObstacle {
        public NoLevels {
            limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        }

        @Override
        public boolean namesRemedy() {
            return !limits.isEmpty();
        }
    }

    /// None of the parameters that a table of its own dataset lists.
    record NoneOfItsParameters(String dataset) implements AbsenceObstacle {}

    /// No parameter for a shell that leaves its parameter open.
    record NoOpenParameter() implements AbsenceObstacle {}

    /// No score by visit for a shell that leaves its parameter open.
    ///
    /// @param shell its id
    /// @param alike datasets that have parameters by visit
    /// @param parameter one of theirs; empty where they have none
    /// @param scores the study's parameters that look like scores, by our name
    record NoScore(String shell, List<String> alike, String parameter, Map<String, String> scores) implements AbsenceObstacle {
        public NoScore {
            scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        }

        @Override
        public boolean namesRemedy() {
            return !parameter.isEmpty() || !scores.isEmpty();
        }
    }

    /// A parameter, by the study's name.
    record NoParameter(String code) implements AbsenceObstacle {}

    /// A parameter with a time to an event, by the study's name.
    record NoTimeParameter(String code) implements AbsenceObstacle {}

    /// The shell needs a parameter and nobody names one.
    ///
    /// @param shell the id to write in study.yaml; empty where that is of no use
    record NoParameterNamed(String shell) implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return !shell.isEmpty();
        }
    }

    /// None of the parameters, by the study's names, that the table is about.
    record NoSubjectMatter(List<String> codes) implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// No response.
    ///
    /// @param missing what it cannot be derived without; empty where that is not what is lacking
    record NoResponse(List<String> codes, List<MissingComponent> missing) implements AbsenceObstacle {}

    /// No time under observation for rates.
    record NoTimeUnderObservation(ExposureAdjusted.Time time) implements AbsenceObstacle {}

    /// An arm that a shell names.
    ///
    /// @param key where the shell names it
    record NoArm(String key, String name) implements AbsenceObstacle {}

    /// No arm that the others are compared with.
    record NoControlArm() implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// What an endpoint is to be derived of.
    record NotDerived(String code, DerivationObstacle obstacle) implements AbsenceObstacle {
        @Override
        public boolean namesRemedy() {
            return obstacle.namesRemedy();
        }
    }
}
