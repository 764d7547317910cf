package org.tabularium.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.Edition;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.SettingsVariables;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.StudyReader;
import org.tabularium.study.records.AfterCutOff;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.HouseStyle;
import org.tabularium.validation.Rules;
import org.tabularium.validation.rule.Rule;

/// A study read as far as its tables and rules ask.
///
/// @param readByTables our names of the datasets that tables may read
/// @param data empty where ADSL cannot be used
record ReportInputs(
        StudySnapshot snapshot,
        StudySettings settings,
        Study study,
        ReportPlan plan,
        Set<String> readByTables,
        Findings findings,
        Optional<StudyData> data) {

    static ReportInputs read(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
        try {
            progress.step("reading settings");
            ShellCatalog catalog = catalog(snapshot, options);
            StudySettings settings = StudyYaml.read(snapshot, catalog::check);
            StudySettings styled = settings.withStyle(options.style());
            return read(snapshot, options, catalog.on(settings.page()),
                    options.edition().isFull() ? styled : styled.withoutIdentifiers(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The built-in shells, the caller's and the study's own.
    static ShellCatalog catalog(StudySnapshot snapshot, ReportOptions options) throws IOException, RejectedException {
        List<StudySnapshot.File> own = snapshot.files().stream().filter(f -> Study.isTemplate(f.name())).toList();
        return ShellCatalog.load(Stream.concat(options.templates().stream(), own.stream()).toList());
    }

    private static ReportInputs read(
            StudySnapshot snapshot,
            ReportOptions options,
            ShellCatalog catalog,
            StudySettings settings,
            Progress progress) throws RejectedException {
        Findings findings = new Findings();
        Study study = Study.open(snapshot, settings, findings);
        ReportPlan plan = ReportPlan.of(study, catalog, settings, HouseStyle.named(settings.style()).listings(),
                options.tables());
        findings.addAll(SettingsVariables.unknown(study));
        findings.addAll(plan.unknownVariables(study, catalog));
        RequestedColumns requested = new RequestedColumns();
        plan.ask(study, requested);
        AfterCutOff.ask(study, requested);
        GivenEvent.ask(options, study, requested);
        Set<String> readByTables = Set.copyOf(requested.variables().keySet());
        List<Rule> rules = Rules.of(readByTables);
        rules.forEach(rule -> rule.ask(study, requested));
        Optional<StudyData> data = StudyReader.read(study, requested, readByTables, findings, progress::step)
                .map(AfterCutOff::apply)
                .map(DerivedEndpoints::addTo);
        progress.step("checking");
        data.ifPresent(d -> check(rules, d, progress).forEach(findings::addAll));
        data.ifPresent(d -> findings.addAll(plan.unknownNames(d, catalog)));
        return new ReportInputs(snapshot, settings, study, plan, readByTables, findings, data);
    }

    /// What each rule finds, in the rules' order; rules do not depend on each other, so they look side by side,
    /// each by itself: a few of them take most of the time, and those begin.
    private static List<List<Finding>> check(List<Rule> rules, StudyData data, Progress progress) {
        IdentityHashMap<Rule, ForkJoinTask<List<Finding>>> tasks = new IdentityHashMap<>();
        rules.forEach(rule -> tasks.put(rule, ForkJoinTask.adapt(() -> check(rule, data, progress))));
        ForkJoinTask.invokeAll(Stream.concat(
                rules.stream().filter(Rule::looksAtEachRecord), rules.stream().filter(rule -> !rule.looksAtEachRecord()))
                .map(tasks::get).toList());
        return rules.stream().map(tasks::get).map(ForkJoinTask::join).toList();
    }

    private static List<Finding> check(Rule rule, StudyData data, Progress progress) {
        progress.goOn();
        List<Finding> found = new ArrayList<>();
        rule.check(data, finding -> {
            progress.goOn();
            found.add(finding);
        });
        return found;
    }

    /// The data, where no finding stands against them.
    StudyData usable() throws RejectedException {
        if (findings.hasErrors() || data.isEmpty()) {
            findings.gather();
            throw new RejectedException(findings.listed());
        }
        return data.get();
    }

    /// The findings as files may show them: where the study says `identifiers: none`, without identifiers of subjects; in an
    /// edition for others that there are some, and no more.
    Findings published(Edition edition) {
        if (!edition.isFull()) {
            return findings.withoutWords();
        }
        if (settings.identifiers()) {
            return findings;
        }
        Set<String> names = new HashSet<>();
        for (String identifier : List.of("USUBJID", "SUBJID")) {
            names.add(identifier);
            names.add(settings.variables().getOrDefault(identifier, identifier));
        }
        return findings.withoutValuesOf(names);
    }
}
