package org.tabularium.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The planned time of a visit as its name says it: "Week 12", "Month 3", "Day 28", "Year 1", "12 weeks", "M3", "W24", "第12周".
///
/// @param count how many
/// @param unit of what
public record VisitTime(int count, Unit unit) {

    public enum Unit {
        DAY, WEEK, MONTH, YEAR
    }

    private static final Pattern NAME_FIRST = Pattern
            .compile("(?i)\\b(day|week|month|year|wk|d|w|m|y)s?\\s*(?:\\+\\s*)?(\\d{1,4})\\b");
    private static final Pattern DAY_AFTER = Pattern.compile("(?i)\\bd(?:ay)?\\s*\\+\\s*\\d");
    private static final Pattern CHINESE = Pattern.compile("(?<![0-9年])(\\d{1,3})\\s*(天|日|周|星期|个月|月|年)(?![0-9])");
    private static final Pattern CYCLE = Pattern.compile("(?i)\\bcycle");
    /// Words before a time that say that it is not since the first treatment, and words behind it that do.
    private static final Pattern ANOTHER_START = Pattern.compile(
            "(?i)\\b(?:follow[- ]?up|FUP?|post[- ](?:study[- ])?treatment|withdrawal|wash[- ]?out|extension|OLE|open[- ]label|"
                    + "re-?treatment|re-?infusion|re-?dosing|(?:2nd|second|3rd|third)\\s+(?:infusion|dose|course)|"
                    + "(?:infusion|dose|course)\\s*[2-9]|period\\s*(?:[2-9]|[B-Z]|II))\\b|随访|末次|延长期|扩展期|再次");
    private static final Pattern AFTER_ANOTHER_EVENT = Pattern.compile(
            "(?i)\\b(?:after|post|following|since|from|of)\\b.*\\b(?:last|final|end|EOT|EOS|discontinu\\w*|stop\\w*|second|2nd|"
                    + "re-?infusion|re-?treatment|withdrawal|wash[- ]?out|relapse|flare|extension|OLE)\\b");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?i)\\b(\\d{1,4})\\s*-?(day|week|month|year|wk)s?\\b");

    /// Understands a visit's name; empty where it names no time since the first treatment: a day or week of a cycle is none, nor
    /// is one of a follow-up, an extension or a later period, or after the last dose ("Follow-up Week 4", "OLE Week 12", "30 days
    /// after last dose"). "Week 64 (OLE Week 12)" is week 64.
    public static Optional<VisitTime> of(String visit) {
        return of(visit, true);
    }

    /// The time that a visit's name names, whatever it counts from; of a cycle none.
    public static Optional<VisitTime> named(String visit) {
        return of(visit, false);
    }

    private static Optional<VisitTime> of(String visit, boolean sinceFirstTreatment) {
        if (CYCLE.matcher(visit).find()) {
            return Optional.empty();
        }
        Matcher first = NAME_FIRST.matcher(visit);
        if (first.find()) {
            return since(visit, first, sinceFirstTreatment, first.group(2), first.group(1));
        }
        Matcher last = NUMBER_FIRST.matcher(visit);
        if (last.find()) {
            return since(visit, last, sinceFirstTreatment, last.group(1), last.group(2));
        }
        Matcher chinese = CHINESE.matcher(visit);
        return chinese.find() ? since(visit, chinese, sinceFirstTreatment, chinese.group(1), chinese.group(2)) : Optional.empty();
    }

    private static Optional<VisitTime> since(String visit, Matcher found, boolean sinceFirstTreatment, String count,
            String unit) {
        boolean another = ANOTHER_START.matcher(visit.substring(0, found.start())).find()
                || AFTER_ANOTHER_EVENT.matcher(visit.substring(found.end())).find();
        return sinceFirstTreatment && another
                ? Optional.empty()
                : Optional.of(new VisitTime(Integer.parseInt(count), unit(unit)));
    }

    private static Unit unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'd', '天', '日' -> Unit.DAY;
            case 'w', '周', '星' -> Unit.WEEK;
            case 'm', '个', '月' -> Unit.MONTH;
            default -> Unit.YEAR;
        };
    }

    /// The date of the visit of a subject first treated on `start`: calendar months and years (the last day of a shorter month),
    /// weeks of seven days. Days are
    /// study days as CDISC counts them: the day of first treatment is day 1, so day 28 is 27 days later.
    public LocalDate from(LocalDate start) {
        try {
            return switch (unit) {
                case DAY -> start.plusDays(Math.max(0, count - 1));
                case WEEK -> start.plusWeeks(count);
                case MONTH -> start.plusMonths(count);
                case YEAR -> start.plusYears(count);
            };
        } catch (DateTimeException e) {
            return LocalDate.MAX;
        }
    }

    /// The planned study day: that of first treatment is day 1, so week 4 is day 29 and day 28 is day 28.
    public double studyDay() {
        return unit == Unit.DAY ? count : StrictMath.rint(days()) + 1;
    }

    /// Whether visits' names count days from day zero as 0, as they do where one of them is called Day 0: then Day 28 is 28 days
    /// after day zero, not the 28th. So they do where one is called Day +28.
    public static boolean isFromZero(Collection<String> visits) {
        return visits.stream().anyMatch(visit -> DAY_AFTER.matcher(visit).find()
                || of(visit).filter(time -> time.unit == Unit.DAY && time.count == 0).isPresent());
    }

    /// The same time with its days, where they count from day zero as 0, as study days.
    public VisitTime counted(boolean fromZero) {
        return fromZero && unit == Unit.DAY ? new VisitTime(count + 1, unit) : this;
    }

    /// Days for putting visits in order.
    public double days() {
        return switch (unit) {
            case DAY -> count;
            case WEEK -> count * 7.0;
            case MONTH -> count * 30.4375;
            case YEAR -> count * 365.25;
        };
    }
}
