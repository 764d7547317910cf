package org.tabularium.validation.score;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
/// of at most 12); any other score of a questionnaire between the numbers that its label says, `Pain (0-10)`. The scale of
/// the physician's global assessment is a rule of its own, as studies choose it.
public final class ScoreRanges implements Rule {

    private record ScoreRange(String parameter, String name, int highest) {}

    private static final List<ScoreRange> SCORES = List.of(
            new ScoreRange(Sledai2k.TOTAL, "SLEDAI-2K", Sledai2k.MAXIMUM),
            new ScoreRange(Sledai2k.CLINICAL, "the clinical SLEDAI-2K", 101),
            new ScoreRange("BILAG", "BILAG-2004", 108));

    /// A range in brackets in the label of a score.
    private static final Pattern RANGE = Pattern
            .compile("\\(\\s*(\\d{1,4})\\s*(?:[-–]|to)\\s*(\\d{1,4})(?:\\s*(?:mm|cm|points?|scale))?\\s*\\)");
    private static final Pattern NO_SCORE = Pattern
            .compile("(?i)\\bAUC|\\btime\\b|duration|hours?\\b|\\bmin(?:utes)?\\b|\\bdays?\\b|weeks?\\b|change|normal|reference");
    /// Datasets of questionnaires and of efficacy.
    private static final Pattern SCORED = Pattern.compile("ADQS.*|ADEFF.*|ADPRO.*");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            NumericColumn value = dataset.number("AVAL").orElse(null);
            if (parameter != null && value != null) {
                SCORES.forEach(score -> check(dataset, parameter, value, score, findings));
                checkLabels(dataset, parameter, value, findings);
            }
        }
    }

    /// Values outside of the range that the label of a score says in brackets, `Pain (0-10)`.
    private static void checkLabels(ExaminedDataset dataset, TextColumn parameter, NumericColumn value,
            Consumer<Finding> findings) {
        TextColumn labels = dataset.text("PARAM").orElse(null);
        if (labels == null || !SCORED.matcher(dataset.name()).matches()) {
            return;
        }
        Set<String> told = Stream.concat(SCORES.stream().map(ScoreRange::parameter), Stream.of("PGA")).map(dataset::parameter)
                .collect(Collectors.toSet());
        @Nullable
        ValueRange[] ranges = labels.dictionary().stream().map(ScoreRanges::ofLabel).toArray(ValueRange[]::new);
        Finding pattern = Finding.warning("SCORE_RANGE", "").of("AVAL").remedy("correct the score, or the label");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                ValueRange range = ranges[labels.code(row)];
                if (range != null && !value.isMissing(row) && range.leavesOut(value.value(row))
                        && !told.contains(parameter.value(row).strip())) {
                    rows.add(row, at -> ValueText.number(value.value(at)),
                            at -> "is outside of " + range.text() + ", which the label of "
                                    + parameter.value(at).strip() + " says; it is used as it is");
                }
            }
        }
    }

    private static @Nullable ValueRange ofLabel(String label) {
        Matcher range = RANGE.matcher(label);
        if (!range.find() || NO_SCORE.matcher(label).find()) {
            return null;
        }
        double least = Double.parseDouble(range.group(1));
        double most = Double.parseDouble(range.group(2));
        return least < most ? new ValueRange(least, most) : null;
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
