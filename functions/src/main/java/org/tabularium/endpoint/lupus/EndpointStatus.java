package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointReasons;
import org.tabularium.study.UnmetCriterion;

/// Whether a subject meets an endpoint at a visit, and why not.
///
/// @param reasons what is missing, what of the rest is not met
public record EndpointStatus(EndpointReasons reasons) {

    /// Whether the endpoint is met; empty where a component is missing, which is not the same as not met.
    public Optional<Boolean> response() {
        return reasons.missing().isEmpty() ? Optional.of(reasons.failed().isEmpty()) : Optional.empty();
    }

    /// The criteria while they are looked at, one after the other.
    static final class Criteria {
        private final List<UnmetCriterion> failed = new ArrayList<>();
        private final List<EndpointComponent> missing = new ArrayList<>();

        /// A component that the endpoint cannot do without.
        ///
        /// @return the component as it is
        <T> @Nullable T need(EndpointComponent name, @Nullable T component) {
            if (component == null && !missing.contains(name)) {
                missing.add(name);
            }
            return component;
        }

        /// A component that is only looked at whole.
        void needComplete(EndpointComponent name, boolean complete) {
            if (!complete && !missing.contains(name)) {
                missing.add(name);
            }
        }

        /// A criterion.
        ///
        /// @param otherwise what is wrong where it does not hold
        void check(boolean holds, UnmetCriterion otherwise) {
            if (!holds) {
                failed.add(otherwise);
            }
        }

        EndpointStatus verdict() {
            return new EndpointStatus(new EndpointReasons(failed, missing));
        }
    }
}
