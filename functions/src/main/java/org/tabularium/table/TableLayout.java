package org.tabularium.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.finding.Finding;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.spelling.TitleCase;
import org.tabularium.table.spelling.Typography;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.PopulationWords;
import org.tabularium.table.wording.RowWords;

/// Results and a shell to a table of text.
public final class TableLayout {

    /// A text column of a listing whose cells are all at most this long is centred.
    private static final int SHORT = 12;
    private static final String N = "{N}";

    /// Words of a title that stand in it where a part is in the table: `{followed: and Hy's Law}`.
    private static final Pattern IN_ABSTRACT = Pattern.compile("\\{abstract:([^}]*)}");
    private static final Pattern PART = Pattern.compile("\\{([A-Za-z0-9|+!]+):([^}]*)}");

    private final StudyData data;
    private final HouseStyle style;
    private final String run;
    private final Set<String> unnamed = new TreeSet<>();
    private final TreeMap<String, String> unexplained = new TreeMap<>();

    /// Lays out the tables of one report.
    ///
    /// @param run the run's id, for the source line
    public TableLayout(StudyData data, HouseStyle style, String run) {
        this.data = data;
        this.style = style;
        this.run = run;
    }

    /// Lays out one display.
    ///
    /// @param place the table's place in the report, from 1, for styles that number in sequence
    public Display display(TableResults computed, int place) {
        TableResults results = style.ownFootnotes() ? computed : computed.withNeededRemarks();
        Shell shell = results.shell();
        Labels labels = new Labels(data, results.datasets(), style, unnamed);
        CellFormatter text = new CellFormatter(style.numbers(), shell.decimals(), shell.percentDecimals(), labels, absent(shell));
        List<ResultRow> shown = ZeroRows.shown(results);
        RowWords words = new RowWords(labels, style.cellsInNote());
        DisplayBody body = body(results, shown, labels, words, text);
        String number = number(shell, place);
        String title = title(results);
        String population = style.populationLine() ? PopulationWords.of(results.population().members()) : "";
        Display bare = shell.isListing()
                ? new Listing(shell.name(), number, title, population, body.columns(), body.stubs(), body.rows(), List.of(),
                        shell.layout())
                : new Table(shell.name(), number, title, population, body.columns(), body.stubs(), body.rows(), List.of(),
                        shell.layout());
        addUnexplained(results, shown, words, bare);
        addUnlabelledParameters(results);
        return bare.withFootnotes(new Footnotes(data.settings(), style, run, labels).of(results, body.marks(), bare));
    }

    /// A figure before it is drawn.
    ///
    /// @param undrawn with titles and its data
    /// @param rows what is to be drawn, with its words
    /// @param placeholders what stands for those of the title, in words
    /// @param decimalMark of the style's numbers
    /// @param footnotes the footnotes of a drawing with these words, which explain their abbreviations
    public record FigureText(Figure undrawn, List<WordedRow> rows, Map<String, String> placeholders, char decimalMark,
            Function<List<String>, List<String>> footnotes) {}

    /// The texts of a figure.
    ///
    /// @param place the figure's place among the figures of the report, from 1, for styles that number in sequence
    public FigureText figure(TableResults computed, int place) {
        TableResults results = style.ownFootnotes() ? computed : computed.withNeededRemarks();
        Shell shell = results.shell();
        Labels labels = new Labels(data, results.datasets(), style, unnamed);
        CellFormatter text = new CellFormatter(style.numbers(), shell.decimals(), shell.percentDecimals(), labels, absent(shell));
        RowWords named = new RowWords(labels, style.cellsInNote());
        FigureData drawn = new FigureData(results, labels, named, text);
        Map<String, String> placeholders = new TreeMap<>();
        results.placeholders().forEach((name, label) -> placeholders.put(name, named.of(label)));
        String population = style.populationLine() ? PopulationWords.of(results.population().members()) : "";
        Figure bare = new Figure(shell.name(), number(shell, place), title(results), population, drawn.columns(), 1, drawn.rows(),
                List.of(), shell.layout(), Drawing.EMPTY, List.of());
        return new FigureText(bare, drawn.worded(), placeholders, style.numbers().decimalMark(),
                words -> new Footnotes(data.settings(), style, run, labels).of(results, FootnoteMarks.NONE,
                        bare.with(bare.number(), bare.title(), bare.population(), List.of(),
                                List.of(new TableRow(TableRow.Kind.DATA, 0, 0, words.stream().map(Cell::text).toList())),
                                List.of())));
    }

    private DisplayBody body(TableResults results, List<ResultRow> shown, Labels labels, RowWords words, CellFormatter text) {
        if (!results.listing().isEmpty()) {
            List<TableRow> rows = listingRows(results, words, text);
            return new DisplayBody(listingColumns(results, rows, labels), stubColumns(results), rows, FootnoteMarks.NONE);
        }
        boolean shifts = ShiftMatrix.fits(results);
        if (!shifts && !StatisticsAcross.fits(results)) {
            return armsAcross(results, labels, new ArmsAcross(results, shown, words, text));
        }
        FootnoteMarks marks = marks(results, shifts ? results.rows() : shown);
        List<Cell> arms = new ArrayList<>();
        for (ColumnHead column : results.columns()) {
            arms.add(new Cell(labels.ofArm(column.label()) + " " + total(column), null, List.of(),
                    marks.ofColumn(arms.size()), armTotal(results, column)));
        }
        String header = HeadWords.ofArms(results.shell().by(), armVariable(results), labels);
        if (shifts) {
            ShiftMatrix matrix = new ShiftMatrix(results, words, text, header, arms);
            return new DisplayBody(matrix.columns(), matrix.stubColumns(), marks.onRows(matrix.rows(), matrix.places()), marks);
        }
        StatisticsAcross values = new StatisticsAcross(shown, words, text, arms);
        return new DisplayBody(values.columns(header), StatisticsAcross.STUBS, marks.onRows(values.rows(), values.places()),
                marks);
    }

    private DisplayBody armsAcross(TableResults results, Labels labels, ArmsAcross across) {
        FootnoteMarks marks = marks(results, across.rowsDown());
        List<TableColumn> arms = new ArrayList<>();
        for (ColumnHead column : results.columns()) {
            arms.add(new TableColumn(labels.ofArm(column.label()) + "\n" + total(column), "", Align.DECIMAL,
                    marks.ofColumn(arms.size()), armTotal(results, column)));
        }
        String stub = StubHeader.of(results, labels, style.cellsInNote(), across.eventsApart());
        List<String> comparisons = results.comparisons().stream().map(head -> HeadWords.of(head, labels)).toList();
        Set<Cells> said = StubHeader.said(results, style.cellsInNote(), across.saysCells());
        return new DisplayBody(across.columns(stub, arms, comparisons), 1, marks.onRows(across.rows(said)), marks);
    }

    private FootnoteMarks marks(TableResults results, List<ResultRow> rows) {
        return FootnoteMarks.of(results, rows, style.marks());
    }

    /// The N below an arm.
    private String total(ColumnHead column) {
        return style.columnTotal().replace(N, Integer.toString(column.n()));
    }

    /// The N below an arm as a result; null where the table has none of it.
    private TableColumn.@Nullable Total armTotal(TableResults results, ColumnHead column) {
        String number = Integer.toString(column.n());
        int behind = style.columnTotal().length() - style.columnTotal().indexOf(N) - N.length();
        return results.unshown().stream().filter(result -> result.statistic() == Statistic.COLUMN_TOTAL)
                .filter(result -> isOf(result, column)).findFirst()
                .map(result -> new TableColumn.Total(result, number, behind)).orElse(null);
    }

    private static boolean isOf(Result result, ColumnHead column) {
        Selection.Arm arm = result.selection().arm();
        return (arm == null ? column.isTotal() : arm.level().equals(column.arm()))
                && result.value().equals(new Value.Whole(column.n()));
    }

    /// Abbreviations in what people read first: title, headers that are no arms, and labels of rows that are no values of the
    /// data.
    private void addUnexplained(TableResults results, List<ResultRow> shown, RowWords words, Display table) {
        List<String> texts = new ArrayList<>(List.of(table.title(), table.population()));
        texts.addAll(results.shell().footnotes());
        results.listing().forEach(column -> texts.add(column.header()));
        if (results.listing().isEmpty()) {
            shown.stream().map(ResultRow::label).filter(label -> !isOfData(label)).map(words::of).forEach(texts::add);
        }
        new Abbreviations(data.settings().display().abbreviations()).unknown(texts)
                .forEach(word -> unexplained.putIfAbsent(word, table.id()));
    }

    private static boolean isOfData(RowLabel label) {
        return label instanceof RowLabel.OfLevel || label instanceof RowLabel.AtBaseline(RowLabel.OfLevel _)
                || label instanceof RowLabel.Shifted;
    }

    /// Parameters whose code is printed for want of a PARAM.
    private void addUnlabelledParameters(TableResults results) {
        Set<String> printed = new HashSet<>();
        Stream.concat(results.rows().stream().map(ResultRow::label), results.placeholders().values().stream()).forEach(label -> {
            if (given(label) instanceof RowLabel.Given(String text)) {
                printed.add(text);
            }
        });
        Abbreviations known = new Abbreviations(data.settings().display().abbreviations());
        Stream.concat(results.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream()),
                results.unshown().stream()).forEach(result -> {
                    String code = result.groups().getOrDefault("PARAMCD", "");
                    if (!code.isEmpty() && printed.contains(code) && !known.explains(code)) {
                        unnamed.add(result.dataset() + " " + code);
                    }
                });
    }

    private static RowLabel given(RowLabel label) {
        return label instanceof RowLabel.Holding(RowLabel held, RowLabel.Cells _) ? held : label;
    }

    /// What is to be said of the tables laid out so far: variables whose names are printed for want of a label, abbreviations
    /// that nothing explains.
    public List<Finding> notes() {
        List<Finding> notes = new ArrayList<>(unlabelled());
        unexplained.keySet().removeIf(word -> !AdamVariables.label(word).isEmpty()
                || unnamed.stream().anyMatch(name -> name.endsWith(" " + word)));
        if (!unexplained.isEmpty()) {
            notes.add(Finding.note("ABBREVIATION_UNKNOWN", "no footnote explains " + String.join(", ", unexplained.keySet())
                    + ", first in the table " + unexplained.values().iterator().next())
                    .remedy("explain what is an abbreviation in study.yaml: abbreviations: {" + unexplained.firstKey() + ": …}"));
        }
        return notes;
    }

    private List<Finding> unlabelled() {
        return unnamed.stream().map(name -> name.split(" ", 2)).map(parts -> Finding
                .note("LABEL_ABSENT", "has no label, so its name is printed")
                .in(parts[0]).of(parts[1])
                .remedy("give one in study.yaml: labels: {" + parts[1] + ": …}")).toList();
    }

    private String number(Shell shell, int place) {
        return switch (style.numbering()) {
            case SHELL -> shell.number();
            case SEQUENTIAL -> Integer.toString(place);
            case NONE -> "";
        };
    }

    /// The shell's title with its placeholders replaced; also used for tables that were not produced.
    public static String title(Shell shell, Map<String, RowLabel> placeholders, StudySettings settings) {
        return title(shell.title(), placeholders, settings);
    }

    /// The title as the style writes it, and in it what the study calls its parameters, as their rows have it.
    private String title(TableResults results) {
        String declared = IN_ABSTRACT.matcher(results.shell().title()).replaceAll(style.ownFootnotes() ? "" : "$1");
        if (!style.sentenceCase()) {
            return title(declared, results.placeholders(), data.settings());
        }
        Map<String, RowLabel> placeholders = new TreeMap<>();
        results.placeholders().forEach((name, label) -> {
            String words = RowWords.inTitle(label);
            boolean first = declared.startsWith("{" + name + "}");
            placeholders.put(name, new RowLabel.Given(
                    isOurs(label) ? TitleCase.within(words) : TitleCase.label(words, first)));
        });
        return Typography.decimals(title(TitleCase.sentence(declared), placeholders, data.settings()),
                style.numbers().decimalMark());
    }

    /// Whether a title calls it by a name of ours, not of the data.
    private static boolean isOurs(RowLabel label) {
        return label instanceof RowLabel.Named
                || (label instanceof RowLabel.Together(var of) && of.stream().allMatch(RowLabel.OfVariable.class::isInstance));
    }

    private static String title(String declared, Map<String, RowLabel> placeholders, StudySettings settings) {
        String title = declared;
        for (Map.Entry<String, RowLabel> placeholder : placeholders.entrySet()) {
            title = title.replace("{" + placeholder.getKey() + "}", RowWords.inTitle(placeholder.getValue()));
        }
        Matcher parts = PART.matcher(title);
        title = parts.replaceAll(part -> Matcher.quoteReplacement(isShown(part.group(1), placeholders) ? part.group(2) : ""));
        for (Map.Entry<String, String> scale : settings.scales().entrySet()) {
            title = title.replace("{scale " + scale.getKey() + "}", " (" + scale.getValue() + ")");
        }
        return Typography.label(title.replaceAll("\\{scale [^}]*}", "").replaceAll("\\{(\\w+)}", "$1").strip());
    }

    /// Whether one of some parts, or where they are joined by a plus, all of them are in the table; with a `!` before it one must
    /// not be.
    private static boolean isShown(String parts, Map<String, RowLabel> shown) {
        return Arrays.stream(parts.split("\\|"))
                .anyMatch(way -> Arrays.stream(way.split("\\+")).allMatch(
                        part -> part.startsWith("!") ? !shown.containsKey(part.substring(1)) : shown.containsKey(part)));
    }

    /// What stands in a listing for a missing value; empty where the shell has no sign for it.
    static String absent(Shell shell) {
        return shell.rows().stream().map(DeclaredRows::absent).filter(a -> !a.isEmpty()).findFirst().orElse("");
    }

    /// How many of the columns that identify a listing's row are shown.
    private static int stubColumns(TableResults results) {
        return (int) results.shell().rows().stream()
                .flatMap(rows -> rows.identifyingColumns().stream())
                .filter(column -> results.listing().stream().anyMatch(shown -> shown.header().equals(column.header())))
                .count();
    }

    private static List<TableRow> listingRows(TableResults results, RowWords words, CellFormatter text) {
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (ResultRow row : results.rows()) {
            block += row.startsBlock() ? 1 : 0;
            rows.add(new TableRow(TableRow.Kind.of(row.kind()), row.indent(), block,
                    listingCells(row, results.listing().size(), words, text)));
        }
        return rows;
    }

    /// A row's cells: what its label says is the first of those that a row has too few of.
    private static List<Cell> listingCells(ResultRow row, int columns, RowWords words, CellFormatter text) {
        List<Cell> cells = new ArrayList<>(row.cells().stream().map(text::cell).toList());
        if (row.kind() == ResultRow.Kind.MESSAGE || cells.size() < columns) {
            cells.addFirst(Cell.text(words.of(row.label())));
        }
        while (row.kind() == ResultRow.Kind.HEADING && cells.size() < columns) {
            cells.add(Cell.EMPTY);
        }
        return cells;
    }

    /// The variable that gives the columns; empty for none.
    private static String armVariable(TableResults results) {
        return results.unshown().stream().filter(result -> result.statistic() == Statistic.COLUMN_TOTAL)
                .flatMap(result -> Optional.ofNullable(result.selection().arm()).stream())
                .map(Selection.Arm::variable)
                .findFirst()
                .orElse("");
    }

    /// The variable of the arms that a column of a listing shows: where it has no rows, that of study.yaml; empty for the usual.
    private String armVariable(TableResults results, int column) {
        TreatmentSettings named = data.settings().treatment();
        String usual = Optional.ofNullable(named.actual()).filter(actual -> actual.equals(named.planned())).orElse("");
        return results.rows().stream()
                .filter(row -> row.kind() == ResultRow.Kind.DATA && row.cells().size() > column)
                .flatMap(row -> row.cells().get(column).results().stream())
                .flatMap(result -> Optional.ofNullable(result.variable()).stream())
                .findFirst()
                .orElse(usual);
    }

    private String header(TableResults results, int column, Labels labels) {
        ListingColumn declared = results.listing().get(column);
        if (!style.ownFootnotes() && !declared.inAbstract().isEmpty()) {
            return declared.inAbstract();
        }
        return declared.source() instanceof ListingColumn.Source.Treatment
                ? HeadWords.ofTreatment(declared.header(), armVariable(results, column), labels)
                : declared.header();
    }

    private List<TableColumn> listingColumns(TableResults results, List<TableRow> rows, Labels labels) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < results.listing().size(); i++) {
            int at = i;
            boolean shortCells = rows.stream()
                    .filter(row -> row.kind() == TableRow.Kind.DATA)
                    .allMatch(row -> row.cells().get(at).text().length() <= SHORT);
            boolean numbers = rows.stream()
                    .filter(row -> row.kind() == TableRow.Kind.DATA)
                    .map(row -> row.cells().get(at))
                    .anyMatch(cell -> cell.number() != null);
            Align words = shortCells ? Align.CENTER : Align.LEFT;
            columns.add(new TableColumn(header(results, i, labels), "", shortCells && numbers ? Align.DECIMAL : words));
        }
        return columns;
    }
}
