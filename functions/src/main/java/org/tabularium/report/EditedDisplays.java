package org.tabularium.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.edition.Disclosure;
import org.tabularium.edition.EditionShells;
import org.tabularium.finding.Finding;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Edition;
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

    /// What somebody asked for by name and the edition lacks: displays that are no part of it, and those that could not
    /// be made or
    /// whose numbers are all to be hidden. Files of the edition say the code alone.
    ///
    /// @param shown what is left of the planned
    static List<Finding> leftOut(List<Planned> planned, List<Computed> shown, Edition edition) {
        if (edition.isFull()) {
            return List.of();
        }
        List<String> foreign = new ArrayList<>();
        List<String> unmade = new ArrayList<>();
        for (Planned one : planned) {
            String name = one.shell().name();
            Optional<Computed> left = shown.stream().filter(c -> c.planned().shell().name().equals(name)).findFirst();
            if (one.requested() && left.isEmpty()) {
                foreign.add(name);
            } else if (one.requested() && left.orElseThrow().results() == null) {
                unmade.add(name);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!foreign.isEmpty()) {
            findings.add(
                    Finding.note("EDITION_WITHOUT", "the " + edition.word() + " edition has no " + String.join(", no ", foreign)
                            + ": displays of these kinds are in the full edition alone"));
        }
        if (!unmade.isEmpty()) {
            findings.add(Finding
                    .note("EDITION_WITHOUT", "the " + edition.word() + " edition has no " + String.join(", no ", unmade)
                            + ": what is asked for could not be made of what this edition may show")
                    .remedy("see the reason in the full edition"));
        }
        return findings;
    }

    private static Stream<TableResults> results(List<Computed> computed) {
        return computed.stream().map(Computed::results).flatMap(Stream::ofNullable);
    }
}
