package org.tabularium.endpoint.lupus;

import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointReasons;
import org.tabularium.study.EndpointRule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An endpoint as it is derived in a study.
///
/// @param code our PARAMCD
/// @param label PARAM
/// @param components the parameters it is made of, those that the study has
/// @param from what the filter in words says it was derived from
/// @param remarks the rule with its thresholds, and what is not assessed
/// @param afterBaseline whether it exists only after baseline
/// @param judge a subject's value at a visit
public record EndpointDefinition(
        String code,
        String label,
        List<String> components,
        String from,
        List<EndpointRule> remarks,
        boolean afterBaseline,
        Judge judge) {

    /// A subject's value at a visit.
    @FunctionalInterface
    public interface Judge {

        /// Judges a visit.
        ///
        /// @return empty where the endpoint has no meaning for the subject at this visit
        Optional<Judgement> of(LupusRecords records, int subject, int visit);
    }

    /// A value with what it hangs on.
    ///
    /// @param value null where a component is missing
    /// @param response whether it is 1 or 0 for yes or no
    /// @param reasons what is not met or missing
    public record Judgement(@Nullable BigDecimal value, boolean response, EndpointReasons reasons) {

        static Judgement of(EndpointStatus verdict) {
            return new Judgement(
                    verdict.response().map(met -> met ? BigDecimal.ONE : BigDecimal.ZERO).orElse(null), true,
                    verdict.reasons());
        }

        static Judgement ofScore(@Nullable BigDecimal score, EndpointComponent parts) {
            return new Judgement(score, false, new EndpointReasons(List.of(), score == null ? List.of(parts) : List.of()));
        }
    }
}
