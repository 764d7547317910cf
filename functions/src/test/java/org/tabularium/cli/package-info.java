/// Tests of cli.
@NullMarked
package org.tabularium.cli;

import org.jspecify.annotations.NullMarked;
