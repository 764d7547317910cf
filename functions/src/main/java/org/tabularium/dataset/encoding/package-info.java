/// Text of files that do not declare its encoding. Takes bytes, gives text and says what it was read as; must never guess where
/// bytes fit no encoding, nor show
/// a character that was cut.
///
/// Uses: dataset, finding.
@NullMarked
@Room(takes = "bytes", gives = "text, and where it is cut or marked", never = "knows a format", uses = {"dataset", "finding"})
package org.tabularium.dataset.encoding;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
