package org.tabularium.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.PairUses;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.settings.StudySettings;

/// The columns read, under our names, and which subject each row belongs to. A subject is its row in ADSL.
public final class StudyData {

    /// What [#subjects] gives for a row whose subject is not in ADSL.
    public static final int UNKNOWN = -1;

    private static final int MOST_SIDE_BY_SIDE = 500_000;

    private final Study study;
    private final Dataset adsl;
    private final NavigableMap<String, Dataset> datasets;
    private final Map<String, Long> rowsRead;
    private final Map<String, RowSubjects> subjects = new HashMap<>();
    private final SubjectIndex index;
    private final Map<TextColumn, RowSubjects> subjectsOfIds;
    private final Map<String, DerivedParameter> derived;
    private final Map<String, LeftOut> leftOut;
    /// What was found out, by its kind and by what it was found out of.
    private final Map<Class<?>, Map<Object, Once>> known = new ConcurrentHashMap<>();

    /// What is found out by the first who asks; others wait.
    private static final class Once {
        private @Nullable Object found;

        synchronized Object get(Supplier<?> find) {
            Object known = found;
            if (known == null) {
                known = find.get();
                found = known;
            }
            return known;
        }
    }

    /// Links every row to its subject.
    ///
    /// @param adsl has USUBJID as text
    /// @param datasets by our names, ADSL among them
    /// @param rowsRead rows of each file read, by the study's own dataset name
    public StudyData(
            Study study, Dataset adsl, NavigableMap<String, Dataset> datasets, Map<String, Long> rowsRead) {
        this(study, adsl, datasets, rowsRead, Map.of(), Map.of(),
                new SubjectIndex((TextColumn) adsl.column("USUBJID").orElseThrow()),
                new ConcurrentHashMap<>());
    }

    private StudyData(
            Study study, Dataset adsl, NavigableMap<String, Dataset> datasets, Map<String, Long> rowsRead,
            Map<String, DerivedParameter> derived, Map<String, LeftOut> leftOut, SubjectIndex index,
            Map<TextColumn, RowSubjects> subjectsOfIds) {
        this.index = index;
        this.subjectsOfIds = subjectsOfIds;
        this.derived = derived;
        this.leftOut = Map.copyOf(leftOut);
        this.study = study;
        this.rowsRead = Map.copyOf(rowsRead);
        this.adsl = adsl;
        this.datasets = new TreeMap<>(datasets);
        datasets.forEach((name, dataset) -> subjects.put(name, subjectsOf(dataset)));
    }

    /// Links every row to its subject, where it does not matter how many rows the files had.
    public StudyData(Study study, Dataset adsl, NavigableMap<String, Dataset> datasets) {
        this(study, adsl, datasets, Map.of());
    }

    /// The same data with parameters made of theirs.
    public StudyData with(List<DerivedParameter> parameters) {
        Map<String, DerivedParameter> byCode = new LinkedHashMap<>();
        parameters.forEach(p -> byCode.put(p.code(), p));
        return new StudyData(study, adsl, datasets, rowsRead, byCode, leftOut, index, subjectsOfIds);
    }

    /// The same data with other columns of one dataset; its rows are the same.
    public StudyData with(String name, Dataset dataset) {
        NavigableMap<String, Dataset> all = new TreeMap<>(datasets);
        all.put(name, dataset);
        return new StudyData(study, adsl, all, rowsRead, derived, leftOut, index, subjectsOfIds);
    }

    /// The same study with fewer records.
    ///
    /// @param kept every dataset, ADSL with all its rows among them
    /// @param left what of each dataset is left out
    public StudyData leaving(NavigableMap<String, Dataset> kept, Map<String, LeftOut> left) {
        return new StudyData(study, kept.getOrDefault(Study.ADSL, adsl), kept, rowsRead, derived, left, index,
                subjectsOfIds);
    }

    /// What is left out of a dataset as of after the cut-off.
    ///
    /// @param dataset our name
    public LeftOut leftOut(String dataset) {
        return leftOut.getOrDefault(dataset, LeftOut.NOTHING);
    }

    /// What is found out of these data once, however many tables ask for it.
    ///
    /// @param kind what is found out
    /// @param of of what, compared by `equals`
    /// @param find finds it out, itself: others that ask meanwhile wait, so that it must not wait for what they do
    public <T> T once(Class<T> kind, Object of, Supplier<T> find) {
        Map<Object, Once> ofKind = known.computeIfAbsent(kind, _ -> new ConcurrentHashMap<>());
        return kind.cast(ofKind.computeIfAbsent(of, _ -> new Once()).get(find));
    }

    /// The set that stands for all sets of the same members: of visits at which the same subjects have a value it is held once,
    /// whatever is made of them.
    ///
    /// @param set not written to any more
    public BitSet shared(BitSet set) {
        return once(BitSet.class, set, () -> set);
    }

    /// Things to be computed of these data that do not depend on each other: side by side, or of very many subjects one after the
    /// other, since what each needs meanwhile is some numbers a subject and visit.
    public <T> Stream<T> each(List<T> things) {
        return subjectCount() > MOST_SIDE_BY_SIDE ? things.stream() : things.parallelStream();
    }

    /// How many rows have each pair of the values of two columns of a dataset, which must be few enough
    /// ([TextColumn#hasFewPairs]). Counted once.
    public PairUses pairs(TextColumn one, TextColumn other) {
        return once(PairUses.class, List.of(one, other), () -> one.pairs(other));
    }

    /// The parameter that was made of others under our PARAMCD, whether the study has one of that code or not.
    public Optional<DerivedParameter> derived(String code) {
        return Optional.ofNullable(derived.get(code));
    }

    /// For each row of some dataset with USUBJID its subject, or [#UNKNOWN].
    public RowSubjects subjectsOf(Dataset dataset) {
        return dataset.column("USUBJID").orElse(null) instanceof TextColumn ids
                ? subjectsOfIds.computeIfAbsent(ids, this::linked)
                : row -> UNKNOWN;
    }

    private RowSubjects linked(TextColumn ids) {
        if (index.isOfRows(ids)) {
            return new ByOrder(ids);
        }
        int[] byCode = index.of(ids.dictionary());
        return new ByIdentifier(ids, byCode, Arrays.stream(byCode).noneMatch(row -> row == UNKNOWN));
    }

    /// Subjects by identifiers whose codes are their numbers.
    private record ByOrder(TextColumn ids) implements RowSubjects {
        @Override
        public int of(int row) {
            return ids.code(row);
        }

        @Override
        public void fill(int from, int count, int[] into) {
            ids.codes(from, count, into);
        }

        @Override
        public boolean areAllKnown() {
            return true;
        }
    }

    /// Subjects by the codes of their identifiers.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ByIdentifier(TextColumn ids, int[] byCode, boolean areAllKnown) implements RowSubjects {
        @Override
        public int of(int row) {
            return byCode[ids.code(row)];
        }

        @Override
        public void fill(int from, int count, int[] into) {
            ids.codes(from, count, into);
            for (int i = 0; i < count; i++) {
                into[i] = byCode[into[i]];
            }
        }
    }

    public Study study() {
        return study;
    }

    public StudySettings settings() {
        return study.settings();
    }

    public Dataset adsl() {
        return adsl;
    }

    /// Rows of each file read, by the study's own dataset name.
    public Map<String, Long> rowsRead() {
        return rowsRead;
    }

    /// Number of rows of ADSL.
    public int subjectCount() {
        return adsl.rows();
    }

    /// A dataset by our name.
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(name));
    }

    /// All that was read, ADSL among them.
    public Collection<Dataset> datasets() {
        return datasets.values();
    }

    /// For each row of a dataset its subject, or [#UNKNOWN].
    public RowSubjects subjects(String dataset) {
        return subjects.getOrDefault(dataset, row -> UNKNOWN);
    }
}
