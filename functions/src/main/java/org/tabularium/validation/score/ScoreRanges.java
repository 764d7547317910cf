package org.tabularium.validation.score;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A total score lies between the sums of its items: SLEDAI-2K from 0 to 105, its clinical part to 101 (Gladman 2002), BILAG-2004
/// to 108 (Yee 2010: nine systems
/// of at most 12). The scale of the physician's global assessment is a rule of its own, as studies choose it.
public final class ScoreRanges implements Rule {

    private record ScoreRange(String parameter, String name, int highest) {}

    private static final List<ScoreRange> SCORES = List.of(
            new ScoreRange(Sledai2k.TOTAL, "SLEDAI-2K", Sledai2k.MAXIMUM),
            new ScoreRange(Sledai2k.CLINICAL, "the clinical SLEDAI-2K", 101),
            new ScoreRange("BILAG", "BILAG-2004", 108));

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            NumericColumn value = dataset.number("AVAL").orElse(null);
            if (parameter != null && value != null) {
                SCORES.forEach(score -> check(dataset, parameter, value, score, findings));
            }
        }
    }

    private static void check(
            ExaminedDataset dataset, TextColumn parameter, NumericColumn value, ScoreRange score, Consumer<Finding> findings) {
        String theirs = dataset.parameter(score.parameter());
        if (parameter.dictionary().stream().noneMatch(code -> code.strip().equals(theirs))) {
            return;
        }
        Finding pattern = Finding
                .warning("SCORE_RANGE", "is outside of 0 to " + score.highest() + ", which " + score.name()
                        + " can have; it is used as it is")
                .of("AVAL")
                .remedy("correct the score, or name the parameter otherwise if it is another one");
        IntPredicate ofScore = ExaminedDataset.where(parameter, theirs::equals);
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (ofScore.test(row) && (value.value(row) < 0 || value.value(row) > score.highest())) {
                    rows.add(row, at -> ValueText.number(value.value(at)));
                }
            }
        }
    }
}
