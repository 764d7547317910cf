package org.tabularium.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;

/// Loads what a report needs before Lambda takes its snapshot (SnapStart), by making a small one, again and again: what is
/// compiled by then is compiled in
/// every function that starts from the snapshot. Without SnapStart nothing is done: it would only delay the first report.
final class Priming {

    private static final String ADSL = """
            STUDYID,USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL
            PRIMING,P-1,1,30,F,A,Y,Y
            PRIMING,P-2,2,40,M,B,Y,Y
            """;
    private static final String ADAE = """
            STUDYID,USUBJID,AEBODSYS,AEDECOD,TRTEMFL,AESER,ATOXGRN
            PRIMING,P-1,Nervous system disorders,Headache,Y,N,1
            """;

    /// As many as a version's publication may well wait for: some seconds, once.
    private static final int REPORTS = 20;

    private Priming() {}

    /// Whether a snapshot follows.
    static boolean isWanted() {
        return "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    static void beforeSnapshot(Wiring wiring) {
        if (isWanted()) {
            for (int i = 0; i < REPORTS; i++) {
                report();
            }
            call(wiring);
        }
    }

    /// Loads what a call of S3 needs; whether it succeeds does not matter here.
    private static void call(Wiring wiring) {
        try {
            boolean there = wiring.reports().get("studies/.priming").isPresent();
            wiring.log().info("primed", Map.of("priming", there));
        } catch (IOException e) {
            wiring.log().info("primed without S3", Map.of());
        }
    }

    /// Makes the small report.
    static Map<String, byte[]> report() {
        StudySnapshot study = new StudySnapshot("PRIMING", List.of(file("adsl.csv", ADSL), file("adae.csv", ADAE)));
        try {
            return ReportRun.report(study, ReportOptions.DEFAULT, Progress.NONE).files();
        } catch (RejectedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StudySnapshot.File file(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StudySnapshot.File(name, Sha256.of(bytes), new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        });
    }
}
