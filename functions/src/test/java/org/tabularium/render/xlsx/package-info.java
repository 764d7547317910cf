@NullMarked
package org.tabularium.render.xlsx;

import org.jspecify.annotations.NullMarked;
