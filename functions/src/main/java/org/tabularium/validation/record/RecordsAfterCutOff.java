package org.tabularium.validation.record;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.settings.RecordSettings.AfterCutOff;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Records after the data cut-off, by dataset; and which day stands for the cut-off where study.yaml names none.
public final class RecordsAfterCutOff implements Rule {

    private static final String CODE = "AFTER_CUTOFF";
    /// Datasets of which rates of response are made.
    private static final Pattern RESPONSES = Pattern.compile("ADEFF.*|ADRS.*|ADQS.*");
    private static final List<String> OF_SUBJECTS = List.of("TRTSDT", "TRTEDT", "EOSDT");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        CutOff.ask(study, requested);
        requested.ask(Study.ADSL, "DTHDT");
        requested.ask(Study.ADSL, OF_SUBJECTS);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        CutOff cutOff = CutOff.of(data);
        if (cutOff.given()) {
            data.datasets().stream().filter(d -> !d.name().equals(Study.ADSL)).forEach(d -> count(data, d, cutOff, findings));
            deaths(data, cutOff, findings);
            OF_SUBJECTS.forEach(variable -> subjects(data, variable, cutOff, findings));
            return;
        }
        if (cutOff.day() != null) {
            findings.accept(Finding.note("CUTOFF_NOT_NAMED", "study.yaml names no cutoff; the latest date of the data, "
                    + cutOff.day() + ", stands for the cut-off where one is needed" + implausible(cutOff))
                    .remedy("add cutoff: YYYY-MM-DD to study.yaml"));
        }
    }

    /// Rules on dates tell of each of them.
    private static String implausible(CutOff cutOff) {
        int count = cutOff.implausible();
        if (count == 0) {
            return "";
        }
        return " (without " + count + (count == 1 ? " date" : " dates")
                + " more than ten years after the median first treatment)";
    }

    /// A last treatment or an end of study that lies ahead is a plan, or the cut-off is wrong; a time under observation to it is
    /// longer than the events were looked for.
    private static void subjects(StudyData data, String variable, CutOff cutOff, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        DatasetDates dates = adsl.column(variable).map(DatasetDates::of).orElse(null);
        int count = 0;
        for (int row = 0; row < adsl.rows() && dates != null; row++) {
            count += cutOff.isBefore(dates.epochDay(row)) ? 1 : 0;
        }
        if (count > 0) {
            boolean cut = data.settings().records().afterCutOff() == AfterCutOff.LEAVE_OUT;
            String end = cut ? "at the cut-off" : "at this date, events are those delivered";
            String times = variable.equals("TRTEDT") ? "; times under treatment end " + end : "";
            findings.accept(adsl.in(Finding.warning(CODE, "is after the data cut-off, " + cutOff.day() + ", for " + count
                    + (count == 1 ? " subject" : " subjects") + times)
                    .of(adsl.named(variable)).remedy("leave the date of what is ongoing empty, or correct the cut-off")));
        }
    }

    /// Deaths that are left out are gone from ADSL, and counted apart.
    private static void deaths(StudyData data, CutOff cutOff, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        DatasetDates dates = adsl.column("DTHDT").map(DatasetDates::of).orElse(null);
        int count = 0;
        for (int row = 0; row < adsl.rows() && dates != null; row++) {
            count += cutOff.isBefore(dates.epochDay(row)) ? 1 : 0;
        }
        if (count > 0) {
            String message = count + (count == 1 ? " death is" : " deaths are") + " after the data cut-off, " + cutOff.day()
                    + "; ";
            String used = count == 1 ? "it" : "them";
            Finding finding = data.settings().records().afterCutOff() == AfterCutOff.REJECT
                    ? Finding.error(CODE, message + "study.yaml refuses " + used + " (after-cutoff: reject)")
                            .remedy("deliver the data up to the cut-off")
                    : Finding.warning(CODE, message + "every table uses " + used)
                            .remedy("correct the date or the cut-off, or leave out what is after it: after-cutoff: leave-out in study.yaml");
            findings.accept(adsl.in(finding.of(adsl.named("DTHDT"))));
        }
    }

    private static void count(StudyData data, Dataset dataset, CutOff cutOff, Consumer<Finding> findings) {
        DatasetDates dates = CutOff.dates(dataset).orElse(null);
        int count = data.leftOut(dataset.name()).records();
        int undated = 0;
        for (int row = 0; row < dataset.rows() && dates != null; row++) {
            count += cutOff.isBefore(dates.epochDay(row)) ? 1 : 0;
            undated += dates.epochDay(row) == DatasetDates.ABSENT ? 1 : 0;
        }
        ExaminedDataset examined = ExaminedDataset.of(data, dataset.name()).orElse(null);
        if (examined == null) {
            return;
        }
        AfterCutOff use = data.settings().records().afterCutOff();
        if (count > 0) {
            String them = count == 1 ? "it" : "them";
            String message = count + (count == 1 ? " record is" : " records are") + " after the data cut-off, " + cutOff.day()
                    + "; ";
            findings.accept(examined.in(switch (use) {
                case REPORT -> Finding.warning(CODE, message + "every table uses " + them
                        + (RESPONSES.matcher(dataset.name()).matches() && !dataset.has("CNSR")
                                ? ", rates of response only at visits that were reached by then"
                                : ""))
                        .remedy("correct the dates or the cut-off, or leave such records out: after-cutoff: leave-out in study.yaml");
                case LEAVE_OUT -> Finding.warning(CODE, message + (dataset.has("CNSR")
                        ? "times to an event are used as they are"
                        : "no table uses " + them));
                case REJECT -> Finding.error(CODE, message + "study.yaml refuses such records (after-cutoff: reject)")
                        .remedy("deliver the data up to the cut-off");
            }));
        }
        if (use == AfterCutOff.LEAVE_OUT && undated > 0) {
            findings.accept(examined.in(Finding.note("CUTOFF_UNDATED", undated + (undated == 1 ? " record has" : " records have")
                    + " no complete date and " + (undated == 1 ? "is" : "are") + " used, as if of before the cut-off")));
        }
    }
}
