package org.tabularium.study.records;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Which records of the day of the first dose were taken after it: by the time of the day (ADTM against TRTSDTM) where both are
/// known, else by a time point that says so (ATPT `4 h`, `Post-dose`).
final class DoseDay {

    private static final Pattern LATER = Pattern.compile(
            "(?i)\\s*(?:post[ -]?(?:dose|dosing|infusion|injection|treatment)?\\b.*|end of (?:infusion|injection)"
                    + "|(?!0+(?:\\.0+)?\\D)\\+?\\d+(?:\\.\\d+)?\\s*(?:h|hr|hrs|hours?|min|mins|minutes?)"
                    + "(?:\\s*(?:post|after)[ -]?(?:dose|dosing|infusion|injection|treatment|start.*|end.*))?)\\s*");

    private final Optional<DatasetDates> times;
    private final Optional<DatasetDates> doses;
    private final Optional<Column> timePoints;
    /// Of each subject; of nobody where it is not known when records were taken.
    private final int[] firstTreatment;
    private final boolean[] isLater;

    private DoseDay(StudyData data, Dataset dataset) {
        this.times = dataset.column("ADTM").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        boolean first = DayZero.ofBaseline(data).isFirstTreatment();
        this.doses = first
                ? data.adsl().column("TRTSDTM").map(DatasetDates::of).filter(DatasetDates::holdsDates)
                : Optional.empty();
        this.firstTreatment = times.isPresent() ? DayZero.days(data.adsl(), DayZero.TREATMENT) : new int[0];
        this.timePoints = first ? dataset.column("ATPT") : Optional.empty();
        this.isLater = timePoints.orElse(null) instanceof TextColumn texts ? later(texts) : new boolean[0];
    }

    private static boolean[] later(TextColumn texts) {
        boolean[] later = new boolean[texts.dictionary().size()];
        for (int code = 0; code < later.length; code++) {
            later[code] = LATER.matcher(texts.dictionary().get(code)).matches();
        }
        return later;
    }

    static DoseDay of(StudyData data, Dataset dataset) {
        return new DoseDay(data, dataset);
    }

    /// Whether a record was taken after the first dose on its day.
    ///
    /// @return empty where nothing tells
    Optional<Boolean> isAfter(int row, int subject) {
        if (subject == StudyData.UNKNOWN) {
            return Optional.empty();
        }
        Optional<ClockMoment> taken = times.filter(t -> t.epochDay(row) == firstTreatment[subject])
                .flatMap(t -> ClockMoment.of(t, row)).filter(time -> !time.isMidnight());
        Optional<ClockMoment> given = taken.isEmpty() ? Optional.empty() : doses.flatMap(d -> ClockMoment.of(d, subject));
        if (taken.isPresent() && given.isPresent()) {
            return Optional.of(taken.get().compareTo(given.get()) >= 0);
        }
        return timePoints.map(point -> point instanceof TextColumn texts
                ? isLater[texts.code(row)]
                : LATER.matcher(ValueText.text(point, row)).matches()).filter(later -> later);
    }
}
