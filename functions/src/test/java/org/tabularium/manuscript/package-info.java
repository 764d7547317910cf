@NullMarked
package org.tabularium.manuscript;

import org.jspecify.annotations.NullMarked;
