package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A concentration or a count of a laboratory is not below 0. What may be negative by its nature (base excess, logarithms,
/// differences, scores) is left alone by its name, and so is a parameter of which more than a few values are.
public final class NegativeAmounts implements Rule {

    /// Datasets of amounts and counts.
    private static final List<String> OF_AMOUNTS = List.of("ADLB", "ADPC");
    private static final Pattern MAY_BE_NEGATIVE = Pattern.compile("(?i)excess|deficit|anion|gap|balance|log|\\bln\\b|change"
            + "|differ|delta|score|index|rotation|deviat|slope|clearance|charge|potential|\\bz-");
    private static final Pattern CODE_MAY_BE_NEGATIVE = Pattern.compile("(?i)BASEX.*|BEX?.?|BASEEX.*|ANION.*|LOG.*|LN.*|CHG.*");
    /// A parameter of which a larger share is negative is one that may be.
    private static final int FEW = 4;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;
    private static final Finding PATTERN = Finding.warning("VALUE_NEGATIVE", "").of("AVAL").remedy("correct the value");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        amounts(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVAL"));
    }

    private static List<String> amounts(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> OF_AMOUNTS.stream().anyMatch(name::startsWith)).toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, amounts(data.study()))) {
            TextColumn codes = dataset.text("PARAMCD").orElse(null);
            NumericColumn values = dataset.number("AVAL").orElse(null);
            if (codes != null && values != null && values.mayBeNegative()) {
                check(dataset, codes, values, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn codes, NumericColumn values, Consumer<Finding> findings) {
        int[] negative = new int[codes.dictionary().size()];
        int[] all = new int[negative.length];
        BitSet below = new BitSet();
        double[] block = new double[BLOCK];
        int[] ofBlock = new int[BLOCK];
        for (int from = 0; from < dataset.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, dataset.rows() - from);
            values.values(from, count, block);
            codes.codes(from, count, ofBlock);
            for (int i = 0; i < count; i++) {
                all[ofBlock[i]] += Double.isNaN(block[i]) ? 0 : 1;
                if (block[i] < 0) {
                    negative[ofBlock[i]]++;
                    below.set(from + i);
                }
            }
        }
        boolean[] told = new boolean[negative.length];
        for (int code = 0; code < told.length; code++) {
            told[code] = FEW * negative[code] <= all[code]
                    && !CODE_MAY_BE_NEGATIVE.matcher(codes.dictionary().get(code).strip()).matches();
        }
        Optional<TextColumn> labels = dataset.text("PARAM");
        boolean[] known = labels.map(NegativeAmounts::mayBeNegative).orElse(new boolean[0]);
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            below.stream().filter(row -> told[codes.code(row)] && (labels.isEmpty() || !known[labels.get().code(row)]))
                    .forEach(row -> rows.add(row, at -> ValueText.number(values.value(at)),
                            at -> "is no amount of " + codes.value(at).strip() + " that there can be; it is used as it is"));
        }
    }

    /// By the code of a label, whether it is of something that may be negative.
    private static boolean[] mayBeNegative(TextColumn labels) {
        boolean[] may = new boolean[labels.dictionary().size()];
        for (int code = 0; code < may.length; code++) {
            may[code] = MAY_BE_NEGATIVE.matcher(labels.dictionary().get(code)).find();
        }
        return may;
    }
}
