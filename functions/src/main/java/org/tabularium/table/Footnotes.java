package org.tabularium.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Criterion;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.shown.ShownGrades;
import org.tabularium.table.spelling.SmallCounts;
import org.tabularium.table.wording.FootnoteWords;
import org.tabularium.table.wording.PopulationWords;
import org.tabularium.table.wording.PrintedNames;
import org.tabularium.table.wording.RemarkWords;

/// A table's footnotes in their order: those with a mark, the shell's own, what else the computation gave rise to, the statistics
/// used, abbreviations, dictionary versions, the source line.
public final class Footnotes {

    private static final Set<Statistic> COUNTS = Set.of(Statistic.COUNT, Statistic.PERCENT, Statistic.N, Statistic.EVENTS);

    /// What an investigator wrote: AETERM, MHTERM, CMTRT.
    private static final Pattern REPORTED = Pattern.compile("(^|/)\\w\\w(TERM|TRT)(/|$)");
    private static final String CTCAE = "CTCAE";
    private static final String NO_BREAK = "\u00A0";

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
        return settings.cutOff() == null ? "" : FootnoteWords.cutOff(settings.cutOff());
    }

    /// @param marks of the display, whose labels are made
    /// @param drawn sentences on what a figure shows
    List<String> of(TableResults results, FootnoteMarks marks, List<String> drawn, Display table) {
        List<String> footnotes = new ArrayList<>();
        String based = basis(results);
        if (style.ownFootnotes() && !based.isEmpty()) {
            footnotes.add(based);
        }
        RemarkWords words = new RemarkWords(names);
        marks.remarks().forEach((remark, mark) -> footnotes.add(mark + NO_BREAK + spelled(words.of(remark))));
        ShellFootnotes.of(results).stream().map(names::ofNumbers).forEach(footnotes::add);
        results.remarks().stream().filter(remark -> !marks.remarks().containsKey(remark)).map(words::of).map(this::spelled)
                .distinct().forEach(footnotes::add);
        // In every style: what a figure draws beside its value is misread where nothing says so.
        footnotes.addAll(drawn);
        addSigns(results, table, footnotes);
        addStatistics(results, table, footnotes);
        if (!style.ownFootnotes()) {
            addAbbreviations(Abbreviations.only(CellFormatter.notEstimable()), texts(table, footnotes), footnotes);
            return footnotes;
        }
        addScales(results, footnotes);
        SortedMap<String, String> versions = versions(results);
        List<String> dictionaries = versions.isEmpty() ? List.of() : List.of(FootnoteWords.dictionaries(versions));
        List<String> explained = Stream.concat(footnotes.stream(), dictionaries.stream()).toList();
        Abbreviations known = new Abbreviations(settings.display().abbreviations());
        Set<String> codes = table.kind() == Display.Kind.LISTING ? codes(table) : Set.of();
        known.explain(codes);
        addAbbreviations(known, Stream.concat(texts(table, explained).stream(), codes.stream()).toList(), footnotes);
        footnotes.addAll(dictionaries);
        if (style.sourceLine()) {
            footnotes.add(FootnoteWords.source(
                    results.datasets().stream().map(names::ofDataset).distinct().toList(), cutOff(settings), run));
        }
        return footnotes;
    }

    /// Of whom the table is, where no line under the title says so, and what its cells hold.
    private String basis(TableResults results) {
        String population = style.populationLine()
                ? ""
                : FootnoteWords.population(PopulationWords.of(results.population().members()));
        String cells = style.cellsInNote() ? CellsNote.of(results).orElse("") : "";
        return Stream.of(population, cells).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /// A sentence that does not begin with a numeral where the style spells small counts.
    private String spelled(String sentence) {
        return SmallCounts.begun(sentence, style.spelledBelow());
    }

    /// What signs in cells stand for: in place of an interval that the style does not give, and of what a listing has not.
    private void addSigns(TableResults results, Display table, List<String> footnotes) {
        boolean ofOne = results.rows().stream().flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.form() == CellResults.Form.PERCENT_INTERVAL && cell.denominator() == 1);
        if (ofOne && !style.numbers().intervalsOfOne()) {
            footnotes.add(FootnoteWords.intervalOfOne(CellFormatter.ABSENT));
        }
        String absent = ListingBody.absent(results.shell());
        if (style.ownFootnotes() && !absent.isEmpty() && table.rows().stream().flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.text().equals(absent))) {
            footnotes.add(FootnoteWords.absent(absent));
        }
    }

    private static void addAbbreviations(Abbreviations known, List<String> texts, List<String> footnotes) {
        String abbreviations = known.footnote(texts);
        if (!abbreviations.isEmpty()) {
            footnotes.add(abbreviations);
        }
    }

    /// Versions of the dictionaries that terms of the datasets are from: of medicines those of medications, of medical history
    /// MedDRA alone, of events all others; CTCAE where grades are shown that study.yaml names no other scale for. None where no
    /// record is.
    private SortedMap<String, String> versions(TableResults results) {
        SortedMap<String, String> versions = new TreeMap<>();
        List<String> otherwise = settings.scales().entrySet().stream().filter(scale -> !scale.getValue().contains(CTCAE))
                .map(scale -> Abbreviations.meaning(scale.getKey())).toList();
        boolean graded = ShownGrades.of(results).hasOthers(otherwise);
        settings.dictionaries().forEach((dictionary, version) -> {
            if (dictionary.equals(CTCAE) ? graded : isOf(dictionary, results.datasets())) {
                versions.put(dictionary, version);
            }
        });
        if (!results.rows().isEmpty() && results.rows().stream().allMatch(row -> row.kind() == ResultRow.Kind.MESSAGE)) {
            versions.clear();
        }
        return versions;
    }

    private static boolean isOf(String dictionary, List<String> datasets) {
        boolean ofHistory = dictionary.equals("MedDRA") && datasets.contains("ADMH");
        return ofHistory || datasets.contains(dictionary.startsWith("WHO") ? "ADCM" : "ADAE");
    }

    private void addStatistics(TableResults results, Display table, List<String> footnotes) {
        Set<Statistic> shown = table.rows().stream()
                .flatMap(r -> r.cells().stream())
                .flatMap(c -> c.results().stream())
                .map(Result::statistic)
                .collect(Collectors.toSet());
        if (style.ownFootnotes() && (shown.contains(Statistic.Q1) || shown.contains(Statistic.Q3))) {
            footnotes.add(FootnoteWords.quartiles(settings.quantile()));
        }
        Tests asked = results.shell().tests();
        if (shown.contains(Statistic.P_VALUE) && asked != null) {
            footnotes.add(results.shell().testsVariables() ? ofVariables(results, asked) : ofRows(results, asked));
        }
    }

    private String ofRows(TableResults results, Tests asked) {
        List<Result> tests = tests(results).toList();
        return FootnoteWords.testsOfRows(methods(tests.stream()), names.ofArm(control(results, tests)), asked, names);
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
    private String ofVariables(TableResults results, Tests asked) {
        return FootnoteWords.testsOfVariables(methods(tests(results).filter(result -> result.method().id().isOfNumbers())),
                methods(tests(results).filter(result -> !result.method().id().isOfNumbers())), asked.strata(), names);
    }

    private static Stream<Result> tests(TableResults results) {
        return results.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == Statistic.P_VALUE);
    }

    private static List<MethodId> methods(Stream<Result> tests) {
        return tests.map(result -> result.method().id()).distinct().toList();
    }

    /// Names the grading scales where study.yaml does and the title does not.
    private void addScales(TableResults results, List<String> footnotes) {
        ShownGrades grades = ShownGrades.of(results);
        Map<String, String> scales = new LinkedHashMap<>(settings.scales());
        scales.keySet().removeIf(events -> results.shell().title().contains("{scale " + events + "}")
                || !grades.has(Abbreviations.meaning(events)));
        if (!scales.isEmpty()) {
            footnotes.add(FootnoteWords.scales(scales));
        }
    }

    private List<String> texts(Display table, List<String> footnotes) {
        return Stream.of(
                Stream.of(table.title(), table.population()),
                table.columns().stream().flatMap(column -> Stream.of(column.span(), column.header()))
                        .map(header -> header.replace("-\n", "-")),
                table.rows().stream().flatMap(row -> words(table, row)),
                footnotes.stream())
                .flatMap(s -> s)
                .toList();
    }

    /// The codes of responses that a listing of records shows.
    private static Set<String> codes(Display listing) {
        Set<String> values = listing.rows().stream().flatMap(row -> row.cells().stream())
                .filter(cell -> cell.results().stream().anyMatch(result -> "AVALC".equals(result.variable())))
                .map(Cell::text).collect(Collectors.toSet());
        return Abbreviations.responses(values);
    }

    private Stream<String> words(Display table, TableRow row) {
        List<Cell> cells = row.cells();
        boolean counted = cells.stream().flatMap(cell -> cell.results().stream()).map(Result::statistic)
                .allMatch(COUNTS::contains);
        return IntStream.range(0, cells.size())
                .filter(i -> !(table.kind() == Display.Kind.LISTING || (i == 0 && counted)) || !isCode(cells.get(i).text()))
                .filter(i -> table.kind() != Display.Kind.LISTING || !isVerbatim(cells.get(i)))
                .mapToObj(i -> cells.get(i).text());
    }

    /// Whether a cell of a listing shows what an investigator wrote: of a writer's own abbreviations some would be explained and
    /// others not.
    private static boolean isVerbatim(Cell cell) {
        return cell.results().stream().map(Result::variable).filter(Objects::nonNull)
                .anyMatch(variable -> REPORTED.matcher(variable).find());
    }

    /// Whether the value of a record, or the level whose subjects a row counts, reads as one of our statistics and is none: SD is
    /// a stable disease there, NE not evaluable.
    private boolean isCode(String text) {
        return Abbreviations.STATISTICS.contains(text) && !settings.display().abbreviations().containsKey(text);
    }
}
