/// From results and a shell to a table of text. Knows nothing of any file format.
@NullMarked
package org.tabularium.table;

import org.jspecify.annotations.NullMarked;
