@NullMarked
package org.tabularium.validation.define;

import org.jspecify.annotations.NullMarked;
