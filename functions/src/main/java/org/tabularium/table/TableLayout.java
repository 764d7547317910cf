package org.tabularium.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.finding.Finding;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ComparisonHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.TableResults;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.ListingColumn;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudySettings;

/// Results and a shell to a table of text.
public final class TableLayout {

    /// A text column of a listing whose cells are all at most this long is centred.
    private static final int SHORT = 12;

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
    public Display display(TableResults results, int place) {
        Shell shell = results.shell();
        Labels labels = new Labels(data, results.datasets(), style, unnamed);
        CellFormatter text = new CellFormatter(style.numbers(), shell.decimals(), shell.percentDecimals(), labels, absent(shell));
        boolean listing = !results.listing().isEmpty();
        List<TableRow> rows = listing ? listingRows(results, text) : rows(results, labels, text);
        List<TableColumn> columns = listing ? listingColumns(results.listing(), rows) : columns(results, labels);
        String number = number(shell, place);
        String title = title(results, data.settings());
        String population = style.populationLine() ? results.population().label() : "";
        Display bare = results.shell().isListing()
                ? new Listing(shell.name(), number, title, population, columns, stubColumns(results), rows, List.of(),
                        shell.layout())
                : new Table(shell.name(), number, title, population, columns, listing ? stubColumns(results) : 1, rows, List.of(), shell.layout());
        addUnexplained(results, bare);
        return bare.withFootnotes(new Footnotes(data.settings(), style, run, labels).of(results, bare));
    }

    /// Abbreviations in what people read first: title, headers that are no arms, and labels of rows that are no values of the
    /// data.
    private void addUnexplained(TableResults results, Display table) {
        List<String> texts = new ArrayList<>(List.of(table.title(), table.population()));
        texts.addAll(results.shell().footnotes());
        results.listing().forEach(column -> texts.add(column.header()));
        for (int i = 0; i < results.rows().size() && results.listing().isEmpty(); i++) {
            boolean ofData = results.rows().get(i).label() instanceof RowLabel.OfLevel
                    || results.rows().get(i).label() instanceof RowLabel.OfLevelAfter;
            if (!ofData) {
                texts.add(table.rows().get(i).cells().getFirst().text());
            }
        }
        new Abbreviations(data.settings().display().abbreviations()).unknown(texts)
                .forEach(word -> unexplained.putIfAbsent(word, table.id()));
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
    public static String title(Shell shell, Map<String, String> placeholders, StudySettings settings) {
        String title = shell.title();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            title = title.replace("{" + placeholder.getKey() + "}", placeholder.getValue());
        }
        for (Map.Entry<String, String> scale : settings.scales().entrySet()) {
            title = title.replace("{scale " + scale.getKey() + "}", " (" + scale.getValue() + ")");
        }
        return Typography.label(title.replaceAll("\\{scale [^}]*}", "").replaceAll("\\{(\\w+)}", "$1").strip());
    }

    private static String title(TableResults results, StudySettings settings) {
        return title(results.shell(), results.placeholders(), settings);
    }

    private static String absent(Shell shell) {
        return shell.rows().stream().map(DeclaredRows::absent).filter(a -> !a.isEmpty()).findFirst().orElse("");
    }

    /// How many of the columns that identify a listing's row are shown.
    private static int stubColumns(TableResults results) {
        return (int) results.shell().rows().stream()
                .flatMap(rows -> rows.identifyingColumns().stream())
                .filter(results.listing()::contains)
                .count();
    }

    private List<TableColumn> columns(TableResults results, Labels labels) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn(StubHeader.of(results, labels), "", Align.LEFT));
        for (ColumnHead column : results.columns()) {
            String n = style.columnTotal().replace("{N}", Integer.toString(column.n()));
            columns.add(new TableColumn(labels.ofArm(column.label()) + "\n" + n, "", Align.DECIMAL));
        }
        results.tests().forEach(test -> columns.add(new TableColumn(header(test, labels), "", Align.DECIMAL)));
        return columns;
    }

    private static String header(ComparisonHead head, Labels labels) {
        StringJoiner arms = new StringJoiner(" vs\n", head.what() + "\n", "").setEmptyValue(head.what());
        head.arms().forEach(arm -> arms.add(labels.ofArm(arm)));
        return arms.toString();
    }

    private static List<TableRow> rows(TableResults results, Labels labels, CellFormatter text) {
        int width = 1 + results.columns().size() + results.tests().size();
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (ResultRow row : results.rows()) {
            block += row.startsBlock() ? 1 : 0;
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(label(row.label(), labels)));
            if (row.kind() != ResultRow.Kind.MESSAGE) {
                row.cells().forEach(cell -> cells.add(text.cell(cell)));
                while (cells.size() < width) {
                    cells.add(Cell.EMPTY);
                }
            }
            rows.add(new TableRow(kind(row.kind()), row.indent(), block, cells));
        }
        return rows;
    }

    private static TableRow.Kind kind(ResultRow.Kind kind) {
        return switch (kind) {
            case HEADING -> TableRow.Kind.HEADING;
            case DATA -> TableRow.Kind.DATA;
            case MESSAGE -> TableRow.Kind.MESSAGE;
        };
    }

    private static String label(RowLabel label, Labels labels) {
        return switch (label) {
            case RowLabel.Fixed(String text) -> Typography.label(text);
            case RowLabel.OfArm(String before, String arm, String after) -> before + labels.ofArm(arm) + after;
            case RowLabel.OfVariable(String dataset, String variable, String suffix) ->
                labels.ofVariable(dataset, variable) + suffix;
            case RowLabel.OfLevel(String variable, String level) -> labels.ofLevel(variable, level);
            case RowLabel.OfLevelAfter(String word, String variable, String level) ->
                word + " " + inSentence(labels.ofLevel(variable, level));
        };
    }

    /// A level within a sentence: a word in sentence case begins small, an abbreviation or code stays.
    private static String inSentence(String level) {
        boolean word = level.length() > 1 && Character.isUpperCase(level.charAt(0))
                && level.substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == ' ');
        return word ? level.substring(0, 1).toLowerCase(Locale.ROOT) + level.substring(1) : level;
    }

    private static List<TableRow> listingRows(TableResults results, CellFormatter text) {
        List<TableRow> rows = new ArrayList<>();
        int block = 0;
        for (ResultRow row : results.rows()) {
            block += row.startsBlock() ? 1 : 0;
            List<Cell> cells = row.kind() == ResultRow.Kind.MESSAGE && row.label() instanceof RowLabel.Fixed(String message)
                    ? List.of(Cell.text(message))
                    : row.cells().stream().map(text::cell).toList();
            rows.add(new TableRow(kind(row.kind()), 0, block, cells));
        }
        return rows;
    }

    private static List<TableColumn> listingColumns(List<ListingColumn> declared, List<TableRow> rows) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            int at = i;
            boolean shortCells = rows.stream()
                    .filter(row -> row.kind() == TableRow.Kind.DATA)
                    .allMatch(row -> row.cells().get(at).text().length() <= SHORT);
            columns.add(new TableColumn(declared.get(i).header(), "", shortCells ? Align.CENTER : Align.LEFT));
        }
        return columns;
    }
}
