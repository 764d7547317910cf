/// What is wrong or odd in the input, in the words a person needs. Every stage may report findings; this package uses no other.
@NullMarked
@Room(takes = "what a room saw", gives = "one thing wrong or odd: severity, code, place, message, remedy", never = "uses another room", uses = {})
package org.tabularium.finding;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
