package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a subject meets an endpoint at a visit, and why not.
///
/// @param failed the criteria that are not met, in words; empty where all that could be looked at are
/// @param missing the components that are not there: with one of them missing the endpoint is missing, whatever the others say
public record EndpointStatus(List<String> failed, List<String> missing) {

    public EndpointStatus {
        failed = List.copyOf(failed);
        missing = List.copyOf(missing);
    }

    /// Whether the endpoint is met; empty where a component is missing, which is not the same as not met.
    public Optional<Boolean> response() {
        return missing.isEmpty() ? Optional.of(failed.isEmpty()) : Optional.empty();
    }

    /// The criteria while they are looked at, one after the other.
    static final class Criteria {
        private final List<String> failed = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        /// A component that the endpoint cannot do without.
        ///
        /// @return the component as it is
        <T> @Nullable T need(String name, @Nullable T component) {
            if (component == null && !missing.contains(name)) {
                missing.add(name);
            }
            return component;
        }

        /// A component that is only looked at whole.
        void needComplete(String name, boolean complete) {
            if (!complete && !missing.contains(name)) {
                missing.add(name);
            }
        }

        /// A criterion.
        ///
        /// @param otherwise what is wrong where it does not hold
        void check(boolean holds, String otherwise) {
            if (!holds) {
                failed.add(otherwise);
            }
        }

        EndpointStatus verdict() {
            return new EndpointStatus(failed, missing);
        }
    }
}
