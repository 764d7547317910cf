@NullMarked
package org.tabularium.manuscript.word;

import org.jspecify.annotations.NullMarked;
