package org.tabularium.study.define;

import java.util.List;
import java.util.Map;

/// What define.xml says of one dataset.
///
/// @param name upper case
/// @param label empty for none
/// @param variables by upper-case name, in the order of the file
/// @param keys names of the variables that tell its records apart; empty where it does not say
/// @param withoutData that it has no records and need not be there
public record DefinedDataset(String name, String label, Map<String, DefinedVariable> variables, List<String> keys,
        boolean withoutData) {}
