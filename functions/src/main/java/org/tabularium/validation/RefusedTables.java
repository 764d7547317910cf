package org.tabularium.validation;

import java.util.Map;
import java.util.function.Predicate;

/// What is known of tables that cannot be made of a study.
///
/// @param byDataset the name of a table that was tried and refused, by our name of its dataset
/// @param unmet whether the study's variables stand against a built-in table
public record RefusedTables(Map<String, String> byDataset, Predicate<String> unmet) {}
