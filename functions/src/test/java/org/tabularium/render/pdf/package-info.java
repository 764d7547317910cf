@NullMarked
package org.tabularium.render.pdf;

import org.jspecify.annotations.NullMarked;
