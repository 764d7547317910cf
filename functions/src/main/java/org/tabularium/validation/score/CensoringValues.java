package org.tabularium.validation.score;

import java.util.BitSet;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.Censoring;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// CNSR is 0 for the event and a whole number above 0 for censoring, and every time to an event has it; who has it has a time.
/// Of a parameter none of whose records has a CNSR, or none a time, nothing is said: it is no time to an event.
public final class CensoringValues implements Rule {

    private static final String CODE = "CENSORING_UNCLEAR";
    private static final String REMEDY = "give 0 for the event and a whole number above 0 for censoring";
    private static final Finding OTHER = Finding
            .warning(CODE, "is neither 0 (the event) nor a whole number above 0 (censored); the time is left out")
            .of("CNSR").remedy(REMEDY);
    private static final Finding MISSING = Finding
            .warning(CODE, "is missing though there is a time (AVAL); the time is left out")
            .of("CNSR").remedy(REMEDY);
    private static final Finding NO_TIME = Finding
            .warning(CODE, "is missing though CNSR says how the time ended; the subject is in no number of this parameter")
            .of("AVAL").remedy("give the time, or leave the record out");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR"))
                .forEach(name -> requested.ask(name, "PARAMCD", "AVAL", "CNSR"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            NumericColumn time = dataset.number("AVAL").orElse(null);
            NumericColumn censored = dataset.number("CNSR").orElse(null);
            if (parameter != null && time != null && censored != null) {
                check(dataset, parameter, time, censored, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn parameter, NumericColumn time, NumericColumn censored,
            Consumer<Finding> findings) {
        BitSet ofTimes = new BitSet();
        BitSet timed = new BitSet();
        for (int row = 0; row < dataset.rows(); row++) {
            ofTimes.set(parameter.code(row), ofTimes.get(parameter.code(row)) || !censored.isMissing(row));
            timed.set(parameter.code(row), timed.get(parameter.code(row)) || !time.isMissing(row));
        }
        try (RowFindings others = new RowFindings(dataset, OTHER, findings);
                RowFindings missing = new RowFindings(dataset, MISSING, findings);
                RowFindings noTime = new RowFindings(dataset, NO_TIME, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (censored.isMissing(row)) {
                    if (!time.isMissing(row) && ofTimes.get(parameter.code(row))) {
                        missing.add(row, "");
                    }
                } else if (!Censoring.isClear(censored.value(row))) {
                    others.add(row, at -> ValueText.number(censored.value(at)));
                } else if (time.isMissing(row) && timed.get(parameter.code(row))) {
                    noTime.add(row, "");
                }
            }
        }
    }
}
