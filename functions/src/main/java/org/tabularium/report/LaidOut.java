package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.edition.EditionShells;
import org.tabularium.figure.Figures;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.reconciliation.Reconciliation;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.Result;
import org.tabularium.result.display.TableResults;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultKeys;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.TableLayout;
import org.tabularium.table.display.Display;
import org.tabularium.validation.UnusedDatasets;

/// Everything of a report before it is drawn.
///
/// @param statuses of the displays and of what could not be made, in the order of the report
record LaidOut(List<Display> displays, List<DisplayStatus> statuses, List<PublishedResult> results) {

    static LaidOut of(ReportInputs inputs, HouseStyle style, RunIdentity identity, ReportOptions options,
            Progress progress) throws RejectedException {
        StudyData data = inputs.usable();
        TableLayout layout = new TableLayout(data, style, identity.run());
        List<Display> displays = new ArrayList<>();
        List<DisplayStatus> statuses = new ArrayList<>();
        List<PublishedResult> results = new ArrayList<>();
        ResultKeys keys = new ResultKeys();
        List<Planned> texts = new ArrayList<>();
        EditionShells edition = EditionShells.of(options.edition(), inputs.settings().disclosure().smallestCount());
        List<Planned> planned = inOrder(inputs.plan().tables(data), style);
        List<Computed> all = Computed.all(EditedDisplays.planned(planned, edition), data, style, edition, progress);
        reconcile(all, data, inputs.findings());
        if (EditedDisplays.needsOneColumn(all, edition)) {
            edition = edition.inOneColumn();
            all = Computed.all(EditedDisplays.planned(planned, edition), data, style, edition, progress);
        }
        all = EditedDisplays.shown(all, edition);
        inputs.findings().addAll(EditedDisplays.leftOut(planned, all, options.edition()));
        if (options.tables().isEmpty() && options.edition().isFull()) {
            inputs.findings().addAll(UnusedDatasets.of(inputs.study(), used(all), Refusals.of(inputs, all)));
        }
        for (Computed computed : all) {
            if (computed.results() == null) {
                if (options.edition().isFull()) {
                    statuses.add(DisplayStatuses.notProduced(data, computed.planned(), requireNonNull(computed.obstacle())));
                } else if (computed.planned().requested()) {
                    statuses.add(DisplayStatuses.unmade(computed.planned().shell()));
                }
                continue;
            }
            Display.Kind kind = DisplayStatuses.kind(computed.planned().shell());
            if (kind == Display.Kind.TEXT) {
                texts.add(computed.planned());
                continue;
            }
            long before = displays.stream().filter(d -> d.kind() == kind).count();
            Display display = laidOut(layout, kind, computed.results(), Math.toIntExact(before + 1));
            displays.add(display);
            inputs.findings().addAll(AbsentParts.of(computed.results()));
            statuses.add(DisplayStatus.produced(display, computed.planned().requested()));
            publish(display, computed.results(), keys, results);
        }
        Map<String, String> shells = all.stream().map(c -> c.planned().shell())
                .collect(Collectors.toMap(Shell::name, Shell::id, (first, second) -> first));
        QuotedNumbers.write(texts, shells, results, style, inputs, displays, statuses);
        inputs.findings().addAll(NumbersTwice.of(displays));
        inputs.findings().addAll(layout.notes());
        inputs.findings().gather();
        if (options.edition().isFull()) {
            DisplayStatuses.addUnknown(inputs.plan(), data, statuses);
        } else {
            DisplayStatuses.addNotOfEdition(options, statuses);
        }
        return new LaidOut(displays, statuses, results);
    }

    private static Display laidOut(TableLayout layout, Display.Kind kind, TableResults results, int place) {
        return switch (kind) {
            case TABLE, LISTING -> layout.display(results, place);
            case FIGURE -> Figures.of(layout.figure(results, place), results);
            case TEXT -> throw new IllegalArgumentException("a text is written when all tables are");
        };
    }

    /// Displays stand in the order of their shells' numbers, in styles that number through as well: baseline, efficacy, safety.
    /// Where none is printed, those that somebody asks for stand as they are asked for.
    private static List<Planned> inOrder(List<Planned> planned, HouseStyle style) {
        boolean asIs = style.numbering() == HouseStyle.Numbering.NONE && planned.stream().anyMatch(Planned::requested);
        return asIs ? planned : NumberOrder.of(planned).stream().map(planned::get).toList();
    }

    private static Set<String> used(List<Computed> computed) {
        return computed.stream().map(Computed::results).flatMap(Stream::ofNullable)
                .flatMap(results -> results.datasets().stream()).collect(Collectors.toSet());
    }

    /// Compares the tables with each other. What contradicts itself is no report.
    private static void reconcile(List<Computed> computed, StudyData data, Findings findings) throws RejectedException {
        findings.addAll(
                Reconciliation.of(computed.stream().filter(c -> DisplayStatuses.kind(c.planned().shell()) != Display.Kind.TEXT)
                        .map(Computed::results).flatMap(Stream::ofNullable).toList(), data));
        if (findings.hasErrors()) {
            throw new RejectedException(findings.listed());
        }
    }

    private static void publish(Display table, TableResults computed, ResultKeys keys, List<PublishedResult> results) {
        for (Result result : computed.unshown()) {
            results.add(PublishedResult.unshown(table.id(), result, keys.next(table.id(), result)));
        }
        IdentityHashMap<Result, Shown> shown = Shown.in(table);
        Stream.concat(
                computed.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream()),
                computed.drawn().stream().flatMap(row -> row.results().stream()))
                .forEach(result -> results.add(published(table.id(), result, keys, shown.get(result))));
    }

    private static PublishedResult published(String table, Result result, ResultKeys keys, @Nullable Shown shown) {
        return shown == null
                ? PublishedResult.unshown(table, result, keys.next(table, result))
                : new PublishedResult(table, result, keys.next(table, result), shown.text(), shown.place());
    }
}
