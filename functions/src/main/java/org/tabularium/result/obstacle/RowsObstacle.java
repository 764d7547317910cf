package org.tabularium.result.obstacle;

import java.util.List;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.rows.DeclaredModels.VisitCovariance;
import org.tabularium.study.EndpointReasons;

/// Nobody or nothing that rows could be of.
public sealed interface RowsObstacle extends Obstacle {

    /// Nobody is of the table's population.
    record NobodyOfPopulation(PopulationName.Members population) implements RowsObstacle {}

    /// The shell has a filter of records, and its rows are of no records but of all subjects of the population.
    record NotOfRecords() implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// The shell asks for one-sided tests, and the table tests variables between all arms.
    record OneSidedTestOfVariables() implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Nobody has a value after baseline.
    record NobodyAfterBaseline() implements RowsObstacle {}

    /// Nobody has a response, or a visit that is due.
    ///
    /// @param reasons what derived records without a value lack
    record NobodyWithResponse(List<String> codes, List<EndpointReasons> reasons) implements RowsObstacle {}

    /// Nobody has a time and its censoring; the parameter by the study's name.
    record NobodyWithTime(String code) implements RowsObstacle {}

    /// A table asks for another unit than the data say.
    ///
    /// @param code the parameter by the study's name
    /// @param asked the unit that the shell names
    /// @param stated what the data say
    record OtherUnit(String code, String asked, List<String> stated) implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Nobody has what a model needs.
    record NobodyForModel(String parameter, String visit) implements RowsObstacle {}

    /// Nobody has what a model of several visits needs.
    record NobodyForRepeated(String parameter) implements RowsObstacle {}

    /// A model of several visits that could not be fitted.
    ///
    /// @param unfitted each covariance that was tried, and why
    /// @param simpler whether a simpler covariance is left to try
    record ModelNotFitted(List<Unfitted> unfitted, boolean simpler) implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return simpler;
        }
    }

    /// A covariance of a subject's visits that could not be fitted.
    ///
    /// @param reason in words
    record Unfitted(VisitCovariance covariance, String reason) {}

    /// No scheduled visit with a value.
    record NoScheduledVisit(String dataset, String parameter) implements RowsObstacle {}

    /// No value at a visit.
    ///
    /// @param visits some that have one
    record NoValueAtVisit(String dataset, String parameter, String visit, List<String> visits) implements RowsObstacle {}

    /// A dose that is no number.
    record DoseNoNumber(String variable) implements RowsObstacle {}

    /// A dose that a subject lacks.
    record DoseMissing(String variable) implements RowsObstacle {}

    /// Which visits were due is not known.
    ///
    /// @param dayZero the variable that visits are counted from
    record DueUnknown(String dayZero) implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Who is evaluable cannot be told from dates.
    ///
    /// @param window whether the window is lacking
    /// @param cutOff whether a date that could stand for the cut-off is lacking
    /// @param infusion the variable with the day of the infusion where that is lacking; empty where it is there
    record EvaluableUnknown(boolean window, boolean cutOff, String infusion) implements RowsObstacle {
        @Override
        public boolean namesRemedy() {
            return window || cutOff;
        }
    }

    /// Who is evaluable cannot be told of some subjects.
    ///
    /// @param infusion the variable with the day of the infusion
    record EvaluableUnclear(int subjects, int treated, String infusion) implements RowsObstacle {}
}
