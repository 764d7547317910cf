package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;
import org.tabularium.shell.Block;
import org.tabularium.shell.Condition;
import org.tabularium.study.StudyData;

/// The parameters of a table that has several, found in one pass over each dataset.
final class Parameters {

    private final StudyData data;
    private final @Nullable Condition where;
    private final Map<String, Parameter> byCode = new LinkedHashMap<>();

    private Parameters(StudyData data, @Nullable Condition where) {
        this.data = data;
        this.where = where;
    }

    /// Finds parameters of ours.
    ///
    /// @param codes PARAMCDs in order, or [Block#ALL] for all of the shell's dataset in the order of PARAMN, else of PARAM
    /// @return those that are there
    /// @throws NotProducedException where two datasets have one, or the shell's filter needs a variable that is not there
    static List<Parameter> find(Frame frame, List<String> codes) throws NotProducedException {
        Parameters parameters = new Parameters(frame.data(), frame.shell().where());
        boolean all = codes.contains(Block.ALL);
        for (String dataset : Parameter.candidates(frame.data().study(), frame.shell().dataset())) {
            Optional<Records> records = Records.of(frame.data(), dataset);
            if (records.isPresent()) {
                parameters.collect(records.get(), all ? List.of() : codes);
            }
        }
        if (all) {
            return parameters.byCode.values().stream().sorted(order()).toList();
        }
        if (codes.contains(DerivedGfr.CODE) && !parameters.byCode.containsKey(DerivedGfr.CODE)) {
            find(frame, List.of(DerivedGfr.CREATININE)).stream()
                    .flatMap(creatinine -> DerivedGfr.of(creatinine).stream())
                    .forEach(rate -> parameters.byCode.put(DerivedGfr.CODE, rate));
        }
        List<Parameter> found = new ArrayList<>();
        codes.forEach(code -> Optional.ofNullable(parameters.byCode.get(code)).ifPresent(found::add));
        return found;
    }

    private static Comparator<Parameter> order() {
        return Comparator.comparingDouble((Parameter p) -> p.records().field("PARAMN")
                .map(f -> f.number(p.every().nextSetBit(0)))
                .filter(n -> !n.isNaN())
                .orElse(Double.MAX_VALUE))
                .thenComparing(p -> p.label().toLowerCase(Locale.ROOT))
                .thenComparing(Parameter::code);
    }

    /// @param codes ours; empty for every one that the dataset has
    private void collect(Records records, List<String> codes) throws NotProducedException {
        Map<String, String> ours = new LinkedHashMap<>();
        codes.forEach(code -> ours.put(data.study().names().parameter(code).toUpperCase(Locale.ROOT), code));
        Map<String, BitSet> rows = rows(records);
        for (Map.Entry<String, BitSet> entry : rows.entrySet()) {
            String theirs = entry.getKey();
            String code = codes.isEmpty() ? Parameter.ours(data, theirs) : ours.get(theirs);
            if (code != null) {
                Parameter parameter = Parameter.of(records, entry.getValue(), where, code, theirs);
                Parameter other = parameter.every().isEmpty() ? null : byCode.put(code, parameter);
                if (other != null) {
                    throw new NotProducedException(theirs + " is in " + other.records().name() + " and in " + records.name()
                            + "; name the dataset in study.yaml");
                }
            }
        }
    }

    /// The rows of each PARAMCD, of subjects in ADSL.
    private static Map<String, BitSet> rows(Records records) {
        Map<String, BitSet> byCode = new LinkedHashMap<>();
        if (records.field("PARAMCD").map(Field::column).orElse(null) instanceof TextColumn codes) {
            BitSet[] byEntry = codes.dictionary().stream()
                    .map(text -> text.strip().toUpperCase(Locale.ROOT))
                    .map(code -> code.isEmpty() ? new BitSet() : byCode.computeIfAbsent(code, c -> new BitSet()))
                    .toArray(BitSet[]::new);
            for (int row = 0; row < records.size(); row++) {
                if (records.subject(row) != StudyData.UNKNOWN) {
                    byEntry[codes.code(row)].set(row);
                }
            }
        }
        byCode.values().removeIf(BitSet::isEmpty);
        return byCode;
    }
}
