/// Where bytes come from and go to. The only stage, with `publish`, that touches a disk or a network.
@NullMarked
package org.tabularium.store;

import org.jspecify.annotations.NullMarked;
