/// Tests of infra/: what the template says, and what it does once deployed, unchanged, to LocalStack.
@NullMarked
package org.tabularium.cloud;

import org.jspecify.annotations.NullMarked;
