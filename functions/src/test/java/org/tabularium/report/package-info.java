/// The product as its users meet it: study folders go in, whole reports come out, and what they show is held against published
/// tables, against numbers
/// computed by others, and against itself elsewhere (another time zone, locale, folder, process). No test here looks inside.
@NullMarked
package org.tabularium.report;

import org.jspecify.annotations.NullMarked;
