/// A table as comma-separated values. Takes a document of one table, gives exactly the displayed cells as text; never changes a cell's text other
/// than by writing a line break as a space.
@NullMarked
package org.tabularium.render.csv;

import org.jspecify.annotations.NullMarked;
