package org.tabularium.selection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.result.Behind.Records;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The rows of one dataset with ADSL joined on by subject.
public final class JoinedRecords {

    private final StudyData data;
    private final Dataset dataset;
    private final RowSubjects subjects;
    private final Map<String, Optional<JoinedColumn>> fields;
    private final Set<String> derived;

    private JoinedRecords(StudyData data, Dataset dataset, RowSubjects subjects, Map<String, Optional<JoinedColumn>> derived) {
        this.data = data;
        this.dataset = dataset;
        this.subjects = subjects;
        this.fields = new ConcurrentHashMap<>(derived);
        this.derived = Set.copyOf(derived.keySet());
    }

    /// The rows of a dataset that was read.
    public static Optional<JoinedRecords> of(StudyData data, String dataset) {
        return data.dataset(dataset).map(d -> new JoinedRecords(data, d, data.subjects(dataset), Map.of()));
    }

    /// The rows of a parameter that was made of others.
    public static JoinedRecords of(StudyData data, DerivedParameter derived) {
        return new JoinedRecords(data, derived.records(), data.subjectsOf(derived.records()), Map.of());
    }

    /// The subjects themselves, as the rows of ADSL.
    public static JoinedRecords ofSubjects(StudyData data) {
        return new JoinedRecords(data, data.adsl(), row -> row, Map.of());
    }

    /// The filter of the subjects that a block is about. What ADSL lacks is true of nobody: a `not` of it is of everybody.
    ///
    /// @return empty where the block is of nobody, since ADSL lacks a variable
    public static Optional<Filter> subjectFilter(StudyData data, @Nullable Condition where) {
        Optional<Filter> filter = Filter.of(where, ofSubjects(data));
        return filter.isEmpty() && where instanceof Condition.Not ? Optional.of(Filter.EVERYTHING) : filter;
    }

    /// The same rows with variables that were derived from others.
    ///
    /// @param more by name, in place of those that the dataset has; empty for one that is to be hidden
    public JoinedRecords with(Map<String, Optional<JoinedColumn>> more) {
        Map<String, Optional<JoinedColumn>> all = new HashMap<>(more);
        derived.stream().filter(v -> !more.containsKey(v)).forEach(v -> all.put(v, field(v)));
        return new JoinedRecords(data, dataset, subjects, all);
    }

    /// Whether a variable was derived.
    boolean isDerived(String variable) {
        return derived.contains(variable);
    }

    public StudyData data() {
        return data;
    }

    public Dataset dataset() {
        return dataset;
    }

    public String name() {
        return dataset.name();
    }

    public int size() {
        return dataset.rows();
    }

    /// The order of a variable's levels: by its N companion, else as define.xml lists them, else the clinical one.
    ///
    /// @param field of the variable
    public Comparator<String> levelOrder(String variable, JoinedColumn field) {
        return LevelOrder.of(field.column(), field(Arms.companion(variable)).map(JoinedColumn::column),
                data.study().codes(field.via() == null ? name() : Study.ADSL, variable));
    }

    /// The row's subject, or [StudyData#UNKNOWN].
    public int subject(int row) {
        return subjects.of(row);
    }

    /// Whether it is certain, without looking at any row, that every row has a subject in ADSL.
    public boolean areOfKnownSubjects() {
        return subjects.areAllKnown();
    }

    /// The subjects of rows that follow each other.
    public void subjects(int from, int count, int[] into) {
        subjects.fill(from, count, into);
    }

    /// Some of these rows as what is behind results.
    ///
    /// @return null where they stand in no file, as those of a derived parameter
    public @Nullable Records behind(Supplier<BitSet> rows) {
        return data.dataset(name()).filter(dataset::equals).map(read -> new Records(name(), rows)).orElse(null);
    }

    /// A variable of the dataset, else of ADSL.
    public Optional<JoinedColumn> field(String variable) {
        // Rows ask for their fields by name; a plain look-up keeps that cheap.
        Optional<JoinedColumn> known = fields.get(variable);
        if (known == null) {
            known = find(variable);
            fields.put(variable, known);
        }
        return known;
    }

    private Optional<JoinedColumn> find(String variable) {
        if (dataset.has(variable)) {
            return dataset.column(variable).map(c -> new JoinedColumn(c, null));
        }
        return dataset.name().equals(Study.ADSL) ? Optional.empty() : ofSubject(variable);
    }

    /// A variable of ADSL, whether or not the dataset has one of that name.
    public Optional<JoinedColumn> ofSubject(String variable) {
        return dataset.name().equals(Study.ADSL)
                ? field(variable)
                : data.adsl().column(variable).map(c -> new JoinedColumn(c, subjects));
    }

    /// A variable that was collected: one that has a value in some row. A variable without any says nothing, so a count of zero
    /// must not be made of it;
    /// only a flag (…FL) may be blank throughout and mean "no". In a dataset without rows every variable counts as collected.
    public Optional<JoinedColumn> collected(String variable) {
        return field(variable).filter(f -> variable.endsWith("FL")
                || size() == 0
                || IntStream.range(0, size()).anyMatch(row -> !f.isMissing(row)));
    }

    /// Rows whose subject is in ADSL and that satisfy the filter.
    @SuppressWarnings("ReferenceEquality") // the one test that no row passes
    public BitSet select(Filter filter) {
        if (filter.test() == JoinedColumn.NEVER) {
            return new BitSet();
        }
        if (filter.test() instanceof CodedPredicate coded) {
            BitSet rows = coded.rows();
            for (int row = rows.nextSetBit(0); row >= 0 && !subjects.areAllKnown(); row = rows.nextSetBit(row + 1)) {
                rows.set(row, subjects.of(row) != StudyData.UNKNOWN);
            }
            return rows;
        }
        BitSet rows = new BitSet(size());
        for (int row = 0; row < size(); row++) {
            if (subjects.of(row) != StudyData.UNKNOWN && filter.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// Those of some rows that satisfy the filter.
    @SuppressWarnings("ReferenceEquality") // the one filter that every row passes
    public BitSet select(Filter filter, BitSet among) {
        if (filter == Filter.EVERYTHING) {
            return (BitSet) among.clone();
        }
        BitSet rows = new BitSet(size());
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            if (filter.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// The subjects of some rows.
    public BitSet subjectsOf(BitSet rows) {
        BitSet found = new BitSet(data.subjectCount());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            found.set(subjects.of(row));
        }
        return found;
    }
}
