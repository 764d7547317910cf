package org.tabularium;

import java.util.List;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.publish.TableStatus;
import org.tabularium.snapshot.StudySnapshot;

/// NOT THE REAL ONE: a place-holder of the branch `cli` so that it compiles; the lead's class of this name replaces it.
@SuppressWarnings("DoNotCallSuggester")
public final class ReportRun {

    private ReportRun() {}

    public static Report report(StudySnapshot snapshot, ReportOptions options, Progress progress) throws RejectedException {
        throw new UnsupportedOperationException("place-holder of the branch cli");
    }

    public static Findings check(StudySnapshot snapshot, ReportOptions options, Progress progress) {
        throw new UnsupportedOperationException("place-holder of the branch cli");
    }

    public static List<TableStatus> tables(StudySnapshot snapshot, ReportOptions options, Progress progress)
            throws RejectedException {
        throw new UnsupportedOperationException("place-holder of the branch cli");
    }

    public static List<TableStatus> catalogue() {
        throw new UnsupportedOperationException("place-holder of the branch cli");
    }
}
