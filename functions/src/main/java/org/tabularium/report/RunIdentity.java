package org.tabularium.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.RunId;
import org.tabularium.run.Software;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.Study;
import org.tabularium.study.settings.StudySettings;

/// What names a run and dates its documents. All of it follows from content and from SOURCE_DATE_EPOCH.
///
/// @param run the run's id
/// @param edition for whom it is made
/// @param created SOURCE_DATE_EPOCH as an instant, else the cut-off, in ISO 8601; null where neither is known
/// @param date the day of `created`; null likewise
record RunIdentity(String run, Edition edition, @Nullable String created, @Nullable LocalDate date) {

    static RunIdentity of(StudySnapshot snapshot, ReportOptions options, StudySettings settings) {
        Instant epoch = sourceDate(System.getenv("SOURCE_DATE_EPOCH"));
        LocalDate date = epoch != null ? LocalDate.ofInstant(epoch, ZoneOffset.UTC) : settings.cutOff();
        String created = moment(epoch, date);
        List<StudySnapshot.File> inputs = snapshot.files().stream()
                .filter(f -> Study.isInput(f.name()))
                .toList();
        Map<String, List<String>> effective = new TreeMap<>();
        effective.put("style", List.of(settings.style()));
        effective.put("format", ReportFormats.of(options));
        effective.put("table", options.tables());
        effective.put("csv", List.of(options.csv().word()));
        effective.put(
                "templates",
                options.templates().stream().map(f -> f.name() + " " + f.sha256()).toList());
        StudySnapshot.File word = options.wordTemplate();
        if (word != null) {
            effective.put("word-template", List.of(word.sha256()));
        }
        StudySnapshot.File event = options.event();
        if (event != null) {
            effective.put("ars", List.of(event.sha256()));
        }
        if (!options.edition().isFull()) {
            effective.put("edition", List.of(options.edition().word()));
        }
        if (epoch != null) {
            effective.put("created", List.of(created == null ? "" : created));
        }
        String run = RunId.of(inputs, effective, Software.current().program());
        return new RunIdentity(run, options.edition(), created, date);
    }

    private static @Nullable String moment(@Nullable Instant epoch, @Nullable LocalDate cutOff) {
        if (epoch != null) {
            return epoch.toString();
        }
        return cutOff == null ? null : cutOff.toString();
    }

    private static @Nullable Instant sourceDate(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,11}")) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
