package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.comparison.Comparison;
import org.tabularium.shell.rows.DeclaredModels.Ties;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.shell.rows.DeclaredResponses.Response;
import org.tabularium.shell.rows.DeclaredVisits.Change;
import org.tabularium.yaml.YamlWords;

/// What a figure shows, as its shell declares it. To those who do not draw it, it is rows like any other: it is asked for,
/// computed and keyed as they are.
public sealed interface DeclaredFigure extends DeclaredRows {

    /// A figure of several subgroups is a kind of its own.
    @Override
    default boolean hasSubgroups() {
        return false;
    }

    /// Kaplan–Meier curves of a time to an event.
    ///
    /// @param times what is computed; its landmarks are the ticks of the axis
    record Km(TimeToEvent times) implements DeclaredFigure {

        public static final RowsDeclaration<Km> DECLARATION = RowsDeclaration.ofFigure("km", Km.class,
                List.of("parameter", "unit", "landmarks", "strata", "ties", "interval"),
                map -> new Km(new TimeToEvent(
                        YamlWords.text(map.path("parameter")),
                        map.path("unit").asText(),
                        YamlWords.numbers(map.path("landmarks")),
                        YamlWords.list(map.path("strata")),
                        YamlWords.constant(Ties.class, map.path("ties"), Ties.EFRON), TimeToEvent.Curve.of(map))));

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return times.isOnePerParameter();
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return times.ofParameter(code) instanceof TimeToEvent of ? new Km(of) : this;
        }

        @Override
        public String ofAnyParameter() {
            return times.ofAnyParameter();
        }

        @Override
        public boolean saysTheSameAs(DeclaredRows rows) {
            return isOfTimes(rows, times.parameter(), times.strata(), times.ties());
        }
    }

    /// A bar a subject, as long as its follow-up, with what happened.
    ///
    /// @param parameters the responses whose first attainment is marked
    /// @param terms the events that are marked, by preferred term; a relapse is one of the parameter `RELAPSE`
    /// @param unit of the axis: `days`, `weeks` or `months`; null for months
    record Swimmer(List<String> parameters, List<String> terms, @Nullable String unit) implements DeclaredFigure {

        public static final RowsDeclaration<Swimmer> DECLARATION = RowsDeclaration.ofFigure("swimmer", Swimmer.class,
                List.of("parameters", "terms", "unit"),
                map -> new Swimmer(YamlWords.list(map.path("parameters")), YamlWords.list(map.path("terms")),
                        YamlWords.text(map.path("unit"))));

        @Override
        public boolean isFilteredByShell() {
            return false;
        }
    }

    /// A line a subject over the visits of a parameter, with the median and quartiles of each arm.
    ///
    /// @param parameter PARAMCD; null for each of the scores found
    /// @param visits AVISIT in order; empty for all
    /// @param thresholds where dashed lines stand; empty for the limits of LLDAS and DORIS that are known of the parameter
    record Trajectories(@Nullable String parameter, List<String> visits, List<Double> thresholds) implements DeclaredFigure {

        public static final RowsDeclaration<Trajectories> DECLARATION = RowsDeclaration.ofFigure("trajectories",
                Trajectories.class,
                List.of("parameter", "visits", "thresholds"),
                map -> new Trajectories(YamlWords.text(map.path("parameter")), YamlWords.list(map.path("visits")),
                        YamlWords.numbers(map.path("thresholds"))));

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Trajectories(code, visits, thresholds) : this;
        }

        @Override
        public boolean saysTheSameAs(DeclaredRows rows) {
            return rows instanceof Change change && parameter != null && parameter.equals(change.parameter());
        }
    }

    /// A parameter by visit and arm: median and quartiles, or mean and standard error, over the lines of the subjects.
    ///
    /// @param parameter PARAMCD; null for each of B cells and copies of cells found
    /// @param visits AVISIT in order; empty for all
    /// @param mean whether means and standard errors are shown
    /// @param log whether the axis is logarithmic
    /// @param limit of quantification; NaN for none
    record Course(@Nullable String parameter, List<String> visits, boolean mean, boolean log, double limit)
            implements
                DeclaredFigure {

        public static final RowsDeclaration<Course> DECLARATION = RowsDeclaration.ofFigure("course", Course.class,
                List.of("parameter", "visits", "show", "log", "limit"),
                map -> new Course(YamlWords.text(map.path("parameter")), YamlWords.list(map.path("visits")),
                        map.path("show").asText().equals("mean-se"), map.path("log").asBoolean(),
                        map.path("limit").asDouble(Double.NaN)));

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Course(code, visits, mean, log, limit) : this;
        }

        @Override
        public boolean saysTheSameAs(DeclaredRows rows) {
            return rows instanceof Change change && parameter != null && parameter.equals(change.parameter());
        }
    }

    /// The best change of each subject from baseline, the largest first.
    ///
    /// @param parameter PARAMCD; a fall is the better
    /// @param response PARAMCD of the response that is marked where a subject ever attains it; empty for none
    /// @param thresholds changes at which dashed lines stand
    record Waterfall(String parameter, String response, List<Double> thresholds) implements DeclaredFigure {

        public static final RowsDeclaration<Waterfall> DECLARATION = RowsDeclaration.ofFigure("waterfall", Waterfall.class,
                List.of("parameter", "response", "thresholds"),
                map -> new Waterfall(map.path("parameter").asText("SLEDAI2K"), map.path("response").asText(),
                        YamlWords.numbers(map.path("thresholds"))));

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// The effect of each arm against the control, of all subjects and of each subgroup: the difference of the shares of
    /// responders at a visit, or the hazard ratio of a time to an event.
    ///
    /// @param parameter PARAMCD; null for each of those found that are usual
    /// @param visit AVISIT of a response; null for the last one
    /// @param strata variables that stratify a hazard ratio
    /// @param ties what a hazard ratio does where events have one time
    record Forest(@Nullable String parameter, @Nullable String visit, List<String> strata, Ties ties) implements DeclaredFigure {

        public static final RowsDeclaration<Forest> DECLARATION = RowsDeclaration.ofFigure("forest", Forest.class,
                List.of("parameter", "visit", "strata", "ties"),
                map -> new Forest(YamlWords.text(map.path("parameter")), YamlWords.text(map.path("visit")),
                        YamlWords.list(map.path("strata")),
                        YamlWords.constant(Ties.class, map.path("ties"), Ties.EFRON)));

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Forest(code, visit, strata, ties) : this;
        }

        @Override
        public String ofAnyParameter() {
            return "Effect";
        }

        @Override
        public Set<Comparison> comparisons() {
            return Set.of(Comparison.RISK_DIFFERENCE);
        }

        @Override
        public boolean hasSubgroups() {
            return true;
        }

        @Override
        public boolean saysTheSameAs(DeclaredRows rows) {
            return isOfTimes(rows, parameter, strata, ties)
                    || (rows instanceof Response response && response.denominator() == null);
        }
    }

    /// The share of each arm's subjects with each preferred term, and beside it the difference from the control.
    ///
    /// @param threshold percent of subjects that a term must reach in some arm; 0 for all
    record AeProfile(double threshold) implements DeclaredFigure {

        public static final RowsDeclaration<AeProfile> DECLARATION = RowsDeclaration.ofFigure("ae-profile", AeProfile.class,
                List.of("threshold"), map -> new AeProfile(map.path("threshold").asDouble(0)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public Set<Comparison> comparisons() {
            return Set.of(Comparison.RISK_DIFFERENCE);
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }
    }

    /// Who was screened, excluded and why, allocated, treated, went on and was analysed.
    record Flow() implements DeclaredFigure {

        public static final RowsDeclaration<Flow> DECLARATION = RowsDeclaration.ofFigure("flow", Flow.class, List.of(),
                map -> new Flow());

        @Override
        public boolean isFilteredByShell() {
            return false;
        }
    }

    private static boolean isOfTimes(DeclaredRows rows, @Nullable String parameter, List<String> strata, Ties ties) {
        return rows instanceof TimeToEvent of && parameter != null && parameter.equals(of.parameter())
                && strata.equals(of.strata()) && ties == of.ties();
    }
}
