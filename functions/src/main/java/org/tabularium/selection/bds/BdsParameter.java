package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Condition;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The records of one parameter of a BDS dataset.
///
/// @param code our PARAMCD
/// @param label PARAM; the code where it is missing
/// @param records the dataset
/// @param rows the parameter's records that the table's filter and ANL01FL leave, of subjects in ADSL
/// @param every those that the table's filter leaves, whatever ANL01FL says: unscheduled ones among them
/// @param words the filter of `rows` in words
/// @param everyWords that of `every`
/// @param remarks footnotes of a table that shows it: of a derived parameter its rule
public record BdsParameter(
        String code, String label, JoinedRecords records, BitSet rows, BitSet every, Clauses words, Clauses everyWords,
        List<String> remarks) {

    /// What is read of each dataset that may hold parameters.
    public static final List<String> VARIABLES = List.of(
            "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADT", "AVAL", "AVALC", "BASE", "CHG", "ABLFL", "ANL01FL");

    /// The datasets in which a parameter by visit may be: those with PARAMCD, a visit and a value.
    ///
    /// @param dataset the one the shell names; empty for any
    public static List<String> candidates(Study study, String dataset) {
        return withParameters(study, dataset)
                .filter(d -> study.has(d, "AVISIT") || study.has(d, "AVISITN"))
                .filter(d -> study.has(d, "AVAL") || study.has(d, "AVALC"))
                .toList();
    }

    /// The datasets with parameters and subjects.
    ///
    /// @param dataset the one the shell names; empty for any
    public static Stream<String> withParameters(Study study, String dataset) {
        return study.datasets().stream()
                .filter(d -> dataset.isEmpty() || d.equals(dataset) || isPartOf(study, dataset, d))
                .filter(d -> study.has(d, "PARAMCD") && study.has(d, "USUBJID"));
    }

    private static boolean isPartOf(Study study, String ours, String dataset) {
        return study.names().datasets(ours, study.sources().keySet()).contains(dataset);
    }

    /// Finds a parameter of ours: the study's, else the one derived from its components.
    ///
    /// @param dataset the one the shell names; empty for any
    /// @param where the table's filter; null for none
    /// @return empty where no dataset has it and it cannot be derived
    /// @throws NotProducedException where two datasets have it, or the shell's filter needs a variable that is not there
    public static Optional<BdsParameter> find(StudyData data, String dataset, @Nullable Condition where, String code)
            throws NotProducedException {
        Optional<BdsParameter> delivered = find(data, candidates(data.study(), dataset), where, code);
        return delivered.isPresent() ? delivered : derived(data, dataset, where, code);
    }

    private static Optional<BdsParameter> derived(StudyData data, String dataset, @Nullable Condition where, String code)
            throws NotProducedException {
        Optional<DerivedParameter> derived = data.derived(code)
                .filter(d -> dataset.isEmpty() || dataset.equals(d.records().name()));
        if (derived.isEmpty()) {
            return Optional.empty();
        }
        if (!derived.get().obstacle().isEmpty()) {
            throw new NotProducedException(code + " cannot be derived: " + derived.get().obstacle());
        }
        return in(JoinedRecords.of(data, derived.get()), where, code, code)
                .map(p -> p.derivedBy(derived.get()));
    }

    /// Finds a parameter of ours in some datasets.
    public static Optional<BdsParameter> find(StudyData data, List<String> datasets, @Nullable Condition where, String code)
            throws NotProducedException {
        String theirs = data.study().names().parameter(code);
        List<BdsParameter> found = new ArrayList<>();
        for (String candidate : datasets) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, candidate);
            if (records.isPresent()) {
                Optional<BdsParameter> parameter = in(records.get(), where, code, theirs);
                parameter.ifPresent(found::add);
            }
        }
        if (found.size() > 1) {
            throw new NotProducedException(theirs + " is in " + found.get(0).records.name() + " and in "
                    + found.get(1).records.name() + "; name the dataset in study.yaml");
        }
        return found.stream().findFirst();
    }

    private static Optional<BdsParameter> in(JoinedRecords records, @Nullable Condition where, String code, String theirs)
            throws NotProducedException {
        JoinedColumn paramcd = records.field("PARAMCD").orElseThrow();
        BitSet all = records.select(new Filter(paramcd.is(theirs), Clauses.NONE));
        return all.isEmpty() ? Optional.empty() : Optional.of(of(records, all, where, code, theirs));
    }

    /// A parameter whose rows are known.
    ///
    /// @param all its rows, of subjects in ADSL; at least one
    static BdsParameter of(JoinedRecords records, BitSet all, @Nullable Condition where, String code, String theirs)
            throws NotProducedException {
        Filter table = Filter.of(where, records)
                .orElseThrow(() -> new NotProducedException(
                        records.name() + " lacks a variable of the table's filter"));
        Filter analysed = analysed(records, all);
        BitSet every = records.select(table, all);
        BitSet rows = records.select(analysed, every);
        String given = records.data().settings().display().labels().getOrDefault(code, "");
        String label = given.isEmpty() ? records.field("PARAM").map(f -> f.text(all.nextSetBit(0))).orElse("") : given;
        Clauses words = Filter.joined(Clauses.equal("PARAMCD", theirs), table.words());
        return new BdsParameter(code, label.isEmpty() ? theirs : label, records, rows, every,
                Filter.joined(words, analysed.words()), words, List.of());
    }

    /// ANL01FL = Y where the parameter's dataset has it (design, section 5); a baseline record (ABLFL = Y) needs no such flag. In a
    /// split dataset a parameter without any flag is of a part that has no such variable.
    private static Filter analysed(JoinedRecords records, BitSet ofParameter) {
        boolean split = records.data().study().parts(records.name()).size() > 1;
        Optional<JoinedColumn> flag = records.field("ANL01FL")
                .filter(f -> !split || ofParameter.stream().anyMatch(row -> !f.isMissing(row)));
        Optional<JoinedColumn> baseline = records.field("ABLFL");
        return flag.map(f -> new Filter(
                baseline.map(b -> f.is("Y").or(b.is("Y"))).orElseGet(() -> f.is("Y")), Clauses.equal("ANL01FL", "Y")))
                .orElse(Filter.EVERYTHING);
    }

    /// Our name of a parameter of the study's.
    public static String ours(StudyData data, String theirs) {
        return data.settings().parameters().entrySet().stream()
                .filter(e -> e.getValue().equalsIgnoreCase(theirs))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(theirs);
    }

    /// The same records seen with derived variables.
    BdsParameter seen(JoinedRecords other) {
        return new BdsParameter(code, label, other, rows, every, words, everyWords, remarks);
    }

    /// Some of its records.
    public BdsParameter only(BitSet some) {
        return new BdsParameter(code, label, records, some, every, words, everyWords, remarks);
    }

    private BdsParameter derivedBy(DerivedParameter rule) {
        Clauses from = Clauses.of(Criterion.DERIVED, rule.words());
        return new BdsParameter(code, label, records, rows, every, derived(words, from), derived(everyWords, from),
                rule.remarks());
    }

    /// The clauses with how it was derived in place of its PARAMCD, which is the first of them.
    private static Clauses derived(Clauses clauses, Clauses from) {
        return from.and(new Clauses(clauses.all().subList(1, clauses.all().size())));
    }

    /// Whether a record is its subject's baseline (ABLFL = Y).
    IntPredicate baselineRecord() {
        return records.field("ABLFL").map(f -> f.is("Y")).orElse(row -> false);
    }

    /// The PARAMCDs of a dataset, in alphabetical order.
    public static List<String> codes(JoinedRecords records) {
        TreeSet<String> codes = new TreeSet<>();
        records.field("PARAMCD")
                .ifPresent(field -> field.texts(records.size()).forEach(text -> codes.add(text.toUpperCase(Locale.ROOT))));
        codes.remove("");
        return List.copyOf(codes);
    }
}
