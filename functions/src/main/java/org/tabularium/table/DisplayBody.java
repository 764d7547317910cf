package org.tabularium.table;

import java.util.List;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Header and rows of a display before it has footnotes.
///
/// @param stubs how many columns on the left are labels
/// @param marks of the footnotes, as they stand at columns and rows
record DisplayBody(List<TableColumn> columns, int stubs, List<TableRow> rows, FootnoteMarks marks) {}
