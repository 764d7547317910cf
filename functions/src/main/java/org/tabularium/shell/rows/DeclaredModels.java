package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of models and tests: time to an event, analysis of covariance, repeated measures, levels.
public interface DeclaredModels {

    /// Time to an event: events, quantiles of the time, survival and numbers at risk at landmarks, and each arm against the
    /// first.
    ///
    /// @param parameter PARAMCD; null for each parameter found (one table each)
    /// @param unit the unit of AVAL as it is printed; empty for what the data say
    /// @param landmarks times in that unit at which survival is shown, in order
    /// @param strata variables that stratify the log-rank test and the hazard ratio
    /// @param ties what the hazard ratio does where events have one time
    /// @param curve what is shown of the curves
    record TimeToEvent(@Nullable String parameter, String unit, List<Double> landmarks, List<String> strata, Ties ties,
            Curve curve) implements DeclaredRows {

        public static final RowsDeclaration<TimeToEvent> DECLARATION = RowsDeclaration.of("time-to-event", TimeToEvent.class,
                VariablesOf.RECORDS,
                map -> new TimeToEvent(
                        YamlWords.text(map.path("parameter")),
                        map.path("unit").asText(),
                        YamlWords.numbers(map.path("landmarks")),
                        YamlWords.list(map.path("strata")),
                        YamlWords.constant(Ties.class, map.path("ties"), Ties.EFRON),
                        Curve.of(map)));

        /// What is shown of Kaplan–Meier curves.
        ///
        /// @param interval the scale of limits
        /// @param quantiles shares of subjects with the event, in percent, whose times are shown
        /// @param range whether the least and the greatest time are shown, censored ones marked
        /// @param differences whether arms are compared at the landmarks
        public record Curve(LimitScale interval, List<Double> quantiles, boolean range, boolean differences) {

            /// What a shell gets that says nothing.
            public static final Curve USUAL = new Curve(LimitScale.LOG_LOG, List.of(25.0, 50.0, 75.0), false, false);

            /// What a shell says, which has passed the schema.
            static Curve of(JsonNode map) {
                List<Double> quantiles = YamlWords.numbers(map.path("quantiles"));
                return new Curve(
                        YamlWords.constant(LimitScale.class, map.path("interval"), USUAL.interval()),
                        quantiles.isEmpty() ? USUAL.quantiles() : quantiles,
                        map.path("range").asBoolean(),
                        map.path("differences").asBoolean());
            }
        }

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
            return isOnePerParameter() ? new TimeToEvent(code, unit, landmarks, strata, ties, curve) : this;
        }

        @Override
        public String ofAnyParameter() {
            return "Time to Event";
        }
    }

    /// The scale on which limits of Kaplan–Meier estimates lie as far from them on either side.
    enum LimitScale {
        LOG_LOG,
        LOG,
        PLAIN
    }

    /// What Cox regression does where several events have one time.
    enum Ties {
        EFRON,
        BRESLOW
    }

    /// Analysis of covariance at a visit.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visit AVISIT; null for the last scheduled one
    /// @param of what is analysed
    /// @param covariates variables: numbers act by their slope, text and names of groups by their levels
    /// @param margins how levels are weighted in LS means
    /// @param dose the variable with the dose, for a test of dose response; null for none
    /// @param rmse whether a row shows the model's root mean square error
    record Ancova(
            @Nullable String parameter,
            @Nullable String visit,
            Analysed of,
            List<String> covariates,
            Margins margins,
            @Nullable String dose,
            boolean rmse) implements DeclaredRows {

        public static final RowsDeclaration<Ancova> DECLARATION = RowsDeclaration.of("ancova", Ancova.class, VariablesOf.RECORDS,
                map -> new Ancova(
                        YamlWords.text(map.path("parameter")),
                        YamlWords.text(map.path("visit")),
                        YamlWords.constant(Analysed.class, map.path("of"), Analysed.CHANGE),
                        adjustedFor(map),
                        YamlWords.constant(Margins.class, map.path("margins"), Margins.EQUAL),
                        YamlWords.text(map.path("dose")),
                        map.path("rmse").asBoolean()));

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public Analysed analysed() {
            return of;
        }
    }

    /// How the levels of factors are weighted in LS means.
    enum Margins {
        EQUAL,
        OBSERVED
    }

    /// Mixed model for repeated measures of the change from baseline at several visits.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visits AVISITs; empty for all scheduled ones after baseline
    /// @param covariates variables, those of `byVisit` among them: numbers act by their slope, text and names of groups by their
    ///     levels
    /// @param byVisit those of them that act at each visit in its own way
    /// @param covariance of a subject's visits: the first that can be fitted
    /// @param df how errors and degrees of freedom are made
    /// @param margins how levels are weighted in LS means
    record Mmrm(
            @Nullable String parameter,
            List<String> visits,
            List<String> covariates,
            List<String> byVisit,
            List<VisitCovariance> covariance,
            FreedomMethod df,
            Margins margins) implements DeclaredRows {

        public static final RowsDeclaration<Mmrm> DECLARATION = RowsDeclaration.of("mmrm", Mmrm.class, VariablesOf.RECORDS, map -> {
            List<String> covariates = adjustedFor(map);
            List<String> byVisit = map.has("by-visit")
                    ? YamlWords.list(map.path("by-visit"))
                    : covariates.stream().filter("BASE"::equals).toList();
            return new Mmrm(
                    YamlWords.text(map.path("parameter")),
                    YamlWords.list(map.path("visits")),
                    Stream.concat(covariates.stream(), byVisit.stream()).distinct().toList(),
                    byVisit,
                    covariances(map),
                    YamlWords.constant(FreedomMethod.class, map.path("df"), FreedomMethod.SATTERTHWAITE),
                    YamlWords.constant(Margins.class, map.path("margins"), Margins.EQUAL));
        });

        @Override
        public boolean hasParameters() {
            return true;
        }

        /// Which may be fitted, in order; unstructured where nothing is said.
        private static List<VisitCovariance> covariances(JsonNode map) {
            return map.has("covariance")
                    ? YamlWords.list(map.path("covariance")).stream()
                            .map(word -> YamlWords.constant(VisitCovariance.class, word)).toList()
                    : List.of(VisitCovariance.UNSTRUCTURED);
        }
    }

    /// How the values of a subject vary together from visit to visit.
    enum VisitCovariance {
        UNSTRUCTURED,
        HETEROGENEOUS_COMPOUND_SYMMETRY,
        HETEROGENEOUS_AUTOREGRESSIVE,
        COMPOUND_SYMMETRY,
        AUTOREGRESSIVE
    }

    /// How errors and degrees of freedom allow for an estimated covariance.
    enum FreedomMethod {
        SATTERTHWAITE,
        KENWARD_ROGER
    }

    /// Levels of a parameter at a visit with the Cochran-Mantel-Haenszel tests.
    ///
    /// @param parameter PARAMCD; null where the study is to name it
    /// @param visit AVISIT; null for the last scheduled one
    /// @param strata variables within whose levels the arms are compared
    /// @param also further tests, in order
    record Cmh(@Nullable String parameter, @Nullable String visit, List<String> strata, List<FurtherTest> also) implements DeclaredRows {

        public static final RowsDeclaration<Cmh> DECLARATION = RowsDeclaration.of("cmh", Cmh.class, VariablesOf.RECORDS,
                map -> new Cmh(
                        YamlWords.text(map.path("parameter")), YamlWords.text(map.path("visit")), YamlWords.list(map.path("strata")),
                        YamlWords.list(map.path("also")).stream()
                                .map(word -> YamlWords.constant(FurtherTest.class, word)).toList()));

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Tests beside those of Cochran, Mantel and Haenszel.
    enum FurtherTest {
        /// Pearson's chi-square test, without strata.
        CHI_SQUARE,
        /// The same with Yates's continuity correction.
        CHI_SQUARE_CORRECTED,
        /// Fisher's exact test, without strata.
        FISHER,
        /// Breslow and Day's test that the strata have one odds ratio, of two arms and two levels.
        BRESLOW_DAY,
        /// The same with Tarone's adjustment.
        TARONE
    }

    /// What a model adjusts for: BASE, where nothing is said.
    private static List<String> adjustedFor(JsonNode map) {
        return map.has("covariates") ? YamlWords.list(map.path("covariates")) : List.of("BASE");
    }
}
