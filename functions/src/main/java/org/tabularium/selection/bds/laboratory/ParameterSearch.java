package org.tabularium.selection.bds.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.StudyData;

/// The parameters of a table that has several, found in one pass over each dataset.
public final class ParameterSearch {

    private static final int BLOCK = 2_048;

    private final StudyData data;
    private final @Nullable Condition where;
    private final Map<String, BdsParameter> byCode = new LinkedHashMap<>();

    private ParameterSearch(StudyData data, @Nullable Condition where) {
        this.data = data;
        this.where = where;
    }

    /// Finds parameters of ours.
    ///
    /// @param codes PARAMCDs in order, or [DeclaredRows#ALL] for all of the shell's dataset in the order of PARAMN, else of PARAM
    /// @return those that are there
    /// @throws NotProducedException where two datasets have one, or the shell's filter needs a variable that is not there
    public static List<BdsParameter> find(StudyData data, Shell shell, List<String> codes) throws NotProducedException {
        ParameterSearch parameters = new ParameterSearch(data, shell.where());
        boolean all = codes.contains(DeclaredRows.ALL);
        for (String dataset : BdsParameter.candidates(data.study(), shell.dataset())) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, dataset);
            if (records.isPresent()) {
                parameters.collect(records.get(), all ? List.of() : codes);
            }
        }
        if (all) {
            return parameters.byCode.values().stream().sorted(order()).toList();
        }
        if (codes.contains(DerivedGfr.CODE) && !parameters.byCode.containsKey(DerivedGfr.CODE)) {
            find(data, shell, List.of(DerivedGfr.CREATININE)).stream()
                    .flatMap(creatinine -> DerivedGfr.of(creatinine).stream())
                    .forEach(rate -> parameters.byCode.put(DerivedGfr.CODE, rate));
        }
        List<BdsParameter> found = new ArrayList<>();
        codes.forEach(code -> Optional.ofNullable(parameters.byCode.get(code)).ifPresent(found::add));
        return found;
    }

    /// Refuses a table that the study has none of the parameters of which it is about.
    ///
    /// @throws NotProducedException with their names
    public static void refuseWithout(StudyData data, Shell shell) throws NotProducedException {
        if (!shell.requiresParameters().isEmpty() && find(data, shell, shell.requiresParameters()).isEmpty()
                && !hasWithoutVisits(data, shell)) {
            throw new NotProducedException(new AbsenceObstacle.NoSubjectMatter(
                    shell.requiresParameters().stream().map(data.study().names()::parameter).toList()));
        }
    }

    /// Whether a dataset that may have no visits, as times to events and best responses have none, has one of the parameters that
    /// the shell requires.
    private static boolean hasWithoutVisits(StudyData data, Shell shell) {
        Set<String> theirs = shell.requiresParameters().stream().map(data.study().names()::parameter).collect(Collectors.toSet());
        return BdsParameter.withParameters(data.study(), shell.dataset()).filter(d -> !data.study().has(d, "AVISIT"))
                .flatMap(d -> data.dataset(d).flatMap(found -> found.column("PARAMCD")).stream())
                .anyMatch(codes -> codes instanceof TextColumn text && text.dictionary().stream().anyMatch(theirs::contains));
    }

    private static Comparator<BdsParameter> order() {
        return Comparator.comparingDouble((BdsParameter p) -> p.records().field("PARAMN")
                .map(f -> f.number(p.every().nextSetBit(0)))
                .filter(n -> !n.isNaN())
                .orElse(Double.MAX_VALUE))
                .thenComparing(p -> p.label().toLowerCase(Locale.ROOT))
                .thenComparing(BdsParameter::code);
    }

    /// @param codes ours; empty for every one that the dataset has
    private void collect(JoinedRecords records, List<String> codes) throws NotProducedException {
        Map<String, String> ours = new LinkedHashMap<>();
        codes.forEach(code -> ours.put(data.study().names().parameter(code).toUpperCase(Locale.ROOT), code));
        Map<String, BitSet> rows = rows(records);
        for (Map.Entry<String, BitSet> entry : rows.entrySet()) {
            String theirs = entry.getKey();
            String code = codes.isEmpty() ? BdsParameter.ours(data, theirs) : ours.get(theirs);
            if (code != null) {
                BdsParameter parameter = BdsParameter.of(records, entry.getValue(), where, code, theirs);
                BdsParameter other = parameter.every().isEmpty() ? null : byCode.put(code, parameter);
                if (other != null) {
                    throw new NotProducedException(
                            new RecordObstacle.InTwoDatasets(theirs, other.records().name(), records.name()));
                }
            }
        }
    }

    /// The rows of each PARAMCD, of subjects in ADSL.
    private static Map<String, BitSet> rows(JoinedRecords records) {
        Map<String, BitSet> byCode = new LinkedHashMap<>();
        if (records.field("PARAMCD").map(JoinedColumn::column).orElse(null) instanceof TextColumn codes) {
            BitSet[] byEntry = codes.dictionary().stream()
                    .map(text -> text.strip().toUpperCase(Locale.ROOT))
                    .map(code -> code.isEmpty() ? new BitSet() : byCode.computeIfAbsent(code, c -> new BitSet(records.size())))
                    .toArray(BitSet[]::new);
            boolean allKnown = records.areOfKnownSubjects();
            int[] subject = new int[BLOCK];
            int[] code = new int[BLOCK];
            for (int from = 0; from < records.size(); from += BLOCK) {
                int count = Math.min(BLOCK, records.size() - from);
                if (!allKnown) {
                    records.subjects(from, count, subject);
                }
                codes.codes(from, count, code);
                int i = 0;
                while (i < count) { // records of a parameter often follow each other
                    int first = i++;
                    while (i < count && code[i] == code[first] && subject[i] == subject[first]) {
                        i++;
                    }
                    if (subject[first] != StudyData.UNKNOWN) {
                        byEntry[code[first]].set(from + first, from + i);
                    }
                }
            }
        }
        byCode.values().removeIf(BitSet::isEmpty);
        return byCode;
    }
}
