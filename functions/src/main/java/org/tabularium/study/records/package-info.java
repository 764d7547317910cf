/// Which records of a study's BDS datasets count: at a visit, as baseline, up to the cut-off, and from which day on time counts. Takes columns and says which rows; makes no
/// numbers. One answer for tables, derived endpoints and rules.
@NullMarked
package org.tabularium.study.records;

import org.jspecify.annotations.NullMarked;
