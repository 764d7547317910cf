/// From the results of a figure and its words to the figure: what goes where on the sheet. Every kind is one class.
@NullMarked
@Room(takes = "results and words of a figure", gives = "the figure as drawing and charts", never = "computes a statistic; knows a file format", uses = {
    "figure.drawing", "result", "result.display", "shell", "shell.rows", "statistic", "study", "table", "table.display",
    "table.wording"})
package org.tabularium.figure;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
