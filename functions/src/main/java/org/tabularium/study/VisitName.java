package org.tabularium.study;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a visit (AVISIT): what it says of where the visit lies.
///
/// @param written as the dataset has it
public record VisitName(String written) {

    /// Visits without AVISITN come after those that have one.
    private static final double UNNUMBERED = 1e6;
    /// Visits of a follow-up or an extension without AVISITN come after those whose time is since the first treatment.
    private static final double LATER = 2e6;
    private static final Pattern BASELINE = Pattern.compile("\\bBASELINE\\b|^基线(?:期|访视)?$");
    private static final Pattern OTHER_THAN_BASELINE = Pattern
            .compile(
                    "\\b(?:POST|PRE|NON|AFTER|BEFORE|FROM|SINCE|OVER|BEYOND|END OF|CHANGE|MINIMUM|MAXIMUM|AVERAGE|WORST|LAST|BEST)\\b");
    private static final Pattern UNSCHEDULED = Pattern
            .compile("\\bUNSCHED|\\bUNPLANNED\\b|\\bN(?:OT|ON)[ -](?:SCHEDULED|PLANNED)\\b|计划外|非计划");
    private static final Pattern OF_SEVERAL = Pattern.compile("(?:BEST|OVERALL|BEST OVERALL|ANY|AT ANY)"
            + "(?: (?:RESPONSE|VALUE|RESULT|VISIT|TIME|POST[- ]?BASELINE|ON[- ](?:TREATMENT|STUDY)))*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    /// The name of a visit without AVISIT.
    ///
    /// @param number AVISITN as text
    public static VisitName numbered(String number) {
        return new VisitName("Visit " + number);
    }

    /// What is the same for all spellings of the visit: letter case and blanks make no difference.
    public String key() {
        String name = written.indexOf("  ") < 0 && written.chars().allMatch(VisitName::isPlain)
                ? written
                : BLANKS.matcher(written).replaceAll(" ");
        return name.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter != '\u00a0';
    }

    /// Whether the visit was not planned, as a word of its name says wherever it stands (`Unscheduled 2`, `Week 4 -
    /// UNSCHED.`, `Unplanned visit`), or is none at all ([#isOfSeveral]); tables by visit pass it over. The one definition of
    /// an unscheduled visit.
    public boolean isUnscheduled() {
        return UNSCHEDULED.matcher(key()).find() || isOfSeveral();
    }

    /// Whether it is a visit that no schedule has; not the name of a value made of several.
    public boolean isBetweenVisits() {
        return isUnscheduled() && !isOfSeveral();
    }

    /// Whether it is the name of no visit but of a value made of those of several, whether DTYPE says so or not: `Best
    /// overall`,
    /// `Overall response`, `Any visit`.
    public boolean isOfSeveral() {
        return OF_SEVERAL.matcher(key()).matches();
    }

    /// Whether the visit is called baseline, be it with its number or day: `Baseline`, `Baseline (Day 1)`, `Visit 2 -
    /// Baseline`; not
    /// what lies before or after one.
    public boolean isBaseline() {
        String key = key();
        return BASELINE.matcher(key).find() && !OTHER_THAN_BASELINE.matcher(key).find();
    }

    /// Whether it is called screening.
    boolean isScreening() {
        return key().startsWith("SCREENING");
    }

    /// Puts visits in order: by AVISITN; those without by the time their names say, screening and baseline first.
    ///
    /// @param number the least AVISITN of the visit's records; NaN for none
    /// @param baseline whether it is the baseline visit, by its name or its records
    public double order(double number, boolean baseline) {
        if (!Double.isNaN(number)) {
            return number;
        }
        if (baseline) {
            return UNNUMBERED;
        }
        return isScreening()
                ? UNNUMBERED - 1
                : VisitTime.of(written).map(time -> UNNUMBERED + time.days())
                        .or(() -> VisitTime.named(written).map(time -> LATER + time.days())).orElse(Double.MAX_VALUE);
    }
}
