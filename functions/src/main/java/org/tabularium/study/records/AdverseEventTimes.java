package org.tabularium.study.records;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the data say of the event that a time (CNSR) ends in: times to adverse events are of the safety population, by the
/// treatment that was received, all others of that of efficacy.
public final class AdverseEventTimes {

    /// The variables that say it: the parameter's label and category, and where its event comes from.
    public static final String LABEL = "PARAM";
    public static final String CATEGORY = "PARCAT1";
    public static final String SOURCE = "SRCDOM";

    private static final Pattern NAMED = Pattern.compile("(?iU)(?<!major )\\badverse\\b|\\b(TE|S)?AEs?\\b|\\bAESIs?\\b|toxicit|"
            + "cytokine release|\\bCRS\\b|\\bICANS\\b|不良事件|不良反应|毒性");
    private static final Pattern EFFICACY = Pattern.compile("(?iU)surviv|\\bdeath|\\bdied|progress|relapse|remission|respon|"
            + "major adverse|生存|死亡|进展");
    private static final Set<String> SOURCES = Set.of("AE", "ADAE");

    private AdverseEventTimes() {}

    /// Whether a parameter's label speaks of adverse events.
    public static boolean isNamed(String label) {
        return NAMED.matcher(label).find() && !EFFICACY.matcher(label).find();
    }

    /// Whether a label that names no adverse event leaves it to the source of the events what they are: a death may be taken from
    /// an adverse event, and is none.
    public static boolean isOpen(String label) {
        return !EFFICACY.matcher(label).find();
    }

    /// Whether a category of parameters is that of safety.
    public static boolean isSafety(String category) {
        return category.strip().toUpperCase(Locale.ROOT).startsWith("SAFETY");
    }

    /// Whether a dataset is one of adverse events.
    public static boolean isSource(String dataset) {
        return SOURCES.contains(dataset.strip().toUpperCase(Locale.ROOT));
    }
}
