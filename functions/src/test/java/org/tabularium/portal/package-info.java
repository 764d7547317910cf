/// Tests of portal.
@NullMarked
package org.tabularium.portal;

import org.jspecify.annotations.NullMarked;
