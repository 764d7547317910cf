package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of responses: by visit, the first one, the best one, several conditions together.
public interface DeclaredResponses {

    /// Y/N responses by visit.
    ///
    /// @param parameters PARAMCDs in order; those no dataset has are passed over
    /// @param visits AVISIT values in order; empty for all scheduled ones after baseline
    /// @param interval method of the interval
    /// @param denominator whom a rate is of; null for `reached` where day zero and the cut-off are known, else `assessed`
    /// @param others whether every other Y/N parameter of ADEFF and ADRS follows
    record Response(List<String> parameters, List<String> visits, IntervalMethod interval, @Nullable Denominator denominator,
            boolean others) implements DeclaredRows {

        public static final RowsDeclaration<Response> DECLARATION = RowsDeclaration.of("response", Response.class, VariablesOf.RECORDS,
                map -> new Response(
                        YamlWords.list(map.path("parameters")),
                        YamlWords.list(map.path("visits")),
                        YamlWords.constant(IntervalMethod.class, map.path("interval"), IntervalMethod.CLOPPER_PEARSON),
                        map.has("denominator")
                                ? YamlWords.constant(Denominator.class, map.path("denominator").asText())
                                : null,
                        map.path("others").asBoolean()));

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Whom a response rate is of.
    enum Denominator {
        /// Those with a value at the visit.
        ASSESSED,
        /// Treated subjects whose visit day lies on or before the cut-off.
        REACHED,
        /// The column's N.
        ALL
    }

    /// Who attains a response first at which visit and when, and who keeps it.
    ///
    /// @param parameters PARAMCDs of yes or no in order; those the study lacks are passed over
    /// @param others whether every other favourable response of ADEFF and ADRS follows
    /// @param attained what the row of those with a yes is called
    /// @param visits whether a row a visit says at which visit the first yes was
    /// @param kept what the row of those who keep it is called; empty for none
    /// @param lost what the event that ends it is called
    /// @param with responses that are looked at once more together with a condition at the same visit
    record Attainment(List<String> parameters, boolean others, String attained, boolean visits, String kept, String lost,
            List<With> with) implements DeclaredRows {

        public static final RowsDeclaration<Attainment> DECLARATION = RowsDeclaration.of("attainment", Attainment.class, VariablesOf.PARAMETER,
                map -> new Attainment(
                        YamlWords.list(map.path("parameters")),
                        map.path("others").asBoolean(),
                        map.path("attained").asText(),
                        map.path("visits").asBoolean(),
                        map.path("kept").asText(),
                        map.path("lost").asText(),
                        with(map.path("with"))));

        /// A response together with something else.
        ///
        /// @param label what the two are called
        /// @param parameter PARAMCD of the response
        /// @param also PARAMCD of the other parameter
        /// @param where what its value must be
        public record With(String label, String parameter, String also, Condition where) {}

        @Override
        public boolean hasParameters() {
            return true;
        }

        /// The responses as rows by visit name them.
        public Response responses() {
            return new Response(parameters, List.of(), IntervalMethod.NONE, null, others);
        }

        private static List<Attainment.With> with(JsonNode list) {
            List<Attainment.With> with = new ArrayList<>();
            list.forEach(map -> with.add(new Attainment.With(map.path("label").asText(), map.path("parameter").asText(),
                    map.path("also").asText(), Objects.requireNonNull(ConditionReader.read(map.path("where"))))));
            return List.copyOf(with);
        }
    }

    /// Subjects by the first condition that they meet at a visit, of several parameters together.
    ///
    /// @param label heading
    /// @param parameters PARAMCDs that the conditions look at; a subject counts where it has a value of each
    /// @param where which subjects; null for all
    /// @param among which of these count at a visit, a condition like the others; null for all
    /// @param conditions rows of counts; variables are `UPCR` (its AVAL) and `UPCR.R2BASE`
    /// @param visits AVISIT values of the first parameter in order; empty for all scheduled ones after baseline
    /// @param window how many days before or after it a value of another parameter may lie that has none at the visit
    record Criteria(String label, List<String> parameters, @Nullable Condition where, @Nullable Condition among,
            List<LabelledCondition> conditions, List<String> visits, int window) implements DeclaredRows {

        public static final RowsDeclaration<Criteria> DECLARATION = RowsDeclaration.of("criteria", Criteria.class, VariablesOf.PARAMETER,
                map -> new Criteria(
                        map.path("label").asText(),
                        YamlWords.list(map.path("parameters")),
                        ConditionReader.read(map.path("where")),
                        ConditionReader.read(map.path("among")),
                        LabelledCondition.list(map.path("conditions")),
                        YamlWords.list(map.path("visits")),
                        map.path("window").asInt(DeclaredRows.WINDOW)));

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Rows of the best overall response of each subject, the shares of those whose response is one of some, and the duration of
    /// the response.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param others whether other parameters follow whose label says that they are best overall responses
    /// @param levels rows in order, each of the values that it stands for
    /// @param rates shares, each of the values that count for it
    /// @param interval of the shares
    /// @param duration PARAMCDs of its duration, of which the first that the study has is shown
    record BestResponse(List<String> parameters, boolean others, List<Level> levels, List<Level> rates,
            IntervalMethod interval, List<String> duration) implements DeclaredRows {

        /// A row of some values.
        ///
        /// @param label also the level of its results
        /// @param values of AVALC, in any letter case
        /// @param always whether it is shown where the study has none of them
        public record Level(String label, List<String> values, boolean always) {}

        public static final RowsDeclaration<BestResponse> DECLARATION = RowsDeclaration.of("best-response", BestResponse.class,
                VariablesOf.RECORDS,
                map -> new BestResponse(
                        YamlWords.list(map.path("parameters")),
                        map.path("others").asBoolean(),
                        levels(map.path("levels")),
                        levels(map.path("rates")),
                        YamlWords.constant(IntervalMethod.class, map.path("interval"),
                                IntervalMethod.CLOPPER_PEARSON),
                        YamlWords.list(map.path("duration"))));

        private static List<Level> levels(JsonNode list) {
            List<Level> levels = new ArrayList<>();
            list.forEach(level -> levels.add(new Level(level.path("label").asText(), YamlWords.list(level.path("values")),
                    level.path("always").asBoolean(true))));
            return List.copyOf(levels);
        }

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }
    }
}
