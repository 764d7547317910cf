/// The story in one method: [ReportRun] takes a snapshot of a study and gives every byte of its report. Only `cli` and `lambda` use it.
@NullMarked
package org.tabularium;

import org.jspecify.annotations.NullMarked;
