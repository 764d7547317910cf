package org.tabularium.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.Analyses;
import org.tabularium.edition.EditionShells;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.study.StudyData;
import org.tabularium.table.HouseStyle;

/// A table's results, or why there are none.
///
/// @param obstacle null where there are results, and where the edition does not show them
record Computed(Planned planned, @Nullable TableResults results, @Nullable Obstacle obstacle) {

    /// Tables do not depend on each other, so they are computed side by side.
    static List<Computed> all(List<Planned> tables, StudyData data, HouseStyle style, EditionShells edition,
            Progress progress) {
        progress.step("computing tables");
        return data.each(tables)
                .map(planned -> {
                    try (var _ = progress.table(planned.shell().name())) {
                        return new Computed(planned, compute(planned, data, style, edition), null);
                    } catch (NotProducedException e) {
                        return new Computed(planned, null, e.obstacle());
                    }
                })
                .toList();
    }

    /// One table's results.
    ///
    /// @throws NotProducedException where it cannot be made
    static TableResults compute(Planned planned, StudyData data, HouseStyle style, EditionShells edition)
            throws NotProducedException {
        if (planned.unmet() != null) {
            throw new NotProducedException(planned.unmet());
        }
        return Analyses.compute(data, planned.shell(),
                edition.of(new HouseDefaults(style.continuous(), style.byVisit(), style.yesOnly())));
    }
}
