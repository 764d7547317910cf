package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Subjects who have values of a parameter after baseline and no value at baseline, though others have one: they are in the
/// values of a visit and in no change from baseline; with BASE they are in changes and in no value at baseline.
public final class SubjectsWithoutBaseline implements Rule {

    private static final int NAMED = 5;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;
    private static final Finding ABSENT = Finding.note("BASELINE_ABSENT",
            "%s values after baseline of a parameter and none at baseline (%s); changes leave them out");
    private static final Finding UNFLAGGED = Finding
            .warning("BASELINE_UNFLAGGED",
                    "%s BASE or CHG after baseline of a parameter and no baseline record (%s); changes are "
                            + "from BASE, and values at baseline, shifts and what looks at the level at baseline leave them out")
            .remedy("flag the record of their baseline (ABLFL)");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            ExaminedDataset examined = ExaminedDataset.of(data, name).orElse(null);
            if (dataset != null && examined != null && dataset.column("PARAMCD").orElse(null) instanceof TextColumn code
                    && dataset.has("AVAL")) {
                check(data.subjectCount(), dataset, examined, code, BdsRecords.of(data, dataset), findings);
            }
        }
    }

    private static void check(int subjects, Dataset dataset, ExaminedDataset examined, TextColumn code, BdsRecords records,
            Consumer<Finding> findings) {
        int parameters = code.dictionary().size();
        if ((long) subjects * parameters > Integer.MAX_VALUE) {
            return;
        }
        BitSet blank = withoutAny(dataset, "AVAL", "AVALC");
        BitSet withBaseline = new BitSet();
        for (int row = records.nextBaseline(0); row >= 0; row = records.nextBaseline(row + 1)) {
            int subject = examined.subjects().of(row);
            if (subject >= 0 && !blank.get(row)) {
                withBaseline.set(code.code(row) * subjects + subject);
            }
        }
        if (withBaseline.cardinality() == subjects * parameters) {
            return;
        }
        BitSet without = rowsOfOthers(examined, code, subjects, withBaseline);
        without.andNot(blank);
        if (without.isEmpty()) {
            return;
        }
        BitSet rows = records.countedAfterBaseline(without);
        BitSet based = (BitSet) rows.clone();
        BitSet baseless = withoutAny(dataset, "BASE", "CHG");
        rows.and(baseless);
        based.andNot(baseless);
        tell(examined, code, subjects, withBaseline, rows, ABSENT, findings);
        tell(examined, code, subjects, withBaseline, based, UNFLAGGED, findings);
    }

    /// The rows of known subjects whose series, their records of one parameter, is none of some; it is looked for once for rows
    /// of one that follow each other.
    private static BitSet rowsOfOthers(ExaminedDataset examined, TextColumn code, int subjects, BitSet series) {
        BitSet found = new BitSet();
        int[] subject = new int[BLOCK];
        int[] codes = new int[BLOCK];
        for (int from = 0; from < examined.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, examined.rows() - from);
            examined.subjects().fill(from, count, subject);
            code.codes(from, count, codes);
            boolean other = false;
            for (int i = 0; i < count; i++) {
                if (i == 0 || subject[i] != subject[i - 1] || codes[i] != codes[i - 1]) {
                    other = subject[i] >= 0 && !series.get(codes[i] * subjects + subject[i]);
                }
                if (other) {
                    found.set(from + i);
                }
            }
        }
        return found;
    }

    /// The rows in which none of some variables has a value.
    private static BitSet withoutAny(Dataset dataset, String... variables) {
        BitSet without = new BitSet();
        without.set(0, dataset.rows());
        for (String variable : variables) {
            dataset.column(variable).ifPresent(column -> without.and(column.missing()));
        }
        return without;
    }

    private static void tell(ExaminedDataset examined, TextColumn code, int subjects, BitSet withBaseline, BitSet rows,
            Finding pattern, Consumer<Finding> findings) {
        BitSet without = new BitSet();
        rows.stream().forEach(row -> without.set(code.code(row) * subjects + examined.subjects().of(row)));
        Map<String, Integer> counts = new TreeMap<>();
        BitSet who = new BitSet();
        without.stream().forEach(series -> {
            int parameter = series / subjects;
            int next = withBaseline.nextSetBit(parameter * subjects);
            if (next >= 0 && next < (parameter + 1) * subjects) {
                counts.merge(code.dictionary().get(parameter).strip(), 1, Integer::sum);
                who.set(series % subjects);
            }
        });
        if (!counts.isEmpty()) {
            List<String> named = new ArrayList<>(counts.entrySet().stream().limit(NAMED)
                    .map(of -> of.getKey() + " " + of.getValue()).toList());
            if (counts.size() > NAMED) {
                named.add((counts.size() - NAMED) + " more");
            }
            String message = String.format(Locale.ROOT, pattern.message(),
                    who.cardinality() == 1 ? "1 subject has" : who.cardinality() + " subjects have", String.join(", ", named));
            findings.accept(examined.in(new Finding(pattern.severity(), pattern.code(), null, null, null, null, message,
                    pattern.remedy())));
        }
    }
}
