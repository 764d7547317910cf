package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.yaml.NearestWord;

/// What study.yaml names by value (datasets, PARAMCDs, arms, levels) is in the data. A name that nothing has changes nothing, and
/// whoever wrote it thinks that it does; it is a
/// warning, since it may come with a later delivery. Variables are checked by [org.tabularium.study.SettingsVariables], the
/// control by the arms.
public final class UnmetSettings implements Rule {

    private static final String DATASET = "is the name of no dataset";
    private static final String PARAMETER = "is the PARAMCD of no dataset";
    private static final int MOST_NAMES = 12;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        requested.ask(Study.ADSL, study.settings().endpoints().of().keySet());
        ExaminedDataset.withParameters(study).forEach(dataset -> requested.ask(dataset, "PARAMCD"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        new Check(data, findings).check();
    }

    private record Check(StudyData data, Consumer<Finding> findings) {

        void check() {
            StudySettings settings = data.settings();
            Set<String> datasets = data.study().datasets();
            settings.records().flags().keySet().forEach(name -> look("flags", name, DATASET, datasets));
            settings.datasets().forEach((ours, theirs) -> {
                if (!datasets.contains(ours)) {
                    look("datasets." + ours, String.join(", ", theirs), DATASET, data.study().sources().keySet());
                }
            });
            settings.sheets().keySet().forEach(name -> look("sheets", name, DATASET, datasets));
            Set<String> codes = codes();
            if (!codes.isEmpty()) {
                settings.parameters().forEach((ours, theirs) -> look("parameters." + ours, theirs, PARAMETER, codes));
                settings.records().unfavourable().stream().filter(code -> !isKnown(code, codes))
                        .forEach(code -> look("unfavourable", code, PARAMETER, codes));
            }
            List<String> arms = Stream.of(PopulationName.EFFICACY, PopulationName.SAFETY)
                    .flatMap(population -> Arms.of(data, Shell.BY_TREATMENT, population).labels().stream()).distinct().toList();
            if (!arms.isEmpty()) {
                settings.treatment().order().forEach(arm -> look("treatment.order", arm, "is the arm of no subject", arms));
            }
            settings.endpoints().of().forEach((variable, levels) -> data.adsl().column(variable).ifPresent(column -> {
                List<String> there = IntStream.range(0, column.size()).mapToObj(row -> ValueText.text(column, row)).distinct()
                        .toList();
                levels.forEach(level -> look("endpoints.of." + variable, level, "is a level of no subject", there));
            }));
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

        private void look(String key, String written, String message, Collection<String> there) {
            List<String> known = new ArrayList<>(there);
            if (known.stream().anyMatch(name -> ValueText.folded(name).equals(ValueText.folded(written)))) {
                return;
            }
            findings.accept(Finding.warning("SETTING_UNMET", message)
                    .in(StudyYaml.FILE).of(key).value(written)
                    .remedy((message.equals(DATASET) ? Optional.<String>empty() : NearestWord.of(written, known))
                            .map(near -> "write " + near + ", if that is meant")
                            .orElse("there are " + known.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")))));
        }
    }
}
