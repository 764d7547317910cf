package org.tabularium.figure;

import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;

/// A kind of figure with its data.
interface Picture {

    /// What is seen.
    Drawing drawing();

    /// The same in the numbers of its axes; empty where it is no chart.
    List<Chart> charts();

    /// What readers must know of it: sentences for its footnotes.
    default List<String> notes() {
        return List.of();
    }
}
