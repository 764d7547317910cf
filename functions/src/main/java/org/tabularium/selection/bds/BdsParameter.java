package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.AnalysisFlag;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.DayZero;

/// The records of one parameter of a BDS dataset.
///
/// @param code our PARAMCD
/// @param theirs the study's PARAMCD
/// @param label PARAM; the code where it is missing
/// @param within which of its records these are, by variable: a time point, a type of baseline, a unit; empty for all
/// @param records the dataset
/// @param rows the parameter's records that the table's filter leaves and that count at their visit ([BdsRecords]), of subjects
///     in ADSL
/// @param every those that the table's filter leaves, whatever the flag of analysis says: unscheduled ones among them
/// @param clauses the filter of `rows` as data
/// @param everyClauses that of `every`
/// @param remarks footnotes of a table that shows it: of a derived parameter its rule
public record BdsParameter(
        String code, String theirs, String label, Map<String, String> within, JoinedRecords records, BitSet rows, BitSet every,
        Clauses clauses, Clauses everyClauses, List<Remark> remarks) {

    /// What is read of each dataset that may hold parameters.
    public static final List<String> VARIABLES = List.of(
            "PARAMCD", "PARAM", "AVALU", "AVISIT", "AVISITN", "ADT", "ADTM", "AVAL", "AVALC", "BASE", "CHG", "ABLFL", "ANL01FL",
            "DTYPE", "ATPT", "ATPTN", "BASETYPE", "APERIOD", "APHASE", "TRTA", "TRTP", "LBSTRESU", "VSSTRESU", "EGSTRESU");

    /// What may tell two records of a subject apart beside a time point or a period: the phase, who judged, and of what
    /// kind it is.
    static final List<String> TELLING = List.of("APHASE", "PARQUAL", "EVAL", "EVALID", "PARCAT1");
    private static final int OF_TIMES = 4;

    private static final Pattern LOGARITHM = Pattern.compile(
            "(?i)(^|[\\s(,])(log\\s?10|log\\s?2|log|ln)(?![\\w-])|\\blog(10)?-transformed\\b|\\blogarithm");
    static final Pattern FLAG = Pattern.compile("ANL\\d\\dFL");
    private static final String DERIVATION = "DTYPE";

    /// Asks for what a parameter of some dataset may need.
    public static void ask(Study study, String dataset, RequestedColumns requested) {
        requested.ask(dataset, VARIABLES);
        // Categories of parameters tell only times to events of one PARAMCD apart; many a laboratory dataset has
        // them in each row.
        requested.ask(dataset, study.has(dataset, "CNSR") ? TELLING : TELLING.subList(0, OF_TIMES));
        BdsRecords.ask(study, dataset, requested);
        study.settings().records().flag(dataset).ifPresent(flag -> requested.ask(dataset, flag));
        requested.ask(Study.ADSL, DayZero.VARIABLES);
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> requested.ask(Study.ADSL, day));
    }

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
        DerivationObstacle obstacle = derived.get().obstacle();
        if (obstacle != null) {
            throw new NotProducedException(new AbsenceObstacle.NotDerived(code, obstacle));
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
            throw new NotProducedException(new RecordObstacle.InTwoDatasets(theirs, found.get(0).records.name(),
                    found.get(1).records.name()));
        }
        return found.stream().findFirst();
    }

    private static Optional<BdsParameter> in(JoinedRecords records, @Nullable Condition where, String code, String theirs)
            throws NotProducedException {
        Optional<JoinedColumn> paramcd = records.field("PARAMCD");
        if (paramcd.isEmpty()) {
            return Optional.empty();
        }
        BitSet all = records.select(new Filter(paramcd.get().is(theirs), Clauses.NONE));
        return all.isEmpty() ? Optional.empty() : Optional.of(of(records, all, where, code, theirs));
    }

    /// A parameter whose rows are known.
    ///
    /// @param all its rows, of subjects in ADSL; at least one
    public static BdsParameter of(JoinedRecords records, BitSet all, @Nullable Condition where, String code, String theirs)
            throws NotProducedException {
        Filter table = Filter.of(where, records)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoFilterVariable(records.name())));
        Set<String> named = Set.copyOf(ConditionVariables.of(where, records.data().study()));
        boolean ownFlag = named.stream().anyMatch(FLAG.asMatchPredicate());
        boolean ownDerivation = named.contains(DERIVATION);
        BdsRecords known = BdsRecords.of(records.data(), records.dataset());
        BitSet filtered = where == null ? all : records.select(table, all);
        BitSet every = ownDerivation ? filtered : known.visitsAmong(filtered);
        BitSet rows = ownFlag ? every : known.analysedAmong(every);
        String given = records.data().settings().display().label(code).orElse("");
        String label = given.isEmpty() ? records.field("PARAM").map(f -> f.text(all.nextSetBit(0))).orElse("") : given;
        Clauses everyClauses = Filter.joined(Clauses.equal("PARAMCD", theirs), table.clauses());
        if (every.cardinality() < filtered.cardinality()) {
            everyClauses = everyClauses.and(withoutSummaries(records, filtered, every));
        }
        boolean picked = !ownFlag && known.flagOf(theirs).filter(AnalysisFlag::picks).isPresent();
        Clauses clauses = picked ? everyClauses.and(picked(known, theirs, rows)) : everyClauses;
        BdsParameter found = new BdsParameter(code, theirs, label.isEmpty() ? theirs : label, Map.of(), records, rows, every,
                clauses, everyClauses, List.of());
        return found.withRemarks(RecordRemarks.of(found, known, filtered, ownFlag));
    }

    /// That a record has the flag of analysis, or is baseline where such records are let in beside it.
    private static Clauses picked(BdsRecords known, String theirs, BitSet rows) {
        Clauses flagged = Clauses.equal(known.flag().orElseThrow().variable(), "Y");
        if (known.areMarked(rows)) {
            return flagged;
        }
        Clauses baseline = known.isBaselineByFlag(theirs) ? Clauses.equal("ABLFL", "Y") : Clauses.of(Criterion.BASELINE_RECORD);
        return Clauses.of(new Clause.Any(List.of(flagged, baseline)));
    }

    /// That DTYPE is none of those of the records that are no visits.
    private static Clauses withoutSummaries(JoinedRecords records, BitSet filtered, BitSet every) {
        TreeSet<String> left = new TreeSet<>();
        filtered.stream().filter(row -> !every.get(row))
                .forEach(row -> records.field(DERIVATION).ifPresent(f -> left.add(f.text(row))));
        return Clauses.of(new Clause.Compare(DERIVATION, Comparator.NOT_IN, List.copyOf(left)));
    }

    private static BitSet kept(BitSet rows, IntPredicate test) {
        BitSet kept = new BitSet(rows.length());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (test.test(row)) {
                kept.set(row);
            }
        }
        return kept;
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
    public BdsParameter seen(JoinedRecords other) {
        return new BdsParameter(code, theirs, label, within, other, rows, every, clauses, everyClauses, remarks);
    }

    /// Some of its records.
    public BdsParameter only(BitSet some) {
        return new BdsParameter(code, theirs, label, within, records, some, every, clauses, everyClauses, remarks);
    }

    /// The same for a table of all its records, whatever the flag of analysis marks: footnotes on that flag say nothing of it.
    public BdsParameter withoutFlagRemarks() {
        return withRemarks(remarks.stream()
                .filter(remark -> !(remark instanceof RecordRemark.AllCount) && !(remark instanceof RecordRemark.FlaggedCount))
                .toList());
    }

    /// The same for a table in which no value stands beside baseline: a footnote on baseline says nothing of it.
    public BdsParameter withoutBaselineRemarks() {
        return withRemarks(remarks.stream().filter(remark -> !(remark instanceof RecordRemark.BaselineByDate)).toList());
    }

    private BdsParameter withRemarks(List<Remark> more) {
        return new BdsParameter(code, theirs, label, within, records, rows, every, clauses, everyClauses, more);
    }

    /// Those of its records that have one level of a variable, with the level behind the label.
    BdsParameter within(String variable, String level, String newLabel, IntPredicate of) {
        Map<String, String> more = new LinkedHashMap<>(within);
        more.put(variable, level);
        Clauses filter = Clauses.equal(variable, level);
        return new BdsParameter(code, theirs, newLabel, more, records, kept(rows, of), kept(every, of),
                Filter.joined(clauses, filter), Filter.joined(everyClauses, filter), remarks);
    }

    /// Whether its label says that its values are logarithms of what was measured.
    public boolean isLogarithm() {
        return LOGARITHM.matcher(label).find();
    }

    /// What stands above its rows: its label, and the level of each variable that its records are within.
    public RowLabel heading() {
        return heading(label, List.copyOf(within.entrySet()));
    }

    private static RowLabel heading(String label, List<Map.Entry<String, String>> within) {
        if (within.isEmpty() || !label.endsWith(behind(within.getLast().getValue()))) {
            return new RowLabel.Given(label);
        }
        String level = within.getLast().getValue();
        return new RowLabel.Within(heading(label.substring(0, label.length() - behind(level).length()),
                within.subList(0, within.size() - 1)), within.getLast().getKey(), level);
    }

    /// How a level stands behind the label.
    static String behind(String level) {
        return ", " + level;
    }

    /// The keys of its results beside the arm: PARAMCD, and what its records are within.
    public Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("PARAMCD", code);
        groups.putAll(within);
        return groups;
    }

    /// The keys of its results at a visit.
    public Map<String, String> groups(String visit) {
        Map<String, String> groups = groups();
        groups.put("AVISIT", visit);
        return groups;
    }

    private BdsParameter derivedBy(DerivedParameter rule) {
        Clauses from = Clauses.of(Criterion.DERIVED, rule.code(), rule.from());
        List<Remark> both = Stream.<Remark>concat(rule.remarks().stream().map(RecordRemark.Rule::new), remarks.stream()).toList();
        return new BdsParameter(code, theirs, label, within, records, rows, every, derived(clauses, from),
                derived(everyClauses, from),
                both);
    }

    /// The clauses with how it was derived in place of its PARAMCD, which is the first of them.
    private static Clauses derived(Clauses clauses, Clauses from) {
        return from.and(new Clauses(clauses.all().subList(1, clauses.all().size())));
    }

    /// Which records of the dataset count and which are baseline.
    BdsRecords known() {
        return BdsRecords.of(records.data(), records.dataset());
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
