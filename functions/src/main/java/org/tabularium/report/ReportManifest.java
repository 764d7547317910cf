package org.tabularium.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;
import org.tabularium.run.Manifest;
import org.tabularium.run.Software;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudyYaml;

/// What a run says of itself: what was read, what was made, how much was found.
final class ReportManifest {

    private ReportManifest() {}

    static Manifest of(
            ReportInputs inputs,
            RunIdentity identity,
            List<Manifest.Entry> entries,
            List<Manifest.Output> outputs) {
        StudySnapshot snapshot = inputs.snapshot();
        if (!identity.edition().isFull()) {
            return manifest(inputs, identity, Manifest.SettingsFile.NONE, List.of(), List.of(), entries, outputs);
        }
        Manifest.SettingsFile settings = snapshot.files().stream()
                .filter(f -> f.name().equals(StudyYaml.FILE))
                .findFirst()
                .map(f -> new Manifest.SettingsFile(f.sha256(), inputs.settings().text()))
                .orElse(Manifest.SettingsFile.NONE);
        return manifest(inputs, identity, settings, inputFiles(inputs), ignored(inputs), entries, outputs);
    }

    private static Manifest manifest(ReportInputs inputs, RunIdentity identity, Manifest.SettingsFile settings,
            List<Manifest.Input> read, List<String> ignored, List<Manifest.Entry> entries, List<Manifest.Output> outputs) {
        Findings findings = inputs.published(identity.edition());
        return new Manifest(
                inputs.snapshot().folder(),
                identity.run(),
                identity.edition(),
                identity.created(),
                Software.current(),
                settings,
                read,
                ignored,
                entries,
                outputs,
                new Manifest.Counts(
                        findings.count(Severity.ERROR),
                        findings.count(Severity.WARNING),
                        findings.count(Severity.NOTE)));
    }

    /// Every file that was read: datasets with their rows, their definition, and the study's own shells.
    private static List<Manifest.Input> inputFiles(ReportInputs inputs) {
        Map<String, Long> rows = inputs.data().map(StudyData::rowsRead).orElse(Map.of());
        List<Manifest.Input> files = new ArrayList<>();
        inputs.study().sources().forEach((dataset, file) -> files.add(
                new Manifest.Input(dataset, file.name(), file.content().size(), file.sha256(), rows.get(dataset))));
        inputs.snapshot().files().stream()
                .filter(f -> Study.isTemplate(f.name()) || Study.isWordTemplate(f.name())
                        || inputs.study().isDefinedBy(f.name()))
                .forEach(f -> files.add(new Manifest.Input(null, f.name(), f.content().size(), f.sha256(), null)));
        files.sort(Comparator.comparing(Manifest.Input::name));
        return files;
    }

    /// Names of what lay in the folder and was not read.
    private static List<String> ignored(ReportInputs inputs) {
        List<String> names = new ArrayList<>(inputs.snapshot().ignored());
        names.addAll(inputs.study().ignored());
        return names.stream().sorted().toList();
    }
}
