package org.tabularium.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.PublishedResult;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Display;
import org.tabularium.text.Texts;

/// Writes the texts of a report when its tables are made, since they quote these.
final class QuotedNumbers {

    private QuotedNumbers() {}

    /// @param shells the id of the shell that each display was made of, by its name
    static void write(List<Planned> texts, Map<String, String> shells, List<PublishedResult> results, HouseStyle style,
            ReportInputs inputs, List<Display> displays, List<DisplayStatus> statuses) {
        for (Planned planned : texts) {
            Texts.Made made = Texts.of(planned.shell(), results, shells, style, month(inputs.settings().cutOff()));
            if (planned.requested()) {
                made.leftOut().forEach(sentence -> inputs.findings().add(Finding.note("SENTENCE_LEFT_OUT",
                        "a sentence is left out, since no table of the report has its number: " + sentence)
                        .in("texts/" + planned.shell().name())));
            }
            if (!made.text().paragraphs().isEmpty()) {
                displays.add(made.text());
                statuses.add(DisplayStatus.produced(made.text(), planned.requested()));
            } else if (planned.requested()) {
                statuses.add(new DisplayStatus(Display.Kind.TEXT, planned.shell().name(), planned.shell().number(),
                        planned.shell().plainTitle(), "no sentence finds its numbers in the tables of the report", true));
            }
        }
    }

    /// The month of a day, as sentences say it; empty for none.
    private static String month(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        String month = day.getMonth().name();
        return month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT) + " " + day.getYear();
    }
}
