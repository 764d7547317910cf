/// Linear algebra of statistics: orthonormal columns of a design, factors of positive definite matrices.
///
/// Takes matrices as arrays of rows or columns. Whether a column is a combination of others, or a matrix is positive definite, is
/// an answer and never an exception.
@NullMarked
@Room(takes = "numbers", gives = "orthonormal columns, triangular factors", never = "knows a statistic", uses = {
    "statistic.sample"})
package org.tabularium.statistic.linear;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
