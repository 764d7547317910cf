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
}
