package org.tabularium.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.DatasetDeclaration;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudySource;
import org.tabularium.study.define.CodeList;
import org.tabularium.study.define.DefineXml;
import org.tabularium.study.define.DefinedDataset;
import org.tabularium.study.define.DefinedVariable;
import org.tabularium.study.define.Definition;
import org.tabularium.study.define.Dictionaries;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;

/// A study whose datasets' headers are known and whose rows are not read yet.
public final class Study {

    /// The dataset every study must have.
    public static final String ADSL = "ADSL";

    private static final Pattern COPY = Pattern
            .compile("(\\w+?)(?: ?\\(\\d+\\)| ?- ?COPY(?: ?\\(\\d+\\))?|[ _-](?:OLD|NEW|FINAL|COPY|BACKUP|BAK|V\\d+))");

    private final StudySettings settings;
    private final NameMapping names;
    private final NavigableMap<String, DatasetFile> files;
    private final NavigableMap<String, StudySnapshot.File> sources;
    private final List<String> ignored;
    private final Optional<StudySnapshot.File> defining;
    private final Definition definition;
    /// The variables of each file by its dataset's name, made once: they are asked for once a variable of each dataset.
    private final Map<String, Set<String>> variables;
    private final Map<String, Set<String>> variablesOfOurs = new ConcurrentHashMap<>();

    private Study(
            StudySettings settings,
            NavigableMap<String, DatasetFile> files,
            NavigableMap<String, StudySnapshot.File> sources,
            List<String> ignored,
            Optional<StudySnapshot.File> defining,
            Definition definition) {
        this.settings = settings;
        this.names = new NameMapping(settings);
        this.files = files;
        this.sources = sources;
        this.ignored = ignored;
        this.defining = defining;
        this.definition = definition;
        Map<String, Set<String>> byDataset = new HashMap<>();
        files.forEach((name, file) -> byDataset.put(name, variables(file)));
        this.variables = Map.copyOf(byDataset);
    }

    /// Opens every dataset of the snapshot. What cannot be opened, and a dataset that is there twice, becomes an error finding.
    public static Study open(StudySnapshot snapshot, StudySettings settings, Findings findings) {
        NavigableMap<String, DatasetFile> files = new TreeMap<>();
        NavigableMap<String, StudySnapshot.File> sources = new TreeMap<>();
        List<String> ignored = new ArrayList<>();
        Optional<StudySnapshot.File> defining = DefiningFile.of(snapshot, settings, findings);
        Definition definition = defining.map(file -> DefineXml.read(file, findings::add)).orElse(Definition.NONE);
        for (StudySnapshot.File file : snapshot.files()) {
            if (file.name().equals(StudyYaml.FILE) || isTemplate(file.name()) || isWordTemplate(file.name())
                    || defining.filter(file::equals).isPresent()) {
                continue;
            }
            if (file.name().contains("/") || !DatasetFiles.isDataset(file.name())) {
                ignored.add(file.name());
                findings.add(IgnoredFile.finding(file.name()));
                continue;
            }
            String name = DatasetFiles.datasetName(file.name());
            StudySnapshot.File earlier = sources.putIfAbsent(name, file);
            if (earlier != null) {
                findings.add(Finding.error("DATASET_TWICE", "is there twice, as " + earlier.name() + " and " + file.name())
                        .in(name)
                        .remedy("remove one of the two files"));
                continue;
            }
            try {
                files.put(name,
                        DatasetFiles.open(file.name(), file.content(), declaration(name, settings, definition), findings::add));
            } catch (UnreadableDatasetException e) {
                findings.add(e.finding());
            }
        }
        snapshot.ignored().forEach(name -> findings.add(IgnoredFile.finding(name)));
        sources.keySet().stream()
                .filter(name -> settings.datasets().values().stream().noneMatch(named -> named.contains(name)))
                .forEach(name -> copied(name).map(sources::get).ifPresent(original -> findings.add(copy(name, original))));
        StudySettings completed = settings.withDictionaries(Dictionaries.of(settings.dictionaries(), definition, findings::add));
        return new Study(completed, files, sources, ignored, defining, definition);
    }

    private static Finding copy(String name, StudySnapshot.File original) {
        return Finding
                .warning("DATASET_COPY", "has the name of a copy of " + DatasetFiles.datasetName(original.name()) + ", which "
                        + original.name() + " is; tables read that one")
                .in(name)
                .remedy("keep the file that is meant, under the name of its dataset");
    }

    /// The name of the dataset that a file is a copy of by its own name, as browsers and desktops name copies: `adsl (1)`,
    /// `adsl - Copy`, `adsl_v2`.
    private static Optional<String> copied(String name) {
        Matcher copy = COPY.matcher(name);
        return copy.matches() ? Optional.of(copy.group(1)) : Optional.empty();
    }

    /// What study.yaml and define.xml say of a dataset: a column has the kind of the variable that it is mapped to, unless it is
    /// mapped to variables of several kinds; where neither that nor ADaM tells, a variable of text with a list of codes is text.
    private static DatasetDeclaration declaration(String name, StudySettings settings, Definition definition) {
        DefinedDataset defined = definition.datasets().get(name);
        Map<String, String> labels = new HashMap<>();
        Map<String, Optional<Kind>> kinds = new HashMap<>();
        settings.variables().forEach((ours, theirs) -> kinds.merge(theirs, AdamVariables.kind(ours),
                (one, other) -> one.equals(other) ? one : Optional.empty()));
        Optional<String> sheet = Optional.ofNullable(settings.sheets().get(name)).or(() -> settings.datasets().entrySet().stream()
                .filter(dataset -> dataset.getValue().contains(name))
                .flatMap(dataset -> Optional.ofNullable(settings.sheets().get(dataset.getKey())).stream())
                .findFirst());
        if (defined != null) {
            defined.variables().values().forEach(variable -> {
                labels.put(variable.name(), variable.label());
                if (!variable.codes().isEmpty() && variable.kind().equals(Optional.of(Kind.TEXT))
                        && AdamVariables.kind(variable.name()).isEmpty()) {
                    kinds.putIfAbsent(variable.name(), variable.kind());
                }
            });
        }
        return new DatasetDeclaration(kinds, sheet, defined == null ? "" : defined.label(), labels);
    }

    /// Whether the file is one of the study's own shells.
    public static boolean isTemplate(String name) {
        return name.startsWith("templates/") && name.endsWith(".yaml");
    }

    /// Whether the file is the study's own Word template.
    public static boolean isWordTemplate(String name) {
        return name.equals(StudySource.WORD_TEMPLATE);
    }

    /// Whether the file is one that a report is made of: a dataset, study.yaml, a definition of the datasets, one of the study's
    /// own shells or its Word template.
    public static boolean isInput(String name) {
        return name.equals(StudyYaml.FILE) || isTemplate(name) || isWordTemplate(name) || DefineXml.isDefinition(name)
                || (!name.contains("/") && DatasetFiles.isDataset(name));
    }

    public StudySettings settings() {
        return settings;
    }

    public NameMapping names() {
        return names;
    }

    /// Whether the file is the one that defines the datasets, be it that it could not be read.
    public boolean isDefinedBy(String name) {
        return defining.filter(file -> file.name().equals(name)).isPresent();
    }

    /// What define.xml says of the datasets.
    public Definition definition() {
        return definition;
    }

    /// What define.xml says of a dataset of ours; of one that is split over files what it says of the first that it knows.
    public Optional<DefinedDataset> defined(String dataset) {
        return names.datasets(dataset, definition.datasets().keySet()).stream().map(definition.datasets()::get).findFirst();
    }

    /// What define.xml says of a variable of ours.
    public Optional<DefinedVariable> defined(String dataset, String variable) {
        return defined(dataset).flatMap(found -> names.variable(variable, found.variables().keySet())
                .map(found.variables()::get));
    }

    /// The values that define.xml lists for a variable of ours; an empty list where it does not say.
    public CodeList codes(String dataset, String variable) {
        return defined(dataset, variable).map(DefinedVariable::codes).orElse(CodeList.NONE);
    }

    /// Files that are no dataset.
    public List<String> ignored() {
        return ignored;
    }

    /// The study's own dataset names, with the file behind each.
    public Map<String, StudySnapshot.File> sources() {
        return sources;
    }

    /// Whether the study has a dataset of ours, under our name or its own.
    public boolean has(String dataset) {
        return !names.datasets(dataset, files.keySet()).isEmpty();
    }

    /// Whether a dataset of ours has a variable of ours.
    public boolean has(String dataset, String variable) {
        for (String name : names.datasets(dataset, files.keySet())) {
            if (names.variable(variable, variables.getOrDefault(name, Set.of())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The files behind a dataset of ours; several where study.yaml says that it is split.
    public List<DatasetFile> parts(String dataset) {
        return names.datasets(dataset, files.keySet()).stream().map(files::get).toList();
    }

    /// The name that people know a dataset of ours by: that of its file; ours where several files make it.
    public String shownName(String dataset) {
        List<DatasetFile> parts = parts(dataset);
        return parts.size() == 1 ? parts.getFirst().name() : dataset;
    }

    /// Our names of all datasets: those study.yaml maps, and the others by their own names.
    public Set<String> datasets() {
        Set<String> all = new LinkedHashSet<>();
        Set<String> mapped = new LinkedHashSet<>();
        settings.datasets().forEach((ours, theirs) -> {
            if (has(ours)) {
                all.add(ours);
                mapped.addAll(theirs);
            }
        });
        files.keySet().stream().filter(f -> !mapped.contains(f)).forEach(all::add);
        return all;
    }

    /// The variables a dataset of ours has, by the study's names.
    public Set<String> variables(String dataset) {
        return variablesOfOurs.computeIfAbsent(dataset, this::variablesOf);
    }

    private Set<String> variablesOf(String dataset) {
        Set<String> all = new LinkedHashSet<>();
        names.datasets(dataset, files.keySet()).forEach(name -> all.addAll(variables.getOrDefault(name, Set.of())));
        return Collections.unmodifiableSet(all);
    }

    /// The numeric variables of a dataset of ours as its header declares them, by the study's names.
    public List<String> numbers(String dataset) {
        return parts(dataset).stream().flatMap(file -> file.variables().stream())
                .filter(variable -> variable.kind() == Kind.NUMERIC).map(Variable::name).distinct().toList();
    }

    /// A variable as the dataset's header declares it.
    public Optional<Variable> variable(String dataset, String ours) {
        for (DatasetFile file : parts(dataset)) {
            Optional<String> theirs = names.variable(ours, variables(file));
            if (theirs.isPresent()) {
                return file.variables().stream()
                        .filter(v -> v.name().equals(theirs.get()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    static Set<String> variables(DatasetFile file) {
        return file.variables().stream().map(Variable::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
