/// A run's files: manifest, results, findings, and the folder they are put in as a whole.
@NullMarked
package org.tabularium.publish;

import org.jspecify.annotations.NullMarked;
