/// A run's files: manifest, results, findings, and the folder they are put in as a whole; and a run read back, to verify it or to compare it with another.
/// Takes what the other stages made; must never compute a statistic, and nothing that does not follow from content may enter a file.
@NullMarked
package org.tabularium.publish;

import org.jspecify.annotations.NullMarked;
