/// Numbers as text: rounding, decimals, percentages, p-values, ranges.
///
/// Takes raw doubles and integers and a {@link org.tabularium.table.number.NumberStyle}, gives the text a reader sees. Each
/// number is rounded exactly once, from
/// its full precision. Knows no statistic, no table and no file format; never uses a locale.
@NullMarked
@Room(takes = "numbers", gives = "numbers as text", never = "knows a table", uses = {})
package org.tabularium.table.number;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
