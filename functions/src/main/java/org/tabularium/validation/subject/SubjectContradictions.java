package org.tabularium.validation.subject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What ADSL says of a subject by a number and by dates, or by a status and a flag, is the same: the duration of treatment lies
/// between its dates, the age goes with the date of birth, who is ongoing has no reason for discontinuation, and a completer has
/// completed.
public final class SubjectContradictions implements Rule {

    private static final double YEAR = 365.25;
    /// An age may be counted at consent, months before the first treatment.
    private static final double YEARS_BETWEEN = 1.5;
    /// A duration may count the first day or not, or a last dose that lasts.
    private static final int DAYS_BETWEEN = 31;
    private static final List<String> STARTS = List.of("RFICDT", "RANDDT", "TRTSDT");
    private static final Set<String> ONGOING = Set.of("ONGOING", "ON STUDY", "ON TREATMENT");
    private static final Set<String> DISCONTINUED = Set.of("DISCONTINUED", "WITHDRAWN", "TERMINATED");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, STARTS);
        requested.ask(Study.ADSL, "AGE", "BRTHDT", "TRTEDT", "TRTDURD", "EOSSTT", "DCSREAS", "COMPLFL");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        duration(adsl, findings);
        age(adsl, findings);
        IntPredicate ongoing = word(adsl, "EOSSTT", ONGOING);
        IntPredicate reason = adsl.where("DCSREAS", text -> !text.isEmpty());
        report(adsl, Finding.warning("DISPOSITION_DIFFERS", "is a reason for discontinuation of a subject who is ongoing ("
                + adsl.named("EOSSTT") + "); it stands among the reasons").of("DCSREAS").remedy("correct whichever is wrong"),
                ongoing.and(reason), findings);
        report(adsl,
                Finding.warning("POPULATION_DIFFERS", "is Y although the subject discontinued (" + adsl.named("EOSSTT") + ")")
                        .of("COMPLFL").remedy("correct whichever is wrong; tables show each as it is"),
                adsl.where("COMPLFL", "Y"::equalsIgnoreCase).and(word(adsl, "EOSSTT", DISCONTINUED)), findings);
    }

    private static void duration(ExaminedDataset adsl, Consumer<Finding> findings) {
        NumericColumn duration = adsl.number("TRTDURD").orElse(null);
        Optional<DatasetDates> start = dates(adsl, "TRTSDT");
        Optional<DatasetDates> end = dates(adsl, "TRTEDT");
        if (duration == null || start.isEmpty() || end.isEmpty()) {
            return;
        }
        Finding pattern = Finding.warning("DURATION_DIFFERS", "").of("TRTDURD")
                .remedy("correct whichever is wrong; tables of exposure go by TRTDURD, rates by the dates");
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                int first = start.get().epochDay(row);
                int last = end.get().epochDay(row);
                int days = last - first + 1;
                if (first != DatasetDates.ABSENT && last != DatasetDates.ABSENT && first <= last
                        && Math.abs(duration.value(row) - days) > DAYS_BETWEEN) {
                    rows.add(row, ValueText.number(duration.value(row)), "is not the time from " + start.get().text(row) + " to "
                            + end.get().text(row) + ", " + days + (days == 1 ? " day" : " days"));
                }
            }
        }
    }

    private static void age(ExaminedDataset adsl, Consumer<Finding> findings) {
        NumericColumn age = adsl.number("AGE").orElse(null);
        Optional<DatasetDates> birth = dates(adsl, "BRTHDT");
        Optional<DatasetDates> start = STARTS.stream().flatMap(name -> dates(adsl, name).stream()).findFirst();
        if (age == null || birth.isEmpty() || start.isEmpty()) {
            return;
        }
        Finding pattern = Finding.warning("AGE_BIRTH", "").of("AGE").remedy("correct whichever is wrong; tables go by AGE");
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                int born = birth.get().epochDay(row);
                int begun = start.get().epochDay(row);
                double years = (begun - born) / YEAR;
                if (born != DatasetDates.ABSENT && begun != DatasetDates.ABSENT
                        && Math.abs(age.value(row) + 1 / 2d - years) > YEARS_BETWEEN) {
                    rows.add(row, ValueText.number(age.value(row)), "is not the age of who was born on " + birth.get().text(row)
                            + ", " + ValueText.number(StrictMath.floor(years)));
                }
            }
        }
    }

    private static Optional<DatasetDates> dates(ExaminedDataset adsl, String variable) {
        return adsl.column(variable).map(DatasetDates::of);
    }

    private static void report(ExaminedDataset adsl, Finding pattern, IntPredicate differs, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            IntStream.range(0, adsl.rows()).filter(differs).forEach(row -> rows.add(row, ""));
        }
    }

    private static IntPredicate word(ExaminedDataset adsl, String variable, Set<String> words) {
        return adsl.where(variable, word -> words.contains(word.toUpperCase(Locale.ROOT)));
    }
}
