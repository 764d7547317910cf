/// Distinct texts by code, and codes in few bits: what makes columns small. Takes characters or bytes, gives codes; never decides
/// whether a text is missing,
/// a number or damaged.
///
/// Uses: nothing of ours.
@NullMarked
@Room(takes = "texts", gives = "texts as codes", never = "knows a format", uses = {})
package org.tabularium.dataset.dictionary;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
