/// Behaviour kept as data: the cases of `test-data/spec` and the oracles' values of `test-data/oracle`, for parameterised tests.
@NullMarked
package org.tabularium.casefile;

import org.jspecify.annotations.NullMarked;
