package org.tabularium.validation.subject;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// Numbers of ADSL that are codes and whose words are in no file, such as a SEX of 1 and 2.
public final class CodesWithoutWords implements Rule {

    private static final Set<String> WORDED = Set.of("SEX", "RACE", "ETHNIC");
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
            }
        }
    }
}
