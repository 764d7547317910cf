package org.tabularium.validation.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A subject's number (SUBJID) is there once within a study and site: a person who was screened twice, or enrolled twice under
/// another USUBJID, counts as two in every table. Numbers that repeat from site to site are usual.
public final class RepeatedSubjects implements Rule {

    private static final List<String> WITHIN = List.of("STUDYID", "SITEID");
    private static final Finding PATTERN = Finding.warning("SUBJECT_NUMBER_TWICE", "").of("SUBJID")
            .remedy("keep one row a person, or correct the number");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "USUBJID", "SUBJID");
        requested.ask(Study.ADSL, WITHIN);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Column number = adsl.column("SUBJID").orElse(null);
        Column subject = adsl.column("USUBJID").orElse(null);
        if (number == null || subject == null || (number instanceof TextColumn texts && UniqueTexts.are(texts))) {
            return;
        }
        List<Column> within = WITHIN.stream().flatMap(variable -> adsl.column(variable).stream()).toList();
        Map<List<String>, Integer> first = new HashMap<>();
        try (RowFindings rows = new RowFindings(adsl, PATTERN, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                int at = row;
                String text = ValueText.text(number, row);
                Integer earlier = text.isEmpty()
                        ? null
                        : first.putIfAbsent(List.of(text, String.join("|",
                                within.stream().map(column -> ValueText.text(column, at)).toList())), row);
                if (earlier != null && !ValueText.text(subject, row).equals(ValueText.text(subject, earlier))) {
                    rows.add(row, text, "is the number of row " + adsl.sourceRow(earlier)
                            + " too, under another USUBJID; a person in two rows counts twice");
                }
            }
        }
    }
}
