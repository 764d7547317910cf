package org.tabularium.report;

import org.jspecify.annotations.Nullable;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;

/// A table's results, or why there are none.
///
/// @param obstacle null where there are results, and where the edition does not show them
record Computed(Planned planned, @Nullable TableResults results, @Nullable Obstacle obstacle) {}
