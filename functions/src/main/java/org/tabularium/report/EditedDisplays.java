package org.tabularium.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.edition.Disclosure;
import org.tabularium.edition.EditionShells;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Shell;

/// The displays of a report in the edition that is made.
final class EditedDisplays {

    private EditedDisplays() {}

    /// What is to be computed; for a display that the edition does not have, nothing.
    static List<Planned> planned(List<Planned> all, EditionShells edition) {
        List<Planned> planned = new ArrayList<>();
        for (Planned one : all) {
            Optional<Shell> shell = edition.of(one.shell());
            shell.ifPresent(narrowed -> planned.add(new Planned(narrowed, one.requested(), one.unmet())));
        }
        return planned;
    }

    /// Whether columns of arms would give small numbers away.
    static boolean needsOneColumn(List<Computed> computed, EditionShells edition) {
        return Disclosure.needsOneColumn(results(computed).toList(), edition);
    }

    /// What was computed as the edition may show it.
    static List<Computed> shown(List<Computed> computed, EditionShells edition) {
        Iterator<Optional<TableResults>> shown = Disclosure.of(results(computed).toList(), edition).iterator();
        return computed.stream().map(one -> one.results() == null
                ? one
                : new Computed(one.planned(), shown.next().orElse(null), null)).toList();
    }

    private static Stream<TableResults> results(List<Computed> computed) {
        return computed.stream().map(Computed::results).flatMap(Stream::ofNullable);
    }
}
