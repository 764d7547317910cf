package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.ComponentReader;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Who can meet an endpoint at all: endpoints of lupus belong to subjects with lupus, those of nephrotic syndrome to subjects
/// with that.
///
/// An endpoint that is derived from SLEDAI-2K or named after it (SRI, BICLA, LLDAS, DORIS) is not of a level of the arm or of
/// COHORT none of whose subjects has any value of
/// SLEDAI-2K, at baseline or later, where the study has that instrument. `endpoints: {of: {COHORT: SLE}}` of study.yaml says it
/// outright.
///
/// An endpoint of nephrotic syndrome ([NephroticEndpoints]) is not of a level that names another disease (SLE) and none of whose
/// subjects has any value of such an endpoint: an arm that names none stays in the denominator, though all of it dropped out.
///
/// @param outside the subjects who are in no denominator
/// @param levels the levels that they are of, in alphabetical order
public record EndpointSubjects(BitSet outside, Set<String> levels) {

    private static final String COHORT = "COHORT";
    private static final Pattern LUPUS = Pattern.compile("SRI\\d*|BICLA|LLDAS|DORIS|SLEDAI2K|CSLEDAI");
    private static final List<String> INSTRUMENT = Stream.concat(
            Stream.of(Sledai2k.TOTAL, Sledai2k.CLINICAL),
            Sledai2k.ITEMS.stream().map(Sledai2k.Item::parameter)).toList();

    /// Asks for what it looks at.
    public static void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, COHORT);
        ComponentReader.datasets(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVAL", "AVALC"));
        requested.ask(Study.ADSL, study.settings().endpoints().of().keySet());
    }

    /// Those of an endpoint.
    ///
    /// @param arms of the table
    @SuppressWarnings("ReferenceEquality") // whether it is the very dataset that was derived
    public static EndpointSubjects of(BdsParameter endpoint, Arms arms) {
        StudyData data = endpoint.records().data();
        if (NephroticEndpoints.isOne(endpoint.code(), endpoint.label())) {
            BitSet having = (BitSet) NephroticEndpoints.of(data).having().clone();
            IntPredicate valued = AnalysisValue.valued(endpoint.records());
            endpoint.every().stream().filter(valued).map(endpoint.records()::subject).forEach(having::set);
            return without(data, arms, having, NephroticEndpoints::isOther);
        }
        boolean derived = data.derived(endpoint.code()).filter(d -> d.records() == endpoint.records().dataset()).isPresent();
        if (!isOfDisease(endpoint.code()) && !derived) {
            return new EndpointSubjects(new BitSet(), Set.of());
        }
        return ofDisease(data, arms);
    }

    /// The remark that an endpoint is not of some subjects of a population; empty where it is of all.
    ///
    /// @param endpoint its label
    public Optional<EfficacyRemark.NotOfEndpoint> remark(String endpoint, BitSet population) {
        BitSet left = (BitSet) outside.clone();
        left.and(population);
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new EfficacyRemark.NotOfEndpoint(endpoint, List.copyOf(levels), left.cardinality()));
    }

    /// Those of every endpoint of lupus.
    ///
    /// @param arms whose levels may be of another disease, beside COHORT
    public static EndpointSubjects ofDisease(StudyData data, Arms arms) {
        Map<String, List<String>> said = data.settings().endpoints().of();
        if (!said.isEmpty()) {
            return said(data, said);
        }
        return without(data, arms, data.once(BitSet.class, "sledai-subjects", () -> withInstrument(data)), level -> true);
    }

    /// Those of every endpoint of nephrotic syndrome.
    ///
    /// @param arms whose levels may be of another disease, beside COHORT
    public static EndpointSubjects ofNephrotic(StudyData data, Arms arms) {
        return without(data, arms, NephroticEndpoints.of(data).having(), NephroticEndpoints::isOther);
    }

    /// The PARAMCDs of the endpoints of nephrotic syndrome, in alphabetical order.
    public static Set<String> nephrotic(StudyData data) {
        return NephroticEndpoints.of(data).codes();
    }

    /// The levels none of whose subjects has a value, where anybody has one.
    ///
    /// @param having the subjects with a value
    /// @param possible whether a level may be left out at all
    private static EndpointSubjects without(StudyData data, Arms arms, BitSet having, Predicate<String> possible) {
        BitSet outside = new BitSet();
        Set<String> levels = new TreeSet<>();
        if (!having.isEmpty()) {
            Stream.of(COHORT, arms.variable()).distinct().forEach(variable -> data.adsl().column(variable)
                    .ifPresent(column -> addLevels(column, having, possible, outside, levels)));
        }
        return new EndpointSubjects(outside, levels);
    }

    /// Whether an endpoint is named after an instrument of lupus.
    ///
    /// @param code our PARAMCD
    public static boolean isOfDisease(String code) {
        return LUPUS.matcher(code).matches();
    }

    /// Whether an endpoint is made of such an instrument and is none itself.
    ///
    /// @param code our PARAMCD
    public static boolean isEndpoint(String code) {
        return isOfDisease(code) && !INSTRUMENT.contains(code);
    }

    private static EndpointSubjects said(StudyData data, Map<String, List<String>> said) {
        BitSet outside = new BitSet();
        Set<String> levels = new TreeSet<>();
        said.forEach((variable, wanted) -> data.adsl().column(variable).ifPresent(column -> {
            Set<String> folded = wanted.stream().map(ValueText::folded).collect(Collectors.toSet());
            for (int subject = 0; subject < data.subjectCount(); subject++) {
                String level = ValueText.text(column, subject);
                if (!folded.contains(ValueText.folded(level))) {
                    outside.set(subject);
                    levels.add(level);
                }
            }
        }));
        return new EndpointSubjects(outside, levels);
    }

    private static void addLevels(Column column, BitSet having, Predicate<String> possible, BitSet outside,
            Set<String> levels) {
        Map<String, BitSet> byLevel = new HashMap<>();
        for (int subject = 0; subject < column.size(); subject++) {
            if (!column.isMissing(subject)) {
                byLevel.computeIfAbsent(ValueText.text(column, subject), l -> new BitSet()).set(subject);
            }
        }
        byLevel.forEach((level, subjects) -> {
            if (possible.test(level) && !subjects.intersects(having)) {
                outside.or(subjects);
                levels.add(level);
            }
        });
    }

    /// The subjects with any value of SLEDAI-2K, of its total or an item.
    private static BitSet withInstrument(StudyData data) {
        Set<String> codes = INSTRUMENT.stream().map(data.study().names()::parameter).collect(Collectors.toSet());
        BitSet having = new BitSet();
        for (String name : ComponentReader.datasets(data.study())) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, name);
            if (records.isPresent() && records.get().dataset().column("PARAMCD").orElse(null) instanceof TextColumn parameters) {
                boolean[] ofInstrument = new boolean[parameters.dictionary().size()];
                for (int code = 0; code < ofInstrument.length; code++) {
                    ofInstrument[code] = codes.contains(parameters.dictionary().get(code).strip());
                }
                IntPredicate valued = AnalysisValue.valued(records.get());
                for (int row = 0; row < records.get().size(); row++) {
                    int subject = records.get().subject(row);
                    if (ofInstrument[parameters.code(row)] && subject != StudyData.UNKNOWN && valued.test(row)) {
                        having.set(subject);
                    }
                }
            }
        }
        return having;
    }

    /// The endpoints of nephrotic syndrome that a study has: by PARAMCD (SRNSCR) or by the label ("Relapse of
    /// Nephrotic Syndrome").
    ///
    /// @param codes the study's PARAMCDs
    /// @param having the subjects with a value of any of them, at baseline or later
    private record NephroticEndpoints(SortedSet<String> codes, BitSet having) {

        private static final Pattern CODE = Pattern.compile("(?i)(SR|SD|SS|FR)NS\\w*");
        private static final Pattern LABEL = Pattern.compile("(?i)\\bnephrotic syndrome\\b");
        private static final Pattern NEPHROTIC = Pattern.compile(
                "(?i)nephrotic|nephrosis|(SR|SD|SS|FR)NS|minimal change|FSGS|(?<![a-z])(MCD|I?NS)(?![a-z])");
        private static final Pattern OTHER_DISEASE = Pattern.compile(
                "(?i)(?<![a-z])([cjp]?SLE|lupus|LN|SSc|(systemic|multiple) sclerosis|myositis|IIM|myasthenia|NMOSD|vasculitis|AAV"
                        + "|arthritis|JIA|ITP|AIHA)(?![a-z])");

        /// Those of a study.
        static NephroticEndpoints of(StudyData data) {
            return data.once(NephroticEndpoints.class, "nephrotic-endpoints", () -> find(data));
        }

        /// Whether an endpoint is one of nephrotic syndrome.
        static boolean isOne(String code, String label) {
            return CODE.matcher(code.strip()).matches() || LABEL.matcher(label).find();
        }

        /// Whether a level of the arm or of COHORT names another disease, and not this one beside it.
        static boolean isOther(String level) {
            return OTHER_DISEASE.matcher(level).find() && !NEPHROTIC.matcher(level).find();
        }

        private static NephroticEndpoints find(StudyData data) {
            SortedSet<String> codes = new TreeSet<>();
            BitSet having = new BitSet();
            for (String name : ComponentReader.datasets(data.study())) {
                JoinedRecords.of(data, name).ifPresent(records -> add(records, codes, having));
            }
            return new NephroticEndpoints(codes, having);
        }

        private static void add(JoinedRecords records, SortedSet<String> codes, BitSet having) {
            if (!(records.dataset().column("PARAMCD").orElse(null) instanceof TextColumn parameters)) {
                return;
            }
            boolean[] byCode = matching(parameters, CODE.asMatchPredicate());
            Column labels = records.dataset().column("PARAM").orElse(null);
            boolean[] byLabel = labels instanceof TextColumn text ? matching(text, LABEL.asPredicate()) : new boolean[0];
            IntPredicate valued = AnalysisValue.valued(records);
            for (int row = 0; row < records.size(); row++) {
                if (byCode[parameters.code(row)] || (labels instanceof TextColumn text && byLabel[text.code(row)])) {
                    codes.add(parameters.dictionary().get(parameters.code(row)).strip());
                    int subject = records.subject(row);
                    if (subject != StudyData.UNKNOWN && valued.test(row)) {
                        having.set(subject);
                    }
                }
            }
        }

        private static boolean[] matching(TextColumn column, Predicate<String> wanted) {
            boolean[] matching = new boolean[column.dictionary().size()];
            for (int code = 0; code < matching.length; code++) {
                matching[code] = wanted.test(column.dictionary().get(code).strip());
            }
            return matching;
        }
    }
}
