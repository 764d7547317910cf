/// Shells: tables declared before any data is seen. Data only; nothing here computes or draws.
@NullMarked
package org.tabularium.shell;

import org.jspecify.annotations.NullMarked;
