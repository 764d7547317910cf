package org.tabularium.analysis;

import java.util.Set;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.shell.Shell;
import org.tabularium.study.LeftOut;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.RecordSettings;

/// What a table says of data after the cut-off, where study.yaml leaves them out.
final class CutOffRemarks {

    private static final Set<String> ENDS_OF_SUBJECTS = Set.of("DTHFL", "DTHDT", "DTHDTC", "DTHCAUS", "EOSSTT", "DCSREAS");

    private CutOffRemarks() {}

    static void add(StudyData data, Shell shell, TableBody body) {
        if (data.settings().records().afterCutOff() != RecordSettings.AfterCutOff.LEAVE_OUT || data.settings().cutOff() == null) {
            return;
        }
        LeftOut left = body.datasets.stream().map(data::leftOut).reduce(LeftOut.NOTHING, LeftOut::and);
        if (left.records() > 0) {
            body.remarks.add(new RecordRemark.AfterCutOff(left.records()));
        }
        int events = body.datasets.stream().filter(name -> isOfEvents(data.study(), name))
                .mapToInt(name -> data.leftOut(name).ends()).sum();
        if (events > 0) {
            body.remarks.add(new RecordRemark.OngoingAtCutOff(events));
        }
        if (left.ends() > events) {
            body.remarks.add(new RecordRemark.EndedAfterCutOff(left.ends() - events));
        }
        if (left.undated() > 0) {
            body.remarks.add(new RecordRemark.UndatedAtCutOff(left.undated()));
        }
        if (left.deaths() > 0 && looksAtEnds(data.study(), shell)) {
            body.remarks.add(new RecordRemark.DeathsAfterCutOff(left.deaths()));
        }
        if (body.datasets.stream().anyMatch(name -> data.dataset(name).filter(d -> d.has("CNSR")).isPresent())) {
            body.remarks.add(new RecordRemark.TimesAsDelivered());
        }
    }

    /// Whether a dataset's records are events, which have an outcome and a grade.
    private static boolean isOfEvents(Study study, String dataset) {
        return (study.has(dataset, "AEDECOD") || study.has(dataset, "AETERM")) && !study.has(dataset, "PARAMCD");
    }

    /// Whether a table is, among others, of how subjects left the study.
    private static boolean looksAtEnds(Study study, Shell shell) {
        RequestedColumns requested = new RequestedColumns();
        Analyses.ask(study, shell, requested);
        return requested.variables().getOrDefault(Study.ADSL, Set.of()).stream().anyMatch(ENDS_OF_SUBJECTS::contains);
    }
}
