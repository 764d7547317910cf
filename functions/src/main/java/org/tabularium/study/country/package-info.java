/// Countries by the codes that data have in place of their names. Never: changes a value of the data.
@NullMarked
@Room(takes = "a code of ISO 3166", gives = "what the country is called in English", never = "changes a value of the data", uses = {})
package org.tabularium.study.country;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
