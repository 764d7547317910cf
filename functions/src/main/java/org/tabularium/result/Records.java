package org.tabularium.result;

import java.util.BitSet;
import java.util.function.Supplier;

/// Records of a dataset. One object stands for the same records in all columns and statistics of a row: those behind a result are
/// those of its numerator's subjects among them.
///
/// @param dataset our name of it
/// @param rows their rows as read, from 0; found when asked for, since few readers ask
public record Records(String dataset, Supplier<BitSet> rows) {}
