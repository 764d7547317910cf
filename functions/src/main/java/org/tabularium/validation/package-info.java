/// Rules over datasets that give findings. Takes the columns it asked for, as tables do; gives findings that name file, row and variable in the study's own
/// words. Changes nothing, stops at nothing, and passes over the rows once.
@NullMarked
package org.tabularium.validation;

import org.jspecify.annotations.NullMarked;
