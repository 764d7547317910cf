/// The instruments of lupus and cell-therapy trials: grades, scores and response criteria. Takes columns and gives derived values; knows nothing of
/// tables and never guesses at a missing component.
@NullMarked
package org.tabularium.endpoint;

import org.jspecify.annotations.NullMarked;
