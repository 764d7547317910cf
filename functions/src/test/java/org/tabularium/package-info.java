/// Tests of the project as a whole.
@NullMarked
package org.tabularium;

import org.jspecify.annotations.NullMarked;
