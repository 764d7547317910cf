package org.tabularium.table;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.Result;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.Statistic;
import org.tabularium.result.TableResults;
import org.tabularium.shell.Tests;
import org.tabularium.study.settings.StudySettings;

/// A table's footnotes in their order: the shell's own, what the computation gave rise to, the statistics used, abbreviations, dictionary versions, the source
/// line (numbers.md, "Display").
public final class Footnotes {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final StudySettings settings;
    private final HouseStyle style;
    private final String run;

    Footnotes(StudySettings settings, HouseStyle style, String run) {
        this.settings = settings;
        this.style = style;
        this.run = run;
    }

    /// The line "Data cut-off 31 Aug 2025"; empty where the study names none.
    public static String cutOff(StudySettings settings) {
        return settings.cutOff() == null ? "" : "Data cut-off " + DATE.format(settings.cutOff());
    }

    List<String> of(TableResults results, Display table) {
        List<String> footnotes = new ArrayList<>(results.shell().footnotes());
        if (!style.ownFootnotes()) {
            return footnotes;
        }
        footnotes.addAll(results.remarks());
        addStatistics(results, table, footnotes);
        addScales(results, footnotes);
        String abbreviations = new Abbreviations(settings.display().abbreviations()).footnote(texts(table, footnotes));
        if (!abbreviations.isEmpty()) {
            footnotes.add(abbreviations);
        }
        if (results.datasets().contains("ADAE") && !settings.dictionaries().isEmpty()) {
            footnotes.add(new TreeMap<>(settings.dictionaries())
                    .entrySet().stream()
                    .map(e -> e.getKey() + " version " + e.getValue())
                    .collect(Collectors.joining("; ", "", ".")));
        }
        footnotes.add(source(results));
        return footnotes;
    }

    private void addStatistics(TableResults results, Display table, List<String> footnotes) {
        Set<Statistic> shown = table.rows().stream()
                .flatMap(r -> r.cells().stream())
                .flatMap(c -> c.results().stream())
                .map(Result::statistic)
                .collect(Collectors.toSet());
        if (shown.contains(Statistic.Q1) || shown.contains(Statistic.Q3)) {
            footnotes.add("Quartiles are Hyndman–Fan type " + settings.quantile()
                    + (settings.quantile() == 2 ? " (SAS PCTLDEF=5)." : "."));
        }
        Tests tests = results.shell().tests();
        if (shown.contains(Statistic.P_VALUE) && tests != null) {
            footnotes.add(results.shell().testsVariables() ? ofVariables(results, tests) : ofRows(results, tests));
        }
    }

    private static String ofRows(TableResults results, Tests tests) {
        return "p-values are of " + tests.ofRows().words() + ", two-sided, against " + results.columns().getFirst().label()
                + ", without adjustment for multiplicity.";
    }

    /// Names the tests of the kinds of variables that are there.
    private static String ofVariables(TableResults results, Tests tests) {
        boolean numbers = tested(results, true);
        boolean levels = tested(results, false);
        return "p-values are of "
                + (numbers ? tests.ofNumbers().words() + (levels ? " for numbers and of " : "") : "")
                + (levels ? tests.ofLevels().words() + (numbers ? " for categories" : "") : "")
                + ", between the arms.";
    }

    /// Whether some row with a p-value is of a number, or of levels.
    private static boolean tested(TableResults results, boolean numbers) {
        return results.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == Statistic.P_VALUE)
                .anyMatch(result -> result.method().id().isOfNumbers() == numbers);
    }

    /// Names the grading scales where study.yaml does and the title does not.
    private void addScales(TableResults results, List<String> footnotes) {
        boolean grades = results.some(RowsPromise.Trait.GRADED);
        String scales = settings.scales().entrySet().stream()
                .filter(e -> !results.shell().title().contains("{scale " + e.getKey() + "}"))
                .map(Map.Entry::toString)
                .map(e -> e.replace("=", " is graded by "))
                .collect(Collectors.joining("; "));
        if (grades && !scales.isEmpty()) {
            footnotes.add(scales + ".");
        }
    }

    private static List<String> texts(Display table, List<String> footnotes) {
        return Stream.of(
                Stream.of(table.title(), table.population()),
                table.columns().stream().map(TableColumn::header),
                table.rows().stream().flatMap(r -> r.cells().stream()).map(Cell::text),
                footnotes.stream())
                .flatMap(s -> s)
                .toList();
    }

    private String source(TableResults results) {
        String cutOff = cutOff(settings);
        return "Source: " + String.join(", ", results.datasets()) + ". "
                + (cutOff.isEmpty() ? "" : cutOff + ". ") + "Run " + run + ".";
    }
}
