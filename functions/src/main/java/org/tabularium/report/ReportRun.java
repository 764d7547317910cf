package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.Analyses;
import org.tabularium.edition.EditionShells;
import org.tabularium.figure.Figures;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.reconciliation.Reconciliation;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.Result;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultKeys;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Edition;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.Display;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.TableLayout;
import org.tabularium.table.wording.ObstacleWords;
import org.tabularium.validation.UnusedDatasets;

/// The story of a report: snapshot → datasets → findings → results → reconciliation → tables → files.
///
/// Nothing here touches a disk, a clock or a network: the same snapshot and options give the same bytes.
public final class ReportRun {

    private ReportRun() {}

    /// Makes the report of a study.
    ///
    /// @throws RejectedException where the input cannot be reported on; its findings say why, all of them
    /// @throws UncheckedIOException where the study's files cannot be read, which is no fault of the study
    public static Report report(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
        return whole(snapshot, () -> make(snapshot, options, progress));
    }

    /// Displays stand in the order of their shells' numbers, in styles that number through as well: baseline, efficacy, safety.
    /// Where none is printed, those that somebody asks for stand as they are asked for.
    private static List<Planned> inOrder(List<Planned> planned, HouseStyle style) {
        boolean asIs = style.numbering() == HouseStyle.Numbering.NONE && planned.stream().anyMatch(Planned::requested);
        return asIs ? planned : NumberOrder.of(planned).stream().map(planned::get).toList();
    }

    private static Report make(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
        ReportInputs inputs = ReportInputs.read(snapshot, options, progress);
        HouseStyle style = HouseStyle.named(inputs.settings().style());
        RunIdentity identity = RunIdentity.of(snapshot, options, inputs.settings());
        ReportFormats.Chosen formats = ReportFormats.chosen(options, snapshot);
        LaidOut laidOut = layOut(inputs, style, identity, options, progress);
        byte[] event = GivenEvent.made(options, inputs.usable(), inputs.findings());
        return ReportFiles.report(inputs, identity, formats, style, laidOut.displays(), laidOut.statuses(), laidOut.results(),
                event, progress);
    }

    /// The displays of a study; draws nothing.
    ///
    /// @throws RejectedException where the input cannot be reported on
    static List<Display> displays(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        ReportInputs inputs = ReportInputs.read(snapshot, options, Progress.NONE);
        return layOut(inputs, HouseStyle.named(inputs.settings().style()),
                RunIdentity.of(snapshot, options, inputs.settings()), options, Progress.NONE).displays();
    }

    /// Everything of a report before it is drawn.
    ///
    /// @param statuses of the displays and of what could not be made, in the order of the report
    private record LaidOut(List<Display> displays, List<DisplayStatus> statuses, List<PublishedResult> results) {}

    private static LaidOut layOut(ReportInputs inputs, HouseStyle style, RunIdentity identity, ReportOptions options,
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
        List<Computed> all = computeAll(EditedDisplays.planned(planned, edition), data, style, edition, progress);
        reconcile(all, data, inputs.findings());
        if (EditedDisplays.needsOneColumn(all, edition)) {
            edition = edition.inOneColumn();
            all = computeAll(EditedDisplays.planned(planned, edition), data, style, edition, progress);
        }
        all = EditedDisplays.shown(all, edition);
        if (options.tables().isEmpty() && options.edition().isFull()) {
            inputs.findings().addAll(UnusedDatasets.of(inputs.study(), used(all), Refusals.of(inputs, all)));
        }
        for (Computed computed : all) {
            if (computed.results() == null) {
                if (options.edition().isFull()) {
                    statuses.add(notProduced(data, computed.planned(), requireNonNull(computed.obstacle())));
                }
                continue;
            }
            Display.Kind kind = kind(computed.planned().shell());
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
            addUnknown(inputs.plan(), data, statuses);
        } else {
            addNotOfEdition(options, statuses);
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

    /// The id that the study's run has, without making it.
    ///
    /// @throws RejectedException where not even the settings or the shells can be read
    public static String run(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        try {
            StudySettings settings = StudyYaml.read(snapshot, ReportInputs.catalog(snapshot, options)::check);
            return RunIdentity.of(snapshot, options, settings.withStyle(options.style())).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that is wrong or odd in a study; makes no table.
    public static Findings check(StudySnapshot snapshot, ReportOptions options, Progress progress) {
        try {
            return whole(snapshot, () -> findings(ReportInputs.read(snapshot, options, progress)));
        } catch (RejectedException e) {
            Findings findings = new Findings();
            findings.addAll(e.findings());
            return findings;
        }
    }

    /// Without tables, a dataset counts as used where one may be made of it.
    private static Findings findings(ReportInputs inputs) {
        if (inputs.data().isPresent()) {
            inputs.findings().addAll(UnusedDatasets.of(inputs.study(), inputs.readByTables(), Refusals.of(inputs, List.of())));
        }
        inputs.findings().gather();
        return inputs.findings();
    }

    private static Set<String> used(List<Computed> computed) {
        return computed.stream().map(Computed::results).flatMap(Stream::ofNullable)
                .flatMap(results -> results.datasets().stream()).collect(Collectors.toSet());
    }

    /// A commented study.yaml made of a study's data.
    ///
    /// @throws RejectedException where the input cannot be reported on
    public static String firstSettings(StudySnapshot snapshot, Progress progress) throws RejectedException {
        return whole(snapshot, () -> FirstSettings.of(snapshot, status(snapshot, ReportOptions.DEFAULT, progress), progress));
    }

    /// Which tables a study gives, and why not the others; draws nothing.
    ///
    /// @throws RejectedException where the input cannot be reported on
    public static List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress)
            throws RejectedException {
        return whole(snapshot, () -> status(snapshot, options, progress));
    }

    /// Of the tables that the options name those that the study has not, under whatever name. Computes nothing.
    ///
    /// @throws RejectedException where the input cannot be reported on
    public static List<String> unknownTables(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        return whole(snapshot, () -> {
            ReportInputs inputs = ReportInputs.read(snapshot, options, Progress.NONE);
            return inputs.plan().unknown(inputs.plan().tables(inputs.usable()));
        });
    }

    private static List<DisplayStatus> status(StudySnapshot snapshot, ReportOptions options, Progress progress)
            throws RejectedException {
        ReportInputs inputs = ReportInputs.read(snapshot, options, progress);
        StudyData data = inputs.usable();
        HouseStyle style = HouseStyle.named(inputs.settings().style());
        List<DisplayStatus> statuses = new ArrayList<>();
        for (Planned planned : inputs.plan().tables(data)) {
            try {
                TableResults computed = compute(planned, data, style, EditionShells.of(Edition.FULL, 0));
                Shell shell = planned.shell();
                String title = TableLayout.title(shell, computed.placeholders(), inputs.settings());
                statuses.add(new DisplayStatus(kind(shell), shell.name(), shell.number(), title, null, planned.requested()));
            } catch (NotProducedException e) {
                statuses.add(notProduced(data, planned, e.obstacle()));
            }
        }
        addUnknown(inputs.plan(), data, statuses);
        return statuses;
    }

    /// Something made of a study.
    @FunctionalInterface
    private interface Made<T> {
        T make() throws RejectedException;
    }

    /// What is made of files that somebody writes to meanwhile is made of no state that the study ever had, and whatever was
    /// found wrong
    /// may be wrong in none. Large files stay where they are while they are looked at; where one is cut, looking at what is gone
    /// ends in an [InternalError].
    private static <T> T whole(StudySnapshot snapshot, Made<T> made) throws RejectedException {
        try {
            T whole = made.make();
            refuseChanged(snapshot);
            return whole;
        } catch (RejectedException | InternalError | RuntimeException e) {
            refuseChanged(snapshot);
            throw e;
        }
    }

    private static void refuseChanged(StudySnapshot snapshot) throws RejectedException {
        List<StudySnapshot.File> changed = snapshot.changed();
        if (!changed.isEmpty()) {
            throw new RejectedException(changed.stream()
                    .map(f -> Finding.error("FILE_CHANGED", "the file was changed while it was being read").in(f.name())
                            .remedy("wait until it is written, then report again"))
                    .toList());
        }
    }

    /// The built-in tables: what there is without any study.
    public static List<DisplayStatus> catalogue() {
        ShellCatalog catalog = ShellCatalog.builtIn();
        return catalog.ids().stream()
                .map(catalog::shell)
                .map(s -> new DisplayStatus(kind(s), s.name(), s.number(), s.plainTitle(), null, false))
                .toList();
    }

    /// Tables do not depend on each other, so they are computed side by side.
    private static List<Computed> computeAll(List<Planned> tables, StudyData data, HouseStyle style, EditionShells edition,
            Progress progress) {
        progress.step("computing tables");
        return tables.parallelStream()
                .map(planned -> {
                    try (var _ = progress.table(planned.shell().name())) {
                        return new Computed(planned, compute(planned, data, style, edition), null);
                    } catch (NotProducedException e) {
                        return new Computed(planned, null, e.obstacle());
                    }
                })
                .toList();
    }

    /// Compares the tables with each other. What contradicts itself is no report.
    private static void reconcile(List<Computed> computed, StudyData data, Findings findings) throws RejectedException {
        findings.addAll(Reconciliation.of(computed.stream().filter(c -> kind(c.planned().shell()) != Display.Kind.TEXT)
                .map(Computed::results).flatMap(Stream::ofNullable).toList(), data));
        if (findings.hasErrors()) {
            throw new RejectedException(findings.listed());
        }
    }

    private static TableResults compute(Planned planned, StudyData data, HouseStyle style, EditionShells edition)
            throws NotProducedException {
        if (planned.unmet() != null) {
            throw new NotProducedException(planned.unmet());
        }
        return Analyses.compute(data, planned.shell(), edition.of(new HouseDefaults(style.continuous(), style.yesOnly())));
    }

    private static DisplayStatus notProduced(StudyData data, Planned planned, Obstacle obstacle) {
        Shell shell = planned.shell();
        return new DisplayStatus(kind(shell), shell.name(), shell.number(), shell.plainTitle(),
                ObstacleWords.of(obstacle, Analyses.advice(data, shell, obstacle)), planned.requested());
    }

    private static Display.Kind kind(Shell shell) {
        if (shell.figure().isPresent()) {
            return Display.Kind.FIGURE;
        }
        if (shell.text().isPresent()) {
            return Display.Kind.TEXT;
        }
        return shell.isListing() ? Display.Kind.LISTING : Display.Kind.TABLE;
    }

    private static void addUnknown(ReportPlan plan, StudyData data, List<DisplayStatus> statuses) {
        plan.unknown(plan.tables(data))
                .forEach(name -> statuses
                        .add(new DisplayStatus(Display.Kind.TABLE, name, "", name, "the study has no such table", true)));
    }

    /// What was asked for by name and the edition does not show. Why it does not is a matter of the full edition.
    private static void addNotOfEdition(ReportOptions options, List<DisplayStatus> statuses) {
        options.tables().stream()
                .filter(name -> statuses.stream().noneMatch(s -> s.name().equals(name) || s.name().startsWith(name + "-")))
                .forEach(name -> statuses.add(new DisplayStatus(Display.Kind.TABLE, name, "", name,
                        "it is no part of the " + options.edition().word() + " edition", true)));
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
