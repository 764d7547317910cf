package org.tabularium.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;

/// A parameter that was made of other parameters of the study, in the layout of a BDS dataset.
///
/// The dataset has USUBJID, PARAMCD, PARAM, AVISIT, AVISITN, ADT, AVAL, AVALC, ABLFL and ANL01FL.
///
/// @param code our PARAMCD
/// @param records under the name of the dataset that the components are in
/// @param reasons why a record is not met, or which component is missing, a row each
/// @param from what it was made of, for the filter: `SLEDAI2K, BILAG, PGA`
/// @param remarks footnotes that a table of it has: the rule with its thresholds, what was not assessed, how often a component is
///     missing
/// @param obstacle why it could not be made though its components are there; null where it could
public record DerivedParameter(String code, Dataset records, List<EndpointReasons> reasons, String from,
        List<EndpointRule> remarks,
        @Nullable DerivationObstacle obstacle) {}
