package org.tabularium.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.SharedCodes;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.yaml.NearestWord;

/// Reads what was asked for: ADSL first, then each other dataset once.
public final class StudyReader {

    private StudyReader() {}

    /// Values that are none of their variable's kind: where no table reads the dataset they harm nobody.
    private static final Set<String> HARMLESS = Set.of("INVALID_NUMBER", "INVALID_DATE", "INVALID_TEXT");

    /// Reads the demanded columns, each dataset being needed.
    ///
    /// @return as of the other
    public static Optional<StudyData> read(Study study, RequestedColumns requested, Findings findings,
            Consumer<String> progress) {
        return read(study, requested, requested.variables().keySet(), findings, progress);
    }

    /// Reads the demanded columns.
    ///
    /// @param needed our names of the datasets that tables read; of any other a value that is none of its variable's kind is a
    ///     warning, and the dataset is passed over
    /// @return empty where ADSL, which everything hangs on, cannot be used; the findings say why
    public static Optional<StudyData> read(Study study, RequestedColumns requested, Set<String> needed, Findings findings,
            Consumer<String> progress) {
        Map<String, Long> rowsRead = new TreeMap<>();
        Optional<Dataset> adsl = readAdsl(study, requested, findings, progress, rowsRead);
        if (adsl.isEmpty()) {
            return Optional.empty();
        }
        NavigableMap<String, Dataset> datasets = new TreeMap<>();
        datasets.put(Study.ADSL, adsl.get());
        requested.variables().forEach((name, wanted) -> {
            if (!name.equals(Study.ADSL)) {
                Findings found = new Findings();
                readOne(study, name, wanted, found, progress, rowsRead)
                        .ifPresent(d -> datasets.put(name, withIdentifiersOf(adsl.get(), d)));
                found.listed().forEach(f -> findings.add(needed.contains(name) ? f : ofUnread(f)));
            }
        });
        return Optional.of(new StudyData(study, adsl.get(), datasets, rowsRead));
    }

    /// A dataset that has its identifiers of subjects from ADSL, where they are the same: they are held once.
    private static Dataset withIdentifiersOf(Dataset adsl, Dataset dataset) {
        if (!(adsl.column("USUBJID").orElse(null) instanceof TextColumn known)
                || !(dataset.column("USUBJID").orElse(null) instanceof TextColumn own)) {
            return dataset;
        }
        TextColumn shared = own.withTextsOf(known);
        return dataset.withColumns(dataset.columns().stream().map(column -> column == own ? shared : column).toList());
    }

    private static Optional<Dataset> readAdsl(
            Study study, RequestedColumns requested, Findings findings, Consumer<String> progress, Map<String, Long> rowsRead) {
        if (!study.has(Study.ADSL)) {
            if (!study.sources().containsKey(Study.ADSL)) {
                findings.add(Finding.error("ADSL_MISSING", "is not in the study folder; it is required, one row a subject")
                        .in(Study.ADSL)
                        .remedy("add adsl.xpt, adsl.csv or another supported format" + NearestWord
                                .of(Study.ADSL,
                                        study.sources().keySet().stream().filter(name -> maySubjects(study, name)).toList())
                                .or(() -> ofSubjects(study))
                                .map(near -> ", or write datasets: {ADSL: [" + near + "]} in study.yaml, if " + near
                                        + " is meant")
                                .orElse("")));
                SdtmDomains.without(study.sources().keySet()).ifPresent(findings::add);
            }
            return Optional.empty();
        }
        Optional<Dataset> read = readOne(
                study, Study.ADSL, requested.variables().getOrDefault(Study.ADSL, Set.of()), findings, progress, rowsRead);
        if (read.isEmpty()) {
            return read;
        }
        Dataset adsl = read.get();
        Optional<Column> id = adsl.column("USUBJID");
        if (id.isEmpty()) {
            findings.add(Finding.error("MISSING_VARIABLE", "is not in the dataset; it is required")
                    .in(Study.ADSL)
                    .of("USUBJID")
                    .remedy("add the unique subject identifier, or name it in study.yaml: variables: {USUBJID: its name}"));
            return Optional.empty();
        }
        if (!(id.get() instanceof TextColumn)) {
            findings.add(Finding.error("WRONG_TYPE", "is numeric; a character variable was expected")
                    .in(Study.ADSL)
                    .of("USUBJID"));
            return Optional.empty();
        }
        if (adsl.rows() == 0) {
            findings.add(Finding.error("ADSL_EMPTY", "has no row; a report needs at least one subject").in(Study.ADSL));
            return Optional.empty();
        }
        return Optional.of(AdslHarmonization.apply(adsl, study, findings));
    }

    private static Finding ofUnread(Finding finding) {
        return finding.severity() == Severity.ERROR && HARMLESS.contains(finding.code())
                ? new Finding(Severity.WARNING, finding.code(), finding.dataset(), finding.row(), finding.variable(),
                        finding.value(),
                        finding.message() + "; no table of this run reads the dataset, which was passed over", finding.remedy())
                : finding;
    }

    private static Optional<Dataset> readOne(
            Study study, String name, Set<String> wanted, Findings findings, Consumer<String> progress,
            Map<String, Long> rowsRead) {
        List<DatasetFile> files = study.parts(name);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<Dataset> parts = new ArrayList<>();
        boolean whole = true;
        for (DatasetFile file : files) {
            progress.accept("reading " + file.name());
            try {
                Dataset part = readFile(study, file, wanted, findings);
                rowsRead.put(file.name(), (long) part.rows());
                parts.add(part);
            } catch (UnreadableDatasetException e) {
                findings.add(e.finding());
                whole = false;
            }
        }
        return whole
                ? Optional.of(LevelSpellings.merge(FlagCoding.apply(DatasetUnion.of(name, parts), study, findings), study,
                        findings))
                : Optional.empty();
    }

    private static Dataset readFile(Study study, DatasetFile file, Set<String> wanted, Findings findings)
            throws UnreadableDatasetException {
        Set<String> ours = new LinkedHashSet<>(wanted);
        ours.add("USUBJID");
        Set<String> present = Study.variables(file);
        Set<String> theirs = new LinkedHashSet<>();
        ours.forEach(variable -> {
            study.names().variable(variable, present).ifPresent(theirs::add);
            theirs.addAll(study.names().several(variable, present));
        });
        Dataset dataset = file.read(theirs, findings::add);
        List<Column> columns = new ArrayList<>();
        for (String variable : ours) {
            List<String> several = study.names().several(variable, present);
            if (several.size() > 1) {
                columns.add(
                        relationship(variable, several.stream().flatMap(name -> dataset.column(name).stream()).toList(), study));
                continue;
            }
            study.names()
                    .variable(variable, present)
                    .flatMap(dataset::column)
                    .ifPresent(column -> columns.add(ours(column, variable)));
        }
        return dataset.withColumns(SharedCodes.of(columns));
    }

    /// A column under our name. A datetime that stands in the place of a date stays one, although its name told so where it has
    /// no format.
    private static Column ours(Column column, String name) {
        Variable own = column.variable();
        boolean datetime = own.name().endsWith("DTM") && !name.endsWith("DTM") && own.format().isEmpty();
        return column instanceof NumericColumn numbers && datetime
                ? NumericColumn.computed(new Variable(name, own.label(), own.kind(), "DATETIME."), numbers.size(), numbers::value)
                : column.named(name);
    }

    /// The relationship of events to the treatment where a study collects it for several treatments (`relatedness-of` of
    /// study.yaml): related to any of them is related.
    private static TextColumn relationship(String name, List<Column> treatments, Study study) {
        RelationWords words = RelationWords.of(study.settings(), name);
        int[] codes = new int[treatments.getFirst().size()];
        List<String> dictionary = new ArrayList<>(List.of(""));
        Map<String, Integer> known = new HashMap<>(Map.of("", 0));
        for (int row = 0; row < codes.length; row++) {
            int at = row;
            String one = words.ofAny(treatments.stream().map(column -> ValueText.text(column, at)).toList());
            codes[row] = known.computeIfAbsent(one, text -> {
                dictionary.add(text);
                return dictionary.size() - 1;
            });
        }
        return new TextColumn(new Variable(name, treatments.getFirst().variable().label(), Kind.TEXT, ""), codes,
                List.copyOf(dictionary));
    }

    /// The only dataset that has what ADSL alone has, whatever it is called.
    private static Optional<String> ofSubjects(Study study) {
        List<String> found = study.sources().keySet().stream().filter(name -> maySubjects(study, name))
                .filter(name -> study.has(name, "USUBJID"))
                .filter(name -> study.has(name, "TRT01P") || study.has(name, "TRT01A"))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Whether a dataset may have one row a subject, as far as its variables tell.
    private static boolean maySubjects(Study study, String dataset) {
        return study.variables(dataset).stream()
                .noneMatch(name -> name.equals("PARAMCD") || name.matches("[A-Z]{1,2}SEQ|[A-Z]{2}DECOD"));
    }
}
