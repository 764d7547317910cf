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
import org.tabularium.result.Clause;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.Statistic;
import org.tabularium.result.TableResults;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.wording.MethodWords;
import org.tabularium.table.wording.PrintedNames;
import org.tabularium.table.wording.RemarkWords;

/// A table's footnotes in their order: the shell's own, what the computation gave rise to, the statistics used, abbreviations,
/// dictionary versions, the source
/// line.
public final class Footnotes {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final StudySettings settings;
    private final HouseStyle style;
    private final String run;
    private final PrintedNames names;

    /// @param run the run's id, for the source line
    /// @param names what variables and arms are called
    Footnotes(StudySettings settings, HouseStyle style, String run, PrintedNames names) {
        this.settings = settings;
        this.style = style;
        this.run = run;
        this.names = names;
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
        RemarkWords words = new RemarkWords(names);
        results.remarks().stream().map(words::of).distinct().forEach(footnotes::add);
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
        if (shown.contains(Statistic.P_VALUE) && results.shell().tests() != null) {
            footnotes.add(results.shell().testsVariables() ? ofVariables(results) : ofRows(results));
        }
    }

    private String ofRows(TableResults results) {
        List<Result> tests = tests(results).toList();
        return "p-values are from " + named(tests) + ", two-sided, versus " + names.ofArm(control(results, tests))
                + ", without adjustment for multiplicity.";
    }

    /// The arm that others are tested against.
    private static String control(TableResults results, List<Result> tests) {
        return tests.stream()
                .flatMap(result -> result.selection().clauses().all().stream())
                .filter(clause -> clause instanceof Clause.Named named && named.criterion() == Criterion.COMPARED_WITH)
                .map(clause -> ((Clause.Named) clause).values().getFirst())
                .findFirst()
                .orElse(results.columns().getFirst().label());
    }

    /// Names the tests of the kinds of variables that are there.
    private static String ofVariables(TableResults results) {
        List<Result> numbers = tests(results).filter(result -> result.method().id().isOfNumbers()).toList();
        List<Result> levels = tests(results).filter(result -> !result.method().id().isOfNumbers()).toList();
        if (levels.isEmpty()) {
            return "p-values are from " + named(numbers) + ", between the arms.";
        }
        return numbers.isEmpty()
                ? "p-values are from " + named(levels) + ", between the arms."
                : "p-values are from " + named(numbers) + " for continuous variables and from " + named(levels)
                        + " for categorical variables, between the arms.";
    }

    private static Stream<Result> tests(TableResults results) {
        return results.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == Statistic.P_VALUE);
    }

    /// The names of the tests, each once.
    private static String named(List<Result> tests) {
        return tests.stream().map(result -> MethodWords.of(result.method().id())).distinct().collect(Collectors.joining(" and "));
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
        return (style.sourceDatasets() ? "Source: " + String.join(", ", results.datasets()) + ". " : "")
                + (cutOff.isEmpty() ? "" : cutOff + ". ") + "Run " + run + ".";
    }
}
