package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.EventGroup;
import org.tabularium.selection.EventGroups;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.SettingsLines;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.structure.NearNames;
import org.tabularium.yaml.NearestWord;

/// What study.yaml names by value (datasets, PARAMCDs, arms, levels, labels) is in the data. A name that nothing has changes
/// nothing, and whoever wrote it thinks that it does; it is a
/// warning, since it may come with a later delivery. Variables are checked by [org.tabularium.study.SettingsVariables], the
/// control by the arms.
public final class UnmetSettings implements Rule {

    private static final String DATASET = "is the name of no dataset";
    private static final String PARAMETER = "is the PARAMCD of no dataset";
    private static final String ARM = "is the arm of no subject";
    private static final int MOST_NAMES = 12;
    private static final List<String> SCALES = List.of("CRS", "ICANS");
    private static final List<String> DICTIONARIES = List.of("MedDRA", "CTCAE", "WHODrug");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        StudySettings settings = study.settings();
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        requested.ask(Study.ADSL, settings.endpoints().of().keySet());
        ExaminedDataset.withParameters(study).forEach(dataset -> requested.ask(dataset, "PARAMCD"));
        ExaminedDataset.names(study).forEach(dataset -> {
            requested.ask(dataset, settings.display().levels().keySet());
            requested.ask(dataset, settings.values().keySet());
            if (!settings.records().eventGroups().isEmpty()) {
                requested.ask(dataset, EventGroups.names(study));
            }
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        if (!data.settings().text().isEmpty()) {
            new Check(data, SettingsLines.of(data.settings()), findings).check();
        }
    }

    private record Check(StudyData data, SettingsLines lines, Consumer<Finding> findings) {

        void check() {
            StudySettings settings = data.settings();
            checkDatasets(settings);
            Set<String> codes = codes();
            settings.parameters().forEach((ours, theirs) -> look(theirs, PARAMETER, codes, "parameters", ours));
            each(settings.records().unfavourable(), (code, at) -> {
                if (!isKnown(code, codes)) {
                    look(code, PARAMETER, codes, "unfavourable", at);
                }
            });
            List<String> arms = Stream.of(PopulationName.EFFICACY, PopulationName.SAFETY)
                    .flatMap(population -> Arms.of(data, Shell.BY_TREATMENT, population).labels().stream()).distinct().toList();
            if (!arms.isEmpty()) {
                each(settings.treatment().order(), (arm, at) -> look(arm, ARM, arms, "treatment", "order", at));
            }
            settings.endpoints().of().forEach((variable, levels) -> data.adsl().column(variable)
                    .ifPresent(column -> each(levels, (level, at) -> look(level, "is a level of no subject", levels(column),
                            "endpoints", "of", variable, at))));
            checkLabels(settings, codes, arms);
            checkValues(settings);
            checkGroups(settings);
            settings.variables().keySet().forEach(name -> NearNames.slipOf(name)
                    .ifPresent(
                            near -> look(name, "is no variable that a table of ours reads", List.of(near), "variables", name)));
            lookNear(settings.scales().keySet(), SCALES, "scales");
            lookNear(settings.dictionaries().keySet(), DICTIONARIES, "dictionaries");
        }

        private void checkDatasets(StudySettings settings) {
            Set<String> datasets = data.study().datasets();
            Map<String, StudySnapshot.File> sources = data.study().sources();
            settings.records().flags().keySet().forEach(name -> look(name, DATASET, datasets, "flags", name));
            settings.datasets().forEach((ours, theirs) -> each(theirs, (name, at) -> look(name, DATASET, sources.keySet(),
                    "datasets", ours, at)));
            settings.sheets().keySet().forEach(name -> {
                look(name, DATASET, sources.keySet(), "sheets", name);
                StudySnapshot.File file = sources.get(name);
                if (file != null && !file.name().toLowerCase(Locale.ROOT).contains(".xlsx")) {
                    findings.accept(lines.at(Finding.warning("SETTING_UNMET", "comes from " + file.name()
                            + ", which is no workbook and has no sheets").of("sheets." + name)
                            .remedy("remove the line"), "sheets", name));
                }
            });
        }

        /// What is to be printed of a name that nothing has.
        private void checkLabels(StudySettings settings, Set<String> codes, List<String> arms) {
            Set<String> known = new LinkedHashSet<>(codes);
            known.addAll(arms);
            known.add(Optional.ofNullable(settings.treatment().total()).orElse(""));
            data.study().datasets().forEach(dataset -> known.addAll(data.study().variables(dataset)));
            known.addAll(settings.variables().keySet());
            known.addAll(settings.parameters().keySet());
            Set<String> folded = known.stream().map(ValueText::folded).collect(Collectors.toSet());
            List<String> absent = settings.display().labels().keySet().stream()
                    .filter(name -> data.derived(name).isEmpty() && !folded.contains(ValueText.folded(name))).toList();
            each(absent, (name, at) -> look(name, "is neither a variable nor a PARAMCD nor an arm of the study",
                    Integer.parseInt(at) < MOST_NAMES ? known : List.of(), "labels", name));
            settings.display().levels().forEach((variable, levels) -> {
                Set<String> there = levels(variable);
                Set<String> found = there.stream().map(ValueText::folded).collect(Collectors.toSet());
                List<String> never = levels.keySet().stream().filter(level -> !found.contains(ValueText.folded(level))).toList();
                if (!there.isEmpty()) {
                    each(never, (level, at) -> look(level, "is a value that " + variable + " never has",
                            Integer.parseInt(at) < MOST_NAMES ? there : List.of(), "levels", variable, level));
                }
            });
        }

        /// Words of a list that the data never have may be meant for later ones, unless they look like a slip.
        private void checkValues(StudySettings settings) {
            settings.values().forEach((variable, sets) -> {
                Set<String> there = levels(variable);
                Set<String> listed = sets.values().stream().flatMap(List::stream).map(ValueText::folded)
                        .collect(Collectors.toSet());
                sets.forEach((set, words) -> each(words, (word, at) -> {
                    List<String> others = there.stream().filter(value -> !listed.contains(ValueText.folded(value))).toList();
                    boolean slip = there.stream().noneMatch(value -> ValueText.folded(value).equals(ValueText.folded(word)))
                            && NearestWord.of(word, others).isPresent();
                    if (slip) {
                        look(word, "is a value that " + variable + " never has", others, "values", variable, set, at);
                    }
                }));
            });
        }

        /// A term that no event has may come with a later delivery, unless it looks like a slip.
        private void checkGroups(StudySettings settings) {
            Set<String> there = new LinkedHashSet<>();
            EventGroups.names(data.study()).forEach(variable -> there.addAll(levels(variable)));
            settings.records().eventGroups().forEach((group, terms) -> each(terms, (term, at) -> {
                EventGroup named = new EventGroup(group, List.of(), List.of(term), false);
                if (there.stream().noneMatch(named::has) && NearestWord.of(term, there).isPresent()) {
                    look(term, "is no term of the events", there, "event-groups", group, at);
                }
            }));
        }

        /// Names beside which a sponsor may have others of its own: only one that looks like a slip is told.
        private void lookNear(Set<String> written, List<String> known, String key) {
            written.stream().filter(name -> !known.contains(name) && NearestWord.of(name, known).isPresent())
                    .forEach(name -> look(name, "is nearly a name of ours", known, key, name));
        }

        private static void each(List<String> list, BiConsumer<String, String> look) {
            for (int i = 0; i < list.size(); i++) {
                look.accept(list.get(i), Integer.toString(i));
            }
        }

        private boolean isKnown(String code, Set<String> codes) {
            return data.derived(code).isPresent()
                    || codes.contains(data.study().names().parameter(code).strip().toUpperCase(Locale.ROOT));
        }

        /// The PARAMCDs of all datasets.
        private Set<String> codes() {
            Set<String> codes = new TreeSet<>();
            ExaminedDataset.withParameters(data.study()).forEach(name -> {
                Column column = data.dataset(name).flatMap(dataset -> dataset.column("PARAMCD")).orElse(null);
                if (column instanceof TextColumn text) {
                    codes.addAll(text.dictionary().stream().map(code -> code.strip().toUpperCase(Locale.ROOT))
                            .filter(code -> !code.isEmpty()).collect(Collectors.toSet()));
                }
            });
            return codes;
        }

        /// The values of a variable in all datasets that have it.
        private Set<String> levels(String variable) {
            Set<String> levels = new LinkedHashSet<>();
            ExaminedDataset.of(data, ExaminedDataset.names(data.study()))
                    .forEach(dataset -> dataset.column(variable).ifPresent(column -> levels.addAll(levels(column))));
            return levels;
        }

        private static Set<String> levels(Column column) {
            Stream<String> texts = switch (column) {
                case TextColumn text -> text.dictionary().stream().map(String::strip);
                case NumericColumn number -> IntStream.range(0, number.size()).mapToObj(row -> ValueText.text(number, row));
            };
            return texts.filter(text -> !text.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private void look(String written, String message, Collection<String> there, String... keys) {
            List<String> known = new ArrayList<>(there);
            if (known.stream().anyMatch(name -> ValueText.folded(name).equals(ValueText.folded(written)))) {
                return;
            }
            Finding finding = Finding.warning("SETTING_UNMET", message)
                    .of(Arrays.stream(keys).filter(key -> !key.equals(written) && !key.matches("[0-9]+"))
                            .collect(Collectors.joining(".")))
                    .value(written).remedy(remedy(written, message, known));
            findings.accept(lines.at(finding, keys));
        }

        private static String remedy(String written, String message, List<String> known) {
            Optional<String> near = message.equals(DATASET) ? Optional.empty() : NearestWord.of(written, known);
            if (near.isPresent() || known.isEmpty()) {
                return near.map(name -> "write " + name + ", if that is meant").orElse("remove the line, or deliver the data");
            }
            return known.size() > 2 * MOST_NAMES
                    ? "correct the name or remove the line"
                    : "there are " + known.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        }
    }
}
