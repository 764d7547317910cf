package org.tabularium.endpoint;

import java.util.List;
import java.util.Locale;

/// ADQS as CSV text from the components of visits.
public final class ComponentsCsv {

    private final StringBuilder text = new StringBuilder("USUBJID,PARAMCD,AVISIT,AVISITN,ADT,AVAL,AVALC,ABLFL,ANL01FL\n");
    private String subject = "";
    private String visit = "";

    /// The visit that what follows belongs to; visit 0 is the baseline.
    ///
    /// @param week number of the week, which is the visit's number too
    public ComponentsCsv visit(String newSubject, int week) {
        subject = newSubject;
        visit = (week == 0 ? "Baseline" : "Week " + week) + "," + week + ",";
        return this;
    }

    /// All 24 items, those named present.
    ///
    /// @param present their numbers, 1 to 24
    public ComponentsCsv items(Integer... present) {
        for (int item = 1; item <= 24; item++) {
            number(String.format(Locale.ROOT, "SL2K%02d", item), List.of(present).contains(item) ? "1" : "0");
        }
        return this;
    }

    /// The nine grades; a blank is missing.
    public ComponentsCsv bilag(String letters) {
        for (int system = 1; system <= letters.length(); system++) {
            row("BILAG" + system, "", letters.substring(system - 1, system).strip());
        }
        return this;
    }

    /// A numeric component.
    public ComponentsCsv number(String parameter, String value) {
        return row(parameter, value, "");
    }

    /// A component of any kind.
    public ComponentsCsv row(String parameter, String number, String letter) {
        String flag = visit.startsWith("Baseline") ? "Y" : "";
        text.append(subject).append(',').append(parameter).append(',').append(visit).append("2025-01-31,").append(number)
                .append(',')
                .append(letter).append(',').append(flag).append(",Y\n");
        return this;
    }

    /// Items, grades, PGA and prednisolone of a visit.
    public ComponentsCsv all(String bilag, String pga, String dose, Integer... present) {
        return items(present).bilag(bilag).number("PGA", pga).number("PREDDOSE", dose);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
