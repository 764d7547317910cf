/// Tests of the instruments; expected values come from the publications named in each test.
@NullMarked
package org.tabularium.endpoint;

import org.jspecify.annotations.NullMarked;
