package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.ComponentReader;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Who can meet an endpoint at all: endpoints of lupus belong to subjects with lupus.
///
/// An endpoint that is derived from SLEDAI-2K or named after it (SRI, BICLA, LLDAS, DORIS) is not of a level of the arm or of
/// COHORT none of whose subjects has any value of
/// SLEDAI-2K, at baseline or later, where the study has that instrument. `endpoints: {of: {COHORT: SLE}}` of study.yaml says it
/// outright.
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
        ComponentReader.datasets(study).forEach(name -> requested.ask(name, "PARAMCD", "AVAL", "AVALC"));
        requested.ask(Study.ADSL, study.settings().endpoints().of().keySet());
    }

    /// Those of an endpoint.
    ///
    /// @param arms of the table
    @SuppressWarnings("ReferenceEquality") // whether it is the very dataset that was derived
    public static EndpointSubjects of(BdsParameter endpoint, Arms arms) {
        StudyData data = endpoint.records().data();
        boolean derived = data.derived(endpoint.code()).filter(d -> d.records() == endpoint.records().dataset()).isPresent();
        if (!isOfDisease(endpoint.code()) && !derived) {
            return new EndpointSubjects(new BitSet(), Set.of());
        }
        return ofDisease(data, arms);
    }

    /// Those of every endpoint of lupus.
    ///
    /// @param arms whose levels may be of another disease, beside COHORT
    public static EndpointSubjects ofDisease(StudyData data, Arms arms) {
        Map<String, List<String>> said = data.settings().endpoints().of();
        if (!said.isEmpty()) {
            return said(data, said);
        }
        BitSet having = data.once(BitSet.class, "sledai-subjects", () -> withInstrument(data));
        BitSet outside = new BitSet();
        Set<String> levels = new TreeSet<>();
        if (!having.isEmpty()) {
            Stream.of(COHORT, arms.variable()).distinct().forEach(variable -> data.adsl().column(variable)
                    .ifPresent(column -> addLevels(column, having, outside, levels)));
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

    private static void addLevels(Column column, BitSet having, BitSet outside, Set<String> levels) {
        Map<String, BitSet> byLevel = new HashMap<>();
        for (int subject = 0; subject < column.size(); subject++) {
            if (!column.isMissing(subject)) {
                byLevel.computeIfAbsent(ValueText.text(column, subject), l -> new BitSet()).set(subject);
            }
        }
        byLevel.forEach((level, subjects) -> {
            if (!subjects.intersects(having)) {
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
}
