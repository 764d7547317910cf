package org.tabularium.validation.subject;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.KnownVariables;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A population's flag and its numeric companion (SAFFL and SAFFN) say the same of each subject.
public final class FlagTwins implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        KnownVariables.POPULATION_FLAGS.forEach(flag -> requested.ask(Study.ADSL, flag, twin(flag)));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        for (String flag : KnownVariables.POPULATION_FLAGS) {
            // Where the companion alone is there, it stands for the flag.
            if (adsl.named(flag).equals(flag) && adsl.column(flag).isPresent() && adsl.column(twin(flag)).isPresent()) {
                check(adsl, flag, adsl.column(twin(flag)).get(), findings);
            }
        }
    }

    private static String twin(String flag) {
        return flag.substring(0, flag.length() - 1) + "N";
    }

    private static void check(ExaminedDataset adsl, String flag, Column number, Consumer<Finding> findings) {
        IntPredicate yes = adsl.where(flag, "Y"::equalsIgnoreCase);
        Finding pattern = Finding.warning("FLAG_TWINS", "").of(flag)
                .remedy("correct whichever is wrong; populations go by " + adsl.named(flag));
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                String said = ValueText.text(number, row);
                boolean flagged = yes.test(row);
                if (FlagCoding.answer(said).filter(answer -> answer.equals("Y") != flagged).isPresent()) {
                    rows.add(row, "", "is " + (flagged ? "Y" : "not Y") + " although " + number.variable().name() + " is "
                            + said);
                }
            }
        }
    }
}
