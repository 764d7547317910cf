/// The rooms of the program are the packages below; this one holds only the word [Room], which stands at their doors.
@NullMarked
package org.tabularium;

import org.jspecify.annotations.NullMarked;
