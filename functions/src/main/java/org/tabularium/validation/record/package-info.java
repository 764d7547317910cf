/// Rules on the records of parameters: which count, which are of when, and what cannot be true of one.
@NullMarked
package org.tabularium.validation.record;

import org.jspecify.annotations.NullMarked;
