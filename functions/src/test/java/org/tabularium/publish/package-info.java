/// Tests of publish.
@NullMarked
package org.tabularium.publish;

import org.jspecify.annotations.NullMarked;
