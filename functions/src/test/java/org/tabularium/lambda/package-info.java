/// Tests of lambda.
@NullMarked
package org.tabularium.lambda;

import org.jspecify.annotations.NullMarked;
