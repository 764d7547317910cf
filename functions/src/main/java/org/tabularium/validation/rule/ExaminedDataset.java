package org.tabularium.validation.rule;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// A dataset as rules look at it: columns by our names, places in the study's own words, so that a person finds them in the file.
public final class ExaminedDataset {

    /// Our names that a dataset may have without study.yaml saying so.
    private static final List<String> ALIASED = List.of("ADEFF", "ADIE");

    private final StudyData data;
    private final String name;
    private final Dataset dataset;

    private ExaminedDataset(StudyData data, String name, Dataset dataset) {
        this.data = data;
        this.name = name;
        this.dataset = dataset;
    }

    /// Our names of the study's datasets, each once.
    public static List<String> names(Study study) {
        return study.datasets().stream().map(name -> ours(study, name)).distinct().filter(study::has).toList();
    }

    private static String ours(Study study, String name) {
        return ALIASED.stream()
                .filter(ours -> study.names().datasets(ours, study.sources().keySet()).equals(List.of(name)))
                .findFirst()
                .orElse(name);
    }

    /// Our names of the datasets with parameters (ADaM's Basic Data Structure).
    public static List<String> withParameters(Study study) {
        return names(study).stream().filter(name -> study.has(name, "PARAMCD")).toList();
    }

    /// Our names of the datasets with adverse events.
    public static List<String> withEvents(Study study) {
        return names(study).stream()
                .filter(name -> name.equals("ADAE") || (study.has(name, "AEDECOD") && !study.has(name, "PARAMCD")))
                .toList();
    }

    /// Those of the named datasets that were read.
    public static List<ExaminedDataset> of(StudyData data, List<String> names) {
        return names.stream().flatMap(name -> of(data, name).stream()).toList();
    }

    public static Optional<ExaminedDataset> of(StudyData data, String name) {
        return data.dataset(name).map(dataset -> new ExaminedDataset(data, name, dataset));
    }

    public static ExaminedDataset adsl(StudyData data) {
        return new ExaminedDataset(data, Study.ADSL, data.adsl());
    }

    /// Our name.
    public String name() {
        return name;
    }

    public int rows() {
        return dataset.rows();
    }

    /// The row's number in the file, from 1.
    public long sourceRow(int row) {
        return dataset.sourceRow(row);
    }

    /// For each row its subject's row in ADSL, or [StudyData#UNKNOWN].
    public RowSubjects subjects() {
        return data.subjects(name);
    }

    /// Those that were read.
    public Collection<Column> columns() {
        return dataset.columns();
    }

    public Optional<Column> column(String variable) {
        return dataset.column(variable);
    }

    /// The column if it is there and text.
    public Optional<TextColumn> text(String variable) {
        return column(variable).filter(TextColumn.class::isInstance).map(TextColumn.class::cast);
    }

    /// The column if it is there and numeric.
    public Optional<NumericColumn> number(String variable) {
        return column(variable).filter(NumericColumn.class::isInstance).map(NumericColumn.class::cast);
    }

    /// The rows whose text, without surrounding blanks, passes the test; none where the column is absent or not text.
    public IntPredicate where(String variable, Predicate<String> test) {
        return text(variable).map(column -> where(column, test)).orElse(row -> false);
    }

    public static IntPredicate where(TextColumn column, Predicate<String> test) {
        boolean[] passes = passing(column, test);
        return row -> passes[column.code(row)];
    }

    /// The rows whose text, without surrounding blanks, passes the test; none where the column is absent or not text. No row is
    /// looked at where no value passes.
    public BitSet rows(String variable, Predicate<String> test) {
        Optional<TextColumn> column = text(variable);
        if (column.isEmpty()) {
            return new BitSet();
        }
        boolean[] passes = passing(column.get(), test);
        boolean any = false;
        for (boolean one : passes) {
            any |= one;
        }
        return any ? column.get().rows(passes) : new BitSet();
    }

    private static boolean[] passing(TextColumn column, Predicate<String> test) {
        boolean[] passes = new boolean[column.dictionary().size()];
        for (int code = 0; code < passes.length; code++) {
            passes[code] = test.test(column.dictionary().get(code).strip());
        }
        return passes;
    }

    /// The variable's name in the study.
    public String named(String ours) {
        return data.study().names().variable(ours, data.study().variables(name)).orElse(ours);
    }

    /// The study's variables that together are one of ours; empty where one is.
    public List<String> several(String ours) {
        return data.study().names().several(ours, data.study().variables(name));
    }

    /// The study's PARAMCD for one of ours.
    public String parameter(String ours) {
        return data.study().names().parameter(ours);
    }

    /// The finding about the dataset, under the study's name for it; for a dataset split over files that is ours.
    public Finding in(Finding finding) {
        return finding.in(data.study().shownName(name));
    }

    /// The finding about a row; for a dataset split over files in the file that holds the row.
    public Finding at(int row, Finding finding) {
        List<DatasetFile> parts = data.study().parts(name);
        int part = parts.size() > 1 ? part(row, parts.size()) : -1;
        return (part < 0 ? in(finding) : finding.in(parts.get(part).name())).at(dataset.sourceRow(row));
    }

    /// Names a row that stands beside another one in a finding: by its number, and by its file where that is another one.
    public String other(int other, int row) {
        List<DatasetFile> parts = data.study().parts(name);
        int part = parts.size() > 1 ? part(other, parts.size()) : -1;
        return "row " + dataset.sourceRow(other)
                + (part < 0 || part == part(row, parts.size()) ? "" : " of " + parts.get(part).name());
    }

    /// Which file a row is of: each file counts its rows from 1. Unknown (-1) where a file gave no row.
    private int part(int row, int parts) {
        int part = 0;
        int found = 0;
        for (int i = 1; i < dataset.rows(); i++) {
            part += dataset.sourceRow(i) <= dataset.sourceRow(i - 1) ? 1 : 0;
            found = i == row ? part : found;
        }
        return part == parts - 1 ? found : -1;
    }
}
