package org.tabularium.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
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
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.wording.HeadWords;
import org.tabularium.table.wording.PopulationWords;
import org.tabularium.table.wording.RowWords;

/// Results and a shell to a table of text.
public final class TableLayout {

    private static final String N = "{N}";

    private final StudyData data;
    private final HouseStyle style;
    private final String run;
    private final LayoutNotes notes;

    /// Lays out the tables of one report.
    ///
    /// @param run the run's id, for the source line
    public TableLayout(StudyData data, HouseStyle style, String run) {
        this.data = data;
        this.style = style;
        this.run = run;
        this.notes = new LayoutNotes(data.settings());
    }

    /// Lays out one display.
    ///
    /// @param place the table's place in the report, from 1, for styles that number in sequence
    public Display display(TableResults computed, int place) {
        TableResults results = style.ownFootnotes() ? computed : computed.withNeededRemarks();
        Shell shell = results.shell();
        Labels labels = new Labels(data, results.datasets(), style, notes.unnamed());
        CellFormatter text = new CellFormatter(style.numbers(), shell.decimals(), shell.percentDecimals(), labels,
                ListingBody.absent(shell));
        List<ResultRow> shown = ZeroRows.shown(results);
        RowWords words = new RowWords(labels, style.cellsInNote());
        DisplayBody body = body(results, shown, labels, words, text);
        String number = number(shell, place);
        String title = new DisplayTitle(data.settings(), style).of(results);
        String population = style.populationLine() ? PopulationWords.of(results.population().members()) : "";
        Display bare = shell.isListing()
                ? new Listing(shell.name(), number, title, population, body.columns(), body.stubs(), body.rows(), List.of(),
                        shell.layout())
                : new Table(shell.name(), number, title, population, body.columns(), body.stubs(), body.rows(), List.of(),
                        shell.layout());
        notes.add(results, shown, words, bare);
        return bare.withFootnotes(new Footnotes(data.settings(), style, run, labels).of(results, body.marks(), List.of(), bare));
    }

    /// A figure before it is drawn.
    ///
    /// @param undrawn with titles and its data
    /// @param rows what is to be drawn, with its words
    /// @param placeholders what stands for those of the title, in words
    /// @param decimalMark of the style's numbers
    /// @param footnotes the footnotes of a drawing with these words, which explain their abbreviations, with sentences that say
    /// what it shows
    public record FigureText(Figure undrawn, List<WordedRow> rows, Map<String, String> placeholders, char decimalMark,
            BinaryOperator<List<String>> footnotes) {}

    /// The texts of a figure.
    ///
    /// @param place the figure's place among the figures of the report, from 1, for styles that number in sequence
    public FigureText figure(TableResults computed, int place) {
        TableResults results = style.ownFootnotes() ? computed : computed.withNeededRemarks();
        Shell shell = results.shell();
        Labels labels = new Labels(data, results.datasets(), style, notes.unnamed());
        CellFormatter text = new CellFormatter(style.numbers(), shell.decimals(), shell.percentDecimals(), labels,
                ListingBody.absent(shell));
        RowWords named = new RowWords(labels, style.cellsInNote());
        FigureData drawn = new FigureData(results, labels, named, text);
        Map<String, String> placeholders = new TreeMap<>();
        results.placeholders().forEach((name, label) -> placeholders.put(name, named.of(label)));
        String population = style.populationLine() ? PopulationWords.of(results.population().members()) : "";
        Figure bare = new Figure(shell.name(), number(shell, place), new DisplayTitle(data.settings(), style).of(results),
                population, drawn.columns(), 1, drawn.rows(),
                List.of(), shell.layout(), Drawing.EMPTY, List.of());
        return new FigureText(bare, drawn.worded(), placeholders, style.numbers().decimalMark(),
                (words, sentences) -> new Footnotes(data.settings(), style, run, labels).of(results, FootnoteMarks.NONE,
                        sentences,
                        bare.with(bare.number(), bare.title(), bare.population(), List.of(),
                                List.of(new TableRow(TableRow.Kind.DATA, 0, 0, words.stream().map(Cell::text).toList())),
                                List.of())));
    }

    private DisplayBody body(TableResults results, List<ResultRow> shown, Labels labels, RowWords words, CellFormatter text) {
        if (!results.listing().isEmpty()) {
            return new ListingBody(results, data.settings(), style, labels).of(words, text);
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

    /// What is to be said of the tables laid out so far: variables whose names are printed for want of a label, abbreviations
    /// that nothing explains.
    public List<Finding> notes() {
        return notes.findings();
    }

    /// The shell's title with its placeholders replaced; also used for tables that were not produced.
    public static String title(Shell shell, Map<String, RowLabel> placeholders, StudySettings settings) {
        return DisplayTitle.of(shell.title(), placeholders, settings);
    }

    private String number(Shell shell, int place) {
        return switch (style.numbering()) {
            case SHELL -> shell.number();
            case SEQUENTIAL -> Integer.toString(place);
            case NONE -> "";
        };
    }

    /// The variable that gives the columns; empty for none.
    private static String armVariable(TableResults results) {
        return results.unshown().stream().filter(result -> result.statistic() == Statistic.COLUMN_TOTAL)
                .flatMap(result -> Optional.ofNullable(result.selection().arm()).stream())
                .map(Selection.Arm::variable)
                .findFirst()
                .orElse("");
    }
}
