/// Rules over datasets that give findings. Rules ask for columns as tables do and change nothing.
@NullMarked
package org.tabularium.validation;

import org.jspecify.annotations.NullMarked;
