package org.tabularium.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyReader;
import org.tabularium.study.settings.DoseEscalation;
import org.tabularium.study.settings.EndpointSettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.study.settings.RecordSettings;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.DisclosureSettings;
import org.tabularium.study.settings.DisplaySettings;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.validation.rule.Rule;

/// A study of files in memory that goes the way a report goes: opened, asked, read, checked.
public record CheckedStudy(Study study, Findings findings) {

    static final StudySettings DEFAULTS = settings(Map.of(), Map.of(), Map.of());

    static StudySettings settings(
            Map<String, String> variables, Map<String, List<String>> datasets, Map<String, String> parameters) {
        return new StudySettings("S", "", null, TreatmentSettings.DEFAULT, "regulatory", 2, 0.95, List.of(),
                List.of(), variables, datasets, Map.of(), parameters, Map.of(), Map.of(), Map.of(), null,
                DoseEscalation.UNDECLARED, EndpointSettings.DEFAULT, RecordSettings.DEFAULT, DisplaySettings.DEFAULT,
                PageSettings.DEFAULT, DisclosureSettings.DEFAULT, "");
    }

    /// A study that has a study.yaml.
    public static CheckedStudy withSettings(Map<String, byte[]> files) {
        try {
            return of(files, StudyYaml.read(snapshot(files), ShellCatalog.builtIn()::check));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RejectedException e) {
            throw new AssertionError(e.findings().toString(), e);
        }
    }

    private static StudySnapshot snapshot(Map<String, byte[]> files) {
        List<StudySnapshot.File> snapshot = new ArrayList<>();
        files.forEach((name, bytes) -> snapshot.add(new StudySnapshot.File(name, "0".repeat(64), new Bytes(bytes))));
        return new StudySnapshot("S", snapshot);
    }

    static CheckedStudy of(Map<String, byte[]> files, StudySettings settings) {
        Findings findings = new Findings();
        Study study = Study.open(snapshot(files), settings, findings);
        RequestedColumns requested = new RequestedColumns();
        List<Rule> rules = Rules.of(study.datasets());
        rules.forEach(rule -> rule.ask(study, requested));
        StudyReader.read(study, requested, findings, progress -> {
        }).map(DerivedEndpoints::addTo).ifPresent(data -> rules.forEach(rule -> rule.check(data, findings::add)));
        return new CheckedStudy(study, findings);
    }

    public static CheckedStudy ofText(Map<String, String> files) {
        Map<String, byte[]> bytes = new java.util.TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return of(bytes, DEFAULTS);
    }

    /// Findings of what most of the small studies lack, since they are not about it: SAFFL, an arm, a control.
    static final Set<String> OF_SMALL_STUDIES = Set.of("FLAG_ABSENT", "ARM_VARIABLE_ABSENT", "CONTROL_UNKNOWN",
            "CUTOFF_NOT_NAMED");

    /// The findings' lines, without those that small studies have for what they are not about.
    public List<String> lines() {
        return findings.listed().stream().filter(f -> !OF_SMALL_STUDIES.contains(f.code())).map(Finding::line).toList();
    }

    List<String> allLines() {
        return findings.listed().stream().map(Finding::line).toList();
    }

    private static final class Bytes implements Content {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
