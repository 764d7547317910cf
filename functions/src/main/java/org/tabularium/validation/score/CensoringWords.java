package org.tabularium.validation.score;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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

/// What a time to an event says in words (EVNTDESC) agrees with its censoring: who is alive, censored or lost to follow-up has no
/// event, nor has who is given the reason of a censoring (CNSDTDSC) that others of the parameter are not. Other programs code the
/// event as 1, and a CNSR made so turns events and censored times round.
public final class CensoringWords implements Rule {

    private static final Pattern CENSORED = Pattern
            .compile(
                    "(?i)\\s*(?:no event|censor|alive\\b|last known alive|lost to follow|(?:date of )?last (?:assess|contact|visit|evaluat"
                            + "|follow|observ|tumou?r)|(?:data )?cut-?off|end of (?:study|follow|observation)|stud(?:y|ies) complet|complet\\w+ study).*");
    private static final Finding PATTERN = Finding
            .warning("CENSORING_DIFFERS", "is no event, but CNSR is 0, which means that there was one")
            .of("EVNTDESC").remedy("correct whichever is wrong; 0 is the event, a number above 0 is censoring");

    private static final String REASON = "CNSDTDSC";
    private static final Finding GIVEN = Finding
            .warning("CENSORING_DIFFERS", "says where a time was censored, but CNSR is 0, which means that there was an event")
            .of(REASON).remedy("correct whichever is wrong; 0 is the event, a number above 0 is censoring");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR"))
                .forEach(name -> requested.ask(name, "PARAMCD", "CNSR", "EVNTDESC", REASON));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<String> names = ExaminedDataset.withParameters(data.study());
        for (ExaminedDataset dataset : ExaminedDataset.of(data, names)) {
            Optional<NumericColumn> censored = dataset.number("CNSR");
            if (censored.isPresent()) {
                dataset.text("EVNTDESC").ifPresent(words -> tell(dataset, PATTERN, words, censored.get(),
                        ExaminedDataset.where(words, word -> CENSORED.matcher(word).matches()), findings));
                dataset.text(REASON).ifPresent(words -> tell(dataset, GIVEN, words, censored.get(),
                        reasons(dataset, words), findings));
            }
        }
    }

    /// The records with a reason of censoring, of parameters some of whose records have none.
    private static IntPredicate reasons(ExaminedDataset dataset, TextColumn words) {
        TextColumn code = dataset.text("PARAMCD").orElse(null);
        if (code == null) {
            return row -> false;
        }
        boolean[] without = new boolean[code.dictionary().size()];
        for (int row = 0; row < dataset.rows(); row++) {
            without[code.code(row)] |= words.isMissing(row);
        }
        return row -> !words.isMissing(row) && without[code.code(row)];
    }

    private static void tell(ExaminedDataset dataset, Finding pattern, TextColumn words, NumericColumn censored,
            IntPredicate none,
            Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (none.test(row) && censored.value(row) == 0) {
                    rows.add(row, at -> ValueText.text(words, at));
                }
            }
        }
    }
}
