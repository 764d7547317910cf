package org.tabularium.manuscript.evidence;

import java.util.List;
import java.util.Set;

/// What numbers are of, whoever they count and whenever: a level of a variable, an event, a parameter.
///
/// @param id of table, dataset, variable, level and parameter
/// @param family of those that are levels of one variable in one table
/// @param names each a way to name it, as stems; one of them is enough
/// @param context stems that stand near it where its name alone could be another's
/// @param needsContext whether its name alone says nothing, such as `II` or `Yes`
/// @param change whether it is a change of something
public record Concept(String id, String family, List<List<String>> names, Set<String> context, boolean needsContext,
        boolean change) {}
