package org.tabularium.validation.subject;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// Numbers of ADSL that are codes and whose words are in no file, such as a SEX of 1 and 2; and those of variables that ADaM does
/// not know which may be codes, since they are 0 and 1, or 1 and 2, alone: a mean of them is a share, or nothing.
public final class CodesWithoutWords implements Rule {

    private static final Set<String> WORDED = Set.of("SEX", "RACE", "ETHNIC");
    /// A variable that is measured shows within as many subjects that it has other values.
    private static final int LOOKED_AT = 1_000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,2}");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // looks at what tables ask for
    }

    /// Digits as text where ADaM has words.
    private static boolean isCode(StudyData data, TextColumn text) {
        String name = text.variable().name();
        return WORDED.contains(name) && !data.settings().display().levels().containsKey(name)
                && !NumericCodes.isDecoded(data, name)
                && IntStream.of(text.uses().used()).mapToObj(code -> text.dictionary().get(code).strip())
                        .filter(value -> !value.isEmpty()).allMatch(DIGITS.asMatchPredicate())
                && IntStream.range(0, text.size()).anyMatch(row -> !text.isMissing(row));
    }

    /// Whether a number that tables average has two values alone, which look like codes.
    private static boolean mayBeCode(StudyData data, NumericColumn numbers) {
        String name = numbers.variable().name();
        if (NumericCodes.are(data, numbers) || AdamVariables.isKnown(name) || name.endsWith("FN")
                || !numbers.variable().format().isBlank()) {
            return false;
        }
        Set<Double> values = IntStream.range(0, numbers.size()).filter(row -> !numbers.isMissing(row))
                .mapToObj(numbers::value).limit(LOOKED_AT).collect(Collectors.toSet());
        return (values.equals(Set.of(0.0, 1.0)) || values.equals(Set.of(1.0, 2.0)))
                && IntStream.range(0, numbers.size()).filter(row -> !numbers.isMissing(row)).mapToDouble(numbers::value)
                        .allMatch(values::contains);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (Column column : data.adsl().columns()) {
            if ((column instanceof NumericColumn numbers && NumericCodes.areUnexplained(data, numbers))
                    || (column instanceof TextColumn text && isCode(data, text))) {
                String variable = column.variable().name();
                findings.accept(Finding
                        .note("NUMBER_IS_CODE", "is a number whose meaning is not in the file; its values are counted as codes")
                        .in(Study.ADSL).of(variable)
                        .remedy("give their words in study.yaml under levels: {" + variable + ": {1: …}}"));
            } else if (column instanceof NumericColumn numbers && mayBeCode(data, numbers)) {
                String variable = column.variable().name();
                findings.accept(Finding
                        .note("NUMBER_MAY_BE_CODE",
                                "has two values alone, as codes have; a table that summarises it shows their mean")
                        .in(Study.ADSL).of(variable)
                        .remedy("if they are codes, count them by level: categorical: [" + variable + "] in study.yaml"));
            }
        }
    }
}
