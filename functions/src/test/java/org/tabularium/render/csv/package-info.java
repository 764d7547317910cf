@NullMarked
package org.tabularium.render.csv;

import org.jspecify.annotations.NullMarked;
