package org.tabularium.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.run.DisplayStatus;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Display;
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

    private static Report make(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
        ReportInputs inputs = ReportInputs.read(snapshot, options, progress);
        HouseStyle style = HouseStyle.named(inputs.settings().style());
        RunIdentity identity = RunIdentity.of(snapshot, options, inputs.settings());
        ReportFormats.Chosen formats = ReportFormats.chosen(options, snapshot);
        LaidOut laidOut = LaidOut.of(inputs, style, identity, options, progress);
        byte[] event = GivenEvent.made(options, inputs.usable(), inputs.findings());
        return ReportFiles.report(inputs, identity, formats, style, laidOut.displays(), laidOut.statuses(), laidOut.results(),
                event, progress);
    }

    /// The displays of a study; draws nothing.
    ///
    /// @throws RejectedException where the input cannot be reported on
    static List<Display> displays(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        ReportInputs inputs = ReportInputs.read(snapshot, options, Progress.NONE);
        return LaidOut.of(inputs, HouseStyle.named(inputs.settings().style()),
                RunIdentity.of(snapshot, options, inputs.settings()), options, Progress.NONE).displays();
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

    /// A commented study.yaml made of a study's data.
    ///
    /// @throws RejectedException where the input cannot be reported on
    public static String firstSettings(StudySnapshot snapshot, Progress progress) throws RejectedException {
        return whole(snapshot, () -> FirstSettings.of(snapshot,
                DisplayStatuses.of(ReportInputs.read(snapshot, ReportOptions.DEFAULT, progress)), progress));
    }

    /// Which tables a study gives, and why not the others; draws nothing.
    ///
    /// @throws RejectedException where the input cannot be reported on
    public static List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress)
            throws RejectedException {
        return whole(snapshot, () -> DisplayStatuses.of(ReportInputs.read(snapshot, options, progress)));
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

    /// The built-in tables: what there is without any study.
    public static List<DisplayStatus> catalogue() {
        return DisplayStatuses.ofShells(ShellCatalog.builtIn());
    }

    /// The names of the built-in tables; reads none of them.
    public static List<String> builtIn() {
        return ShellCatalog.builtIn().ids();
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

}
