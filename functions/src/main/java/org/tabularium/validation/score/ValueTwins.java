package org.tabularium.validation.score;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// AVAL and AVALC say the same where both are numbers, or AVALC is yes or no and AVAL 1 or 0. A text may be rounded.
///
/// A parameter of which most records differ is on two scales (a logarithm beside the value) and not looked at.
public final class ValueTwins implements Rule {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final double NOISE = 1e-7;
    private static final Finding PATTERN = Finding.warning("VALUE_TWINS", "").of("AVALC")
            .remedy("correct whichever is wrong; responses and levels go by AVALC, statistics by AVAL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "AVALC")) {
                requested.ask(name, "PARAMCD", "AVAL", "AVALC");
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<TextColumn> word = dataset.text("AVALC");
            Optional<NumericColumn> value = dataset.number("AVAL");
            if (code.isPresent() && word.isPresent() && value.isPresent()) {
                check(dataset, code.get(), word.get(), value.get(), findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn code, TextColumn word, NumericColumn value,
            Consumer<Finding> findings) {
        Twin[] twins = word.dictionary().stream().map(text -> Twin.of(text.strip())).toArray(Twin[]::new);
        BitSet differing = new BitSet();
        int[] balance = new int[code.dictionary().size()];
        for (int row = 0; row < dataset.rows(); row++) {
            Twin twin = twins[word.code(row)];
            if (twin.isKnown() && !value.isMissing(row) && !(twin.answer() && !isAnswer(value.value(row)))) {
                boolean differs = twin.differs(value.value(row));
                differing.set(row, differs);
                balance[code.code(row)] += differs ? -1 : 1;
            }
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            differing.stream().filter(row -> balance[code.code(row)] >= 0).forEach(row -> rows.add(row,
                    at -> word.value(at).strip(),
                    at -> "is not AVAL, " + ValueText.number(value.value(at)) + ", of " + code.value(at).strip()));
        }
    }

    private static boolean isAnswer(double value) {
        return value == 0 || value == 1;
    }

    /// What AVALC says as a number.
    ///
    /// @param value NaN for none
    /// @param half half a unit of its last decimal
    /// @param answer whether it is yes or no
    private record Twin(double value, double half, boolean answer) {
        static Twin of(String text) {
            if (NUMBER.matcher(text).matches()) {
                int point = text.indexOf('.');
                int decimals = point < 0 ? 0 : text.length() - point - 1;
                return new Twin(Double.parseDouble(text), 0.5 * StrictMath.pow(10, -decimals), false);
            }
            return FlagCoding.answer(text).map(yes -> new Twin(yes.equals("Y") ? 1 : 0, 0, true))
                    .orElse(new Twin(Double.NaN, 0, false));
        }

        boolean isKnown() {
            return !Double.isNaN(value);
        }

        boolean differs(double other) {
            return Math.abs(other - value) > half + NOISE * Math.max(Math.abs(value), Math.abs(other));
        }
    }
}
