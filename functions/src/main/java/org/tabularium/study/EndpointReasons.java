package org.tabularium.study;

import java.util.List;

/// Why an endpoint is not met at a visit, or cannot be told.
///
/// @param failed the criteria that are not met
/// @param missing the components that are not there: with one of them missing the endpoint is missing, whatever the others say
public record EndpointReasons(List<UnmetCriterion> failed, List<EndpointComponent> missing) {

    public EndpointReasons {
        failed = List.copyOf(failed);
        missing = List.copyOf(missing);
    }
}
