package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.SingleRecord;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.DeclaredResponses.BestResponse;
import org.tabularium.shell.rows.DeclaredResponses.BestResponse.Level;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;

/// The best overall response of each subject by one parameter.
///
/// @param parameter the parameter
/// @param byValue who has a value of AVALC, by the value in capitals; without those that say that it is missing
/// @param spelled how the data spell each of them, in whatever ways
/// @param rows of the records
record BestResponses(BdsParameter parameter, Map<String, BitSet> byValue, Map<String, Set<String>> spelled, BitSet rows) {

    private static final Pattern BEST = Pattern.compile("(?i)\\bbest\\b.*\\bresponse\\b");
    private static final Pattern CONFIRMED = Pattern.compile("\\(CONFIRMED\\)|(?<![A-Z])CONFIRMED ");
    private static final String KNOWN = "(S?CR|CRI|N?PR|VGPR|MR|SD|PD|NE)";
    private static final Pattern ABBREVIATED = Pattern
            .compile("[A-Z][A-Z ]+\\(" + KNOWN + "\\)|" + KNOWN + " ?[-:(] ?[A-Z][A-Z ]+\\)?");
    private static final Set<String> MISSING = Set.of("", "MISSING", "NOT DONE");

    /// The PARAMCDs of best overall responses, by our names: those that the rows name, and where they want others those whose
    /// label says so and of which some value is one of the levels.
    static List<String> codes(BestResponse block, Shell shell, StudyData data) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String dataset : ResponseParameters.candidates(data.study(), shell.dataset())) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, dataset);
            if (records.isEmpty()) {
                continue;
            }
            Set<String> there = new LinkedHashSet<>();
            BdsParameter.codes(records.get()).forEach(code -> there.add(BdsParameter.ours(data, code)));
            block.parameters().stream().filter(there::contains).forEach(codes::add);
            if (block.others()) {
                others.addAll(labelled(records.get(), block, data));
            }
        }
        List<String> ordered = new ArrayList<>(block.parameters());
        ordered.retainAll(codes);
        others.stream().filter(code -> !ordered.contains(code)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static Set<String> labelled(JoinedRecords records, BestResponse block, StudyData data) {
        Set<String> known = values(block.levels());
        Set<String> codes = new LinkedHashSet<>();
        Optional<JoinedColumn> code = records.field("PARAMCD");
        Optional<JoinedColumn> label = records.field("PARAM");
        Optional<JoinedColumn> value = records.field("AVALC");
        if (code.isEmpty() || label.isEmpty() || value.isEmpty()) {
            return codes;
        }
        for (int row = 0; row < records.size(); row++) {
            if (known.contains(folded(value.get().text(row))) && BEST.matcher(label.get().text(row)).find()) {
                codes.add(BdsParameter.ours(data, code.get().text(row).strip().toUpperCase(Locale.ROOT)));
            }
        }
        return codes;
    }

    /// The responses of a parameter.
    ///
    /// @throws NotProducedException where a subject has two records of it, or it is of several kinds
    static BestResponses of(BdsParameter parameter) throws NotProducedException {
        Dimensions.whole(parameter);
        int[] recordOf = SingleRecord.of(parameter);
        Optional<JoinedColumn> value = parameter.records().field("AVALC");
        Map<String, BitSet> byValue = new TreeMap<>();
        Map<String, Set<String>> spelled = new LinkedHashMap<>();
        for (int subject = 0; subject < recordOf.length; subject++) {
            String text = recordOf[subject] < 0 || value.isEmpty() ? "" : value.get().text(recordOf[subject]).strip();
            if (!MISSING.contains(folded(text))) {
                byValue.computeIfAbsent(folded(text), v -> new BitSet()).set(subject);
                spelled.computeIfAbsent(folded(text), v -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)).add(text);
            }
        }
        return new BestResponses(parameter, byValue, spelled, Visit.rows(recordOf).get());
    }

    /// Who has one of some values.
    BitSet having(List<String> values) {
        BitSet having = new BitSet();
        values.stream().map(BestResponses::folded).filter(byValue::containsKey)
                .forEach(value -> having.or(byValue.getOrDefault(value, having)));
        return having;
    }

    /// How the data spell some values, those alone that they have; all of them where they have none.
    List<String> spellings(List<String> values) {
        List<String> own = values.stream().map(BestResponses::folded).filter(spelled::containsKey)
                .flatMap(value -> spelled.getOrDefault(value, Set.of()).stream()).toList();
        return own.isEmpty() ? values : own;
    }

    /// The values of some subjects that no level stands for, by the data's spelling.
    Map<String, BitSet> unknown(List<Level> levels, BitSet among) {
        Set<String> known = values(levels);
        Map<String, BitSet> unknown = new LinkedHashMap<>();
        byValue.forEach((value, subjects) -> {
            if (!known.contains(value) && subjects.intersects(among)) {
                unknown.put(String.join(", ", spelled.getOrDefault(value, Set.of(value))), subjects);
            }
        });
        return unknown;
    }

    /// Who has any.
    BitSet known() {
        BitSet known = new BitSet();
        byValue.values().forEach(known::or);
        return known;
    }

    private static Set<String> values(List<Level> levels) {
        Set<String> values = new LinkedHashSet<>();
        levels.forEach(level -> level.values().forEach(value -> values.add(folded(value))));
        return values;
    }

    /// A value in capitals without the word that it is confirmed; of one that says both an abbreviation and its words ("Partial
    /// response (PR)") the abbreviation.
    private static String folded(String value) {
        String plain = CONFIRMED.matcher(value.strip().toUpperCase(Locale.ROOT)).replaceAll("").strip();
        Matcher both = ABBREVIATED.matcher(plain);
        if (!both.matches()) {
            return plain;
        }
        return both.group(1) == null ? both.group(2) : both.group(1);
    }
}
