/// The exact content of a study at one moment: names, sizes, hashes, and a way to the bytes.
@NullMarked
package org.tabularium.snapshot;

import org.jspecify.annotations.NullMarked;
