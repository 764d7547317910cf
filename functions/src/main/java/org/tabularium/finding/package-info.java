/// What is wrong or odd in the input, in the words a person needs. Every stage may report findings; this package uses no other.
@NullMarked
package org.tabularium.finding;

import org.jspecify.annotations.NullMarked;
