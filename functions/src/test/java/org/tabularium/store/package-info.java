/// Tests of store.
@NullMarked
package org.tabularium.store;

import org.jspecify.annotations.NullMarked;
