package org.tabularium.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tabularium.ars.event.DeclaredEvent;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The reporting event that the caller gives, where there is one.
final class GivenEvent {

    private GivenEvent() {}

    static void ask(ReportOptions options, Study study, RequestedColumns columns) throws RejectedException {
        StudySnapshot.File event = options.event();
        if (event != null) {
            DeclaredEvent.ask(bytes(event), event.name(), study, columns);
        }
    }

    /// The event with its results; null where there is none, and in an edition for others, which has no results but its own. What
    /// could not be made is a finding.
    static byte @Nullable [] made(ReportOptions options, StudyData data, Findings findings) throws RejectedException {
        StudySnapshot.File event = options.event();
        if (event == null || !options.edition().isFull()) {
            return null;
        }
        DeclaredEvent.Made made = DeclaredEvent.of(bytes(event), event.name(), data);
        findings.addAll(made.findings());
        return made.json();
    }

    private static byte[] bytes(StudySnapshot.File event) {
        try (InputStream in = event.content().open()) {
            return in.readNBytes(DeclaredEvent.LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
