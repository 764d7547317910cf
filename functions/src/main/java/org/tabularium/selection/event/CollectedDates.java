package org.tabularium.selection.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.AfterCutOff;

/// A date as it was collected, for listings: the text of the dataset's collected variable (AESTDTC beside ASTDT, DTHDTC beside
/// DTHDT) where a row has it, else the analysis date without the parts that were imputed (ASTDTF, ASTTMF). An event
/// without an end that is said to go on has "Ongoing", one whose end lies after the cut-off and is left out "Ongoing at cut-off".
public final class CollectedDates {

    /// The word for an event that goes on.
    public static final String ONGOING = "Ongoing";

    /// The word for an event that went on at the cut-off and whose end is left out.
    public static final String ONGOING_AT_CUT_OFF = "Ongoing at cut-off";

    private static final List<String> STARTS = List.of("ASTDT", "ASTDTM");
    private static final List<String> ENDS = List.of("AENDT", "AENDTM");
    private static final Pattern COLLECTED_START = Pattern.compile("[A-Z]{2}STDTC");
    private static final Pattern COLLECTED_END = Pattern.compile("[A-Z]{2}ENDTC");
    /// Any date of an analysis: what stands before DT or DTM names its flags of imputation.
    private static final Pattern DATE = Pattern.compile("([A-Z][A-Z0-9_]*?)(?:DT|DTM)");
    private static final Pattern COMPLETE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final Pattern LEADING = Pattern.compile("\\d{4}(-\\d{2})?(-\\d{2})?.*");
    private static final List<String> STATES = List.of("AEENRTPT", "AEENRF", "AEONGO", "AEOUT");
    private static final Set<String> GOING_ON = Set.of("ONGOING", "AFTER", "Y", "NOT RECOVERED/NOT RESOLVED", "NOT RECOVERED",
            "NOT RESOLVED",
            "RECOVERING/RESOLVING", "RECOVERING", "RESOLVING");

    private final boolean start;
    private final boolean timed;
    private final Optional<Column> collected;
    private final Optional<Column> analysis;
    private final Optional<Column> dateFlag;
    private final Optional<Column> timeFlag;
    private final Optional<Column> cut;
    private final List<Column> states = new ArrayList<>();

    private CollectedDates(JoinedRecords records, String variable) {
        this.start = STARTS.contains(variable);
        this.timed = variable.endsWith("DTM");
        String stem = stem(variable).orElseThrow();
        boolean end = ENDS.contains(variable);
        Pattern written = start ? COLLECTED_START : COLLECTED_END;
        this.collected = start || end
                ? records.dataset().columns().stream().filter(c -> written.matcher(c.variable().name()).matches()).findFirst()
                : records.dataset().column(stem + "DTC");
        this.analysis = records.dataset().column(variable);
        this.dateFlag = records.dataset().column(stem + "DTF");
        this.timeFlag = records.dataset().column(stem + "TMF");
        this.cut = end ? records.dataset().column(AfterCutOff.ONGOING) : Optional.empty();
        if (end) {
            STATES.forEach(state -> records.dataset().column(state).ifPresent(states::add));
        }
    }

    /// The dates of a variable; empty for one that is neither a date of onset nor one of an end, nor has a flag of imputation
    /// or the collected date beside it (DTHDTF, DTHDTC).
    public static Optional<CollectedDates> of(JoinedRecords records, String variable) {
        return STARTS.contains(variable) || ENDS.contains(variable)
                || (records.dataset().has(variable) && besideDate(variable).anyMatch(records.dataset()::has))
                        ? Optional.of(new CollectedDates(records, variable))
                        : Optional.empty();
    }

    private static Optional<String> stem(String variable) {
        Matcher date = DATE.matcher(variable);
        return date.matches() ? Optional.of(date.group(1)) : Optional.empty();
    }

    /// What may say of a date how it was collected.
    private static Stream<String> besideDate(String variable) {
        return stem(variable).stream().flatMap(stem -> Stream.of("DTF", "TMF", "DTC").map(stem::concat));
    }

    /// What is to be read of a dataset beside the variables of a listing.
    ///
    /// @param listed the variables that it shows or sorts by
    /// @param present those of the dataset
    public static List<String> beside(Collection<String> listed, Collection<String> present) {
        List<String> wanted = new ArrayList<>(listed.stream().flatMap(CollectedDates::besideDate).distinct()
                .filter(present::contains).sorted().toList());
        if (listed.stream().anyMatch(variable -> STARTS.contains(variable) || ENDS.contains(variable))) {
            wanted.addAll(List.of("ASTDT", "AENDT", "ASTDTF", "ASTTMF", "AENDTF", "AENTMF"));
            wanted.addAll(STATES);
            present.stream()
                    .filter(name -> COLLECTED_START.matcher(name).matches() || COLLECTED_END.matcher(name).matches())
                    .sorted()
                    .forEach(wanted::add);
        }
        return wanted;
    }

    /// The date of the study day's variable: ASTDT of ASTDY, AENDT of AENDY, ADT of ADY, DTHDT of DTHDY; empty for any other.
    public static Optional<String> ofStudyDay(String variable) {
        return switch (variable) {
            case "ASTDY" -> Optional.of("ASTDT");
            case "AENDY" -> Optional.of("AENDT");
            case "ADY" -> Optional.of("ADT");
            case "DTHDY" -> Optional.of("DTHDT");
            default -> Optional.empty();
        };
    }

    /// Whether some row has a date.
    public boolean isThere() {
        return Stream.of(collected, analysis, cut).flatMap(Optional::stream)
                .anyMatch(column -> IntStream.range(0, column.size()).anyMatch(row -> !column.isMissing(row)));
    }

    /// The date as collected; empty where nothing is known of it.
    public String text(int row) {
        if (cut.filter(column -> !column.isMissing(row)).isPresent()) {
            return ONGOING_AT_CUT_OFF;
        }
        String written = collected.map(column -> ValueText.text(column, row)).orElse("");
        if (!written.isEmpty()) {
            return timed ? written : dateOf(written);
        }
        String known = analysis.map(column -> DatasetDates.of(column).text(row)).orElse("");
        if (!known.isEmpty()) {
            return withoutImputed(known, row);
        }
        return isOngoing(row) ? ONGOING : "";
    }

    private static String dateOf(String written) {
        int time = written.indexOf('T');
        return time > 0 ? written.substring(0, time) : written;
    }

    private String withoutImputed(String date, int row) {
        return switch (flag(dateFlag, row)) {
            case "Y" -> "";
            case "M" -> cut(date, 4);
            case "D" -> cut(date, 7);
            default -> switch (flag(timeFlag, row)) {
                case "H" -> cut(date, 10);
                case "M" -> cut(date, 13);
                case "S" -> cut(date, 16);
                default -> date;
            };
        };
    }

    private static String cut(String date, int length) {
        return date.length() > length ? date.substring(0, length) : date;
    }

    private static String flag(Optional<Column> flag, int row) {
        return flag.map(column -> ValueText.text(column, row).toUpperCase(Locale.ROOT)).orElse("");
    }

    /// Whether the analysis date, and a study day with it, is imputed.
    public boolean isImputed(int row) {
        String written = collected.map(column -> ValueText.text(column, row)).orElse("");
        boolean partial = !written.isEmpty() && !COMPLETE.matcher(written).matches() && LEADING.matcher(written).matches();
        return !flag(dateFlag, row).isEmpty() || partial;
    }

    /// The day by which rows are sorted: the analysis date, else the first day that a partial date may be; −∞ where nothing is
    /// known, so that an unknown start comes first.
    public double day(int row) {
        int day = analysis.map(column -> DatasetDates.of(column).epochDay(row)).orElse(DatasetDates.ABSENT);
        if (day != DatasetDates.ABSENT) {
            return day;
        }
        String written = dateOf(text(row));
        try {
            return switch (written.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(written), 1, 1).toEpochDay();
                case 7 -> YearMonth.parse(written).atDay(1).toEpochDay();
                case 10 -> LocalDate.parse(written).toEpochDay();
                default -> Double.NEGATIVE_INFINITY;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    private boolean isOngoing(int row) {
        return states.stream().anyMatch(state -> GOING_ON.contains(ValueText.text(state, row).toUpperCase(Locale.ROOT)));
    }
}
