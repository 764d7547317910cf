/// Tests of the comparison of tables.
@NullMarked
package org.tabularium.reconciliation;

import org.jspecify.annotations.NullMarked;
