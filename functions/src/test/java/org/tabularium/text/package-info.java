@NullMarked
package org.tabularium.text;

import org.jspecify.annotations.NullMarked;
