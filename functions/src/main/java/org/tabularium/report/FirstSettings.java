package org.tabularium.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.run.DisplayStatus;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ControlArm;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.TreatmentVariables;
import org.tabularium.selection.bds.ScoreLabels;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.define.CodeList;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.StudyReader;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;

/// A commented study.yaml made of a study's data: what a report takes as it is stands as settings, what may be set
/// as comments. A report with it is the report without it; one that takes the place of another says what that said, too.
final class FirstSettings {

    private static final int MOST = 40;

    private final StudyData data;
    private final List<DisplayStatus> statuses;
    private final KeptSettings kept;
    private final StringBuilder text = new StringBuilder();

    private FirstSettings(StudyData data, List<DisplayStatus> statuses) {
        this.data = data;
        this.statuses = statuses;
        this.kept = KeptSettings.of(data.settings().text());
    }

    /// @throws RejectedException where the study cannot be reported on
    ///
    /// @param statuses of all displays
    static String of(StudySnapshot snapshot, List<DisplayStatus> statuses, Progress progress) throws RejectedException {
        try {
            StudySettings settings = StudyYaml.read(snapshot, ShellCatalog.builtIn()::check);
            Findings findings = new Findings();
            Study study = Study.open(snapshot, settings, findings);
            RequestedColumns requested = new RequestedColumns();
            requested.ask(Study.ADSL, study.variables(Study.ADSL));
            study.datasets().forEach(dataset -> requested.ask(dataset, "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "AVAL",
                    "AVALC"));
            StudyData data = StudyReader.read(study, requested, findings, progress::step).map(DerivedEndpoints::addTo)
                    .orElseThrow(() -> new RejectedException(findings.listed()));
            return new FirstSettings(data, statuses).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        line("# Settings of the study, made of its data by 'tabularium init'. Every line may go: without this file the report is the");
        line("# same. Lines that begin with # are what may be set, and what the data hold.");
        line("");
        kept();
        if (!kept.sets("study")) {
            line("study: " + quoted(data.settings().study()));
        }
        line("# title: …                       printed on every page");
        line("# sponsor: …                     protocol: …     status: DRAFT");
        line("# cutoff: 2025-08-31             printed as \"Data cut-off 31 Aug 2025\"; records after it are noted");
        line("# style: regulatory              regulatory | abstract | lancet");
        line("");
        arms();
        flags();
        parameters();
        displays();
        return text.toString();
    }

    private void kept() {
        if (!kept.lines().isEmpty()) {
            line("# What the study.yaml said that this one replaces; these lines may not all go:");
            kept.lines().forEach(this::line);
            line("");
        }
    }

    private void arms() {
        TreatmentVariables variables = TreatmentVariables.of(data);
        Optional<String> planned = variables.planned();
        Optional<String> actual = variables.actual();
        List<String> labels = new ArrayList<>();
        for (String variable : variables.both()) {
            Arms arms = Arms.of(data, variable, PopulationName.SAFETY);
            line("# Arms by " + variable + ":");
            for (int i = 0; i < arms.labels().size(); i++) {
                line("#   " + arms.labels().get(i) + ": " + arms.members(i).cardinality() + " subjects");
            }
            labels = labels.isEmpty() ? new ArrayList<>(arms.labels()) : labels;
        }
        if (planned.isEmpty() || actual.isEmpty() || labels.isEmpty()) {
            line("# There is no variable of the treatment (TRT01P, TRT01A, ARM): all subjects are one column.");
            line("# treatment: {variable: its name}");
            line("");
            return;
        }
        if (kept.sets("treatment")) {
            line("");
            return;
        }
        line("treatment:");
        line("  planned: " + quoted(planned.get()));
        line("  actual: " + quoted(actual.get()));
        ControlArm control = ControlArm.of(labels, null, data.settings().treatment());
        line(control.arm() == null
                ? "  # control: " + quoted(labels.getFirst())
                        + "     no arm is known to be the control; nothing is compared without one"
                : "  # control: " + quoted(control.arm()) + "     taken for the control by its name");
        line("  # order: [" + String.join(", ", labels.stream().map(FirstSettings::quoted).toList()) + "]");
        line("");
    }

    private void flags() {
        List<Column> flags = data.adsl().columns().stream().filter(column -> column.variable().name().endsWith("FL")).toList();
        if (!flags.isEmpty()) {
            line("# Flags of ADSL and how many subjects have Y:");
            flags.forEach(flag -> line("#   " + flag.variable().name() + " (" + flag.variable().label() + "): " + yes(flag)));
            line("");
        }
    }

    private int yes(Column flag) {
        int yes = 0;
        for (int subject = 0; subject < flag.size(); subject++) {
            yes += ValueText.text(flag, subject).equalsIgnoreCase("Y") ? 1 : 0;
        }
        return yes;
    }

    private void parameters() {
        for (Dataset dataset : data.datasets()) {
            Optional<Column> code = dataset.column("PARAMCD");
            if (code.isPresent()) {
                line("# Parameters of " + dataset.name() + ":");
                parameters(dataset, code.get());
                dataset.column("AVISIT").ifPresent(visit -> line("#   visits: "
                        + String.join(" | ", levels(visit, dataset.column("AVISITN")))));
            }
        }
        line("# Endpoints found in or derived from them: " + endpoints());
        Map<String, String> could = ScoreLabels.alike(data);
        if (!could.isEmpty()) {
            line("# These may be scores that reports know; if they are, name them:");
            line("# parameters: {" + String.join(", ",
                    could.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList()) + "}");
        }
        line("");
    }

    private void parameters(Dataset dataset, Column code) {
        Optional<Column> label = dataset.column("PARAM");
        Map<String, Integer> records = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            String name = ValueText.text(code, row);
            records.merge(name, 1, Integer::sum);
            if (!labels.containsKey(name)) {
                labels.put(name, label.isEmpty() ? "" : ValueText.text(label.get(), row));
            }
        }
        records.keySet().stream().limit(MOST)
                .forEach(name -> line("#   " + name + " (" + labels.get(name) + "): " + records.get(name) + " records"));
        if (records.size() > MOST) {
            line("#   and " + (records.size() - MOST) + " more");
        }
    }

    private String endpoints() {
        List<String> found = ScoreLabels.codes().stream()
                .filter(code -> delivered(code) || data.derived(code).filter(d -> d.records().rows() > 0).isPresent())
                .map(code -> delivered(code) ? code : code + " (derived)")
                .toList();
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private boolean delivered(String code) {
        String theirs = data.settings().parameters().getOrDefault(code, code);
        return data.datasets().stream().flatMap(dataset -> dataset.column("PARAMCD").stream())
                .anyMatch(column -> has(column, theirs));
    }

    private static boolean has(Column column, String value) {
        for (int row = 0; row < column.size(); row++) {
            if (ValueText.text(column, row).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> levels(Column column, Optional<Column> number) {
        Map<String, Boolean> levels = new TreeMap<>(LevelOrder.of(column, number, CodeList.NONE));
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                levels.put(ValueText.text(column, row), true);
            }
        }
        return levels.keySet().stream().limit(MOST).toList();
    }

    /// What is made, and what each other display would need. Nothing is listed as a setting: what is not listed comes by itself.
    private void displays() {
        line("# Displays that are made. List them to choose and to give them parameters:");
        line("# tables:");
        statuses.stream().filter(DisplayStatus::produced)
                .forEach(status -> line("#   - " + status.name() + "     " + status.number() + " " + status.title()));
        line("#");
        line("# What the others would need:");
        statuses.stream().filter(status -> !status.produced())
                .forEach(status -> line("#   " + status.name() + ": " + status.reason()));
    }

    private void line(String line) {
        text.append(line.replaceAll("\\p{Cntrl}+", " ").stripTrailing()).append('\n');
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ") + "\"";
    }
}
