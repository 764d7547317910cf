/// Tests of what is counted, in which columns and rows, on studies of a few subjects whose numbers can be checked by eye.
@NullMarked
package org.tabularium.analysis;

import org.jspecify.annotations.NullMarked;
