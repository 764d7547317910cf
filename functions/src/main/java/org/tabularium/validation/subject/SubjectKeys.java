package org.tabularium.validation.subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// ADSL has one row a subject: no identifier is blank or there twice. Surrounding blanks do not tell two subjects apart, letter
/// case does.
public final class SubjectKeys implements Rule {

    private static final Finding TWICE = Finding.error("DUPLICATE_KEY", "is there twice")
            .of("USUBJID")
            .remedy("keep one row a subject");
    private static final Finding BLANK = Finding.error("BLANK_KEY", "is blank; every row of ADSL needs its subject")
            .of("USUBJID")
            .remedy("fill in the subject identifier or remove the row");

    private static final Finding CASE = Finding.warning("SUBJECT_SPELLING", "")
            .of("USUBJID")
            .remedy("write the identifier in one way, if both rows are of one person");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "USUBJID");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        TextColumn ids = adsl.text("USUBJID").orElseThrow();
        if (UniqueTexts.are(ids) && areApart(ids)) {
            return;
        }
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> folded = new HashMap<>();
        try (RowFindings twice = new RowFindings(adsl, TWICE, findings);
                RowFindings blank = new RowFindings(adsl, BLANK, findings);
                RowFindings spelled = new RowFindings(adsl, CASE, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                String id = ids.value(row).strip();
                Integer earlier = id.isEmpty() ? null : first.putIfAbsent(id, row);
                Integer alike = id.isEmpty() || earlier != null ? null : folded.putIfAbsent(ValueText.folded(id), row);
                if (alike != null) {
                    spelled.add(row, id, "differs from " + ids.value(alike).strip() + " of row " + adsl.sourceRow(alike)
                            + " in letter case, spaces or dashes only; they count as two subjects");
                }
                if (id.isEmpty()) {
                    blank.add(row, "");
                } else if (earlier != null) {
                    twice.add(row, id, "is in row " + adsl.sourceRow(earlier) + " already; one row a subject was expected");
                }
            }
        }
    }

    /// Whether no two identifiers are the same but for letter case, spaces and dashes, told by their hashes: two that only look
    /// the same are compared one by one.
    private static boolean areApart(TextColumn ids) {
        long[] hashes = new long[ids.dictionary().size()];
        int code = 0;
        for (String id : ids.dictionary()) {
            String folded = ValueText.folded(id.strip());
            hashes[code++] = ((long) folded.hashCode() << Integer.SIZE)
                    ^ new StringBuilder(folded).reverse().toString().hashCode();
        }
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
