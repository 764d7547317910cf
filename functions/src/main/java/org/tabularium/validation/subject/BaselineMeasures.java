package org.tabularium.validation.subject;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Weight, height and body-mass index at baseline are the same in ADSL and in the vital signs' baseline record, but for what days
/// between two visits may change: pounds beside kilograms are not.
public final class BaselineMeasures implements Rule {

    private static final String VITAL_SIGNS = "ADVS";
    private static final Map<String, String> OF_SUBJECT = new TreeMap<>(
            Map.of("WEIGHT", "WEIGHTBL", "HEIGHT", "HEIGHTBL", "BMI", "BMIBL"));
    private static final double TOLERATED = 0.15;
    private static final Finding PATTERN = Finding.warning("MEASURE_TWINS", "").of("AVAL")
            .remedy("correct whichever is wrong; tables of baseline go by ADSL, those of vital signs by the record");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, OF_SUBJECT.values());
        requested.ask(VITAL_SIGNS, "PARAMCD", "AVAL", "ABLFL");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        ExaminedDataset.of(data, VITAL_SIGNS).ifPresent(records -> {
            TextColumn codes = records.text("PARAMCD").orElse(null);
            NumericColumn values = records.number("AVAL").orElse(null);
            if (codes != null && values != null) {
                OF_SUBJECT.forEach((code, variable) -> adsl.number(variable)
                        .ifPresent(value -> check(records, codes, values, code, value, findings)));
            }
        });
    }

    private static void check(ExaminedDataset records, TextColumn codes, NumericColumn values, String code,
            NumericColumn ofSubject,
            Consumer<Finding> findings) {
        String theirs = records.parameter(code);
        IntPredicate isOf = ExaminedDataset.where(codes, theirs::equals);
        IntPredicate baseline = records.where("ABLFL", "Y"::equalsIgnoreCase);
        RowSubjects subjects = records.subjects();
        try (RowFindings rows = new RowFindings(records, PATTERN, findings)) {
            for (int row = 0; row < records.rows(); row++) {
                int subject = isOf.test(row) && baseline.test(row) ? subjects.of(row) : StudyData.UNKNOWN;
                if (subject != StudyData.UNKNOWN
                        && Math.abs(values.value(row) - ofSubject.value(subject)) > TOLERATED
                                * Math.abs(ofSubject.value(subject))) {
                    rows.add(row, ValueText.number(values.value(row)), "is the baseline of " + theirs + ", but "
                            + ofSubject.variable().name() + " of ADSL is " + ValueText.number(ofSubject.value(subject)));
                }
            }
        }
    }
}
