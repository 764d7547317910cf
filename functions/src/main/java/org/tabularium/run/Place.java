package org.tabularium.run;

import java.util.List;

/// Where readers see a result: the labels that lead to its row, from the outermost, and the header of its column.
///
/// @param row the labels of the rows it stands below, its own last
/// @param column lines separated by line feeds
public record Place(List<String> row, String column) {}
