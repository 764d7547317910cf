@NullMarked
package org.tabularium.render.html;

import org.jspecify.annotations.NullMarked;
