/// Tests of snapshot.
@NullMarked
package org.tabularium.snapshot;

import org.jspecify.annotations.NullMarked;
