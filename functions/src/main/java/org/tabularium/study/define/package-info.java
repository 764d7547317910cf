/// Takes `define.xml` (Define-XML 2.0 and 2.1); gives what it says of datasets, variables and codes. Never: decides what a number
/// is, fetches anything.
@NullMarked
@Room(takes = "`define.xml`", gives = "what it says of datasets, variables and codes", never = "decides what a number is; fetches anything", uses = {
    "dataset", "finding", "snapshot", "store"})
package org.tabularium.study.define;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
