package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// What a sheet is on paper, measured as Excel and LibreOffice lay it out: its scale times the size of its letters, the rows and
/// columns between two breaks, and the row with which a page begins.
class PrintedPagesTest {

    private static final int A4_SHORTER = 595;
    private static final int A4_LONGER = 842;
    private static final int POINTS = 72;
    /// A column of Arial 10, in points a digit: what LibreOffice makes of it, which is more than Excel.
    private static final double DIGIT = 5.56;
    private static final double SMALLEST = 8;
    private static final Pattern SIZE = Pattern.compile("&(\\d+) ");
    private static final PageLayout LETTER = new PageLayout(PageLayout.Paper.LETTER, PageLayout.Orientation.PORTRAIT, 8, 25);

    private static XSSFWorkbook open(Document document) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Rendered.bytes(new XlsxRenderer(), document)));
    }

    private static List<Display> displays() {
        List<Display> displays = new ArrayList<>(SampleTables.all());
        displays.add(SampleTables.socPt(24, 12));
        displays.add(SampleTables.socPt(3, 90));
        displays.add(wide(3, 40, PageLayout.DEFAULT));
        displays.add(wide(14, 12, PageLayout.DEFAULT));
        displays.add(wide(26, 9, LETTER));
        displays.add(records());
        displays.add(numbered(12, 18));
        return displays;
    }

    /// A table of so many arms, each with numbers of so many digits.
    private static Table wide(int arms, int digits, PageLayout layout) {
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn("Parameter", "", Align.LEFT)));
        for (int arm = 0; arm < arms; arm++) {
            columns.add(new TableColumn("Arm " + arm + "\n(N=20)", arm % 4 < 2 ? "" : "Group " + arm / 4, Align.DECIMAL));
        }
        String[] numbers = IntStream.range(0, arms).mapToObj(arm -> "1".repeat(digits)).toArray(String[]::new);
        return new Table("wide-" + arms, "14." + arms, "A title that is longer than one column of labels of a wide table is wide",
                "",
                columns, 1,
                IntStream.range(0, 90).mapToObj(row -> data(row % 9 == 0 ? 0 : 1, row / 9, "Row " + row, numbers)).toList(),
                List.of("A footnote that is rather long. ".repeat(9)), layout);
    }

    private static Listing records() {
        return records(7, 120);
    }

    /// @param each how many of a subject follow each other
    private static Listing records(int each, int size) {
        List<TableColumn> columns = IntStream.range(0, 12)
                .mapToObj(column -> new TableColumn("Column " + column, "", Align.LEFT)).toList();
        List<TableRow> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            String[] texts = new String[11];
            Arrays.fill(texts, "Preferred term and what was reported");
            rows.add(data(0, row / each, "Subject " + row / each, texts));
        }
        return new Listing("listing-of-records", "16.1", "Records", "", columns, 2, rows, List.of(), PageLayout.DEFAULT);
    }

    /// Eleven columns of so many digits and a last one: a page of letters of 8 points holds 163 with their padding, and 174 where
    /// its margins at the sides are 10 mm.
    private static Listing numbered(int each, int last) {
        List<TableColumn> columns = IntStream.range(0, 12)
                .mapToObj(column -> new TableColumn("No " + column, "", Align.LEFT)).toList();
        String[] texts = new String[11];
        Arrays.fill(texts, "1".repeat(each));
        texts[10] = "1".repeat(last);
        return new Listing("listing-of-numbers", "16.2", "Numbers", "", columns, 1,
                IntStream.range(0, 9).mapToObj(row -> data(0, row, "1".repeat(each), texts)).toList(), List.of(),
                new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 8, PageLayout.USUAL_MARGINS));
    }

    /// Labels that a page upright has no room for beside the numbers are wrapped there where that saves pages.
    @Test
    void longLabelsAreWrappedOnPagesThatStandUprightWhereThatSavesPages() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.report(List.of(labelled(90, 1), labelled(9, 2))))) {
            assertThat(workbook.getSheetAt(1).getPrintSetup().getLandscape()).isFalse();
            assertThat(workbook.getSheetAt(2).getPrintSetup().getLandscape()).isTrue();
        }
    }

    /// A table of so many rows, each with a label as long as a page upright is wide with six arms of numbers.
    private static Table labelled(int rows, int number) {
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn("Preferred term", "", Align.LEFT)));
        IntStream.range(0, 6).forEach(arm -> columns.add(new TableColumn("Arm " + arm, "", Align.DECIMAL)));
        String[] numbers = {"12", "13", "14", "15", "16", "17"};
        return new Table("labelled-" + number, "14." + number, "Long labels", "", columns, 1,
                IntStream.range(0, rows).mapToObj(row -> data(0, row, "INFECTIONS AND INFESTATIONS, OF WHATEVER KIND",
                        numbers)).toList(),
                List.of(), PageLayout.DEFAULT);
    }

    /// An entry of the contents that would stand alone on a page is on the page before, in somewhat smaller letters; many more
    /// make a page of their own.
    @Test
    void contentsShrinkForAFewEntriesMoreThanAPageHolds() throws IOException {
        List<Integer> scales = new ArrayList<>();
        for (int entries = 34; entries <= 66; entries += 4) {
            try (XSSFWorkbook workbook = open(
                    SampleTables.report(IntStream.range(0, entries).mapToObj(i -> labelled(i % 5 + 1, i)).toList()))) {
                scales.add((int) workbook.getSheetAt(0).getPrintSetup().getScale());
            }
        }
        assertThat(scales).startsWith(100).endsWith(100).anyMatch(scale -> scale < 100).allMatch(scale -> scale >= 85);
    }

    @Test
    void landscapePageHasLessMarginAtItsSidesBeforeAListingIsParted() throws IOException {
        try (XSSFWorkbook fits = open(SampleTables.single(numbered(12, 9)));
                XSSFWorkbook wider = open(SampleTables.single(numbered(12, 18)));
                XSSFWorkbook parted = open(SampleTables.single(numbered(14, 18)))) {
            double usual = PageLayout.USUAL_MARGINS / 25.4;
            assertThat(fits.getSheetAt(0).getMargin(PageMargin.LEFT)).isEqualTo(usual);
            assertThat(wider.getSheetAt(0).getColumnBreaks()).isEmpty();
            assertThat(wider.getSheetAt(0).getMargin(PageMargin.RIGHT)).isEqualTo(10 / 25.4);
            assertThat(wider.getSheetAt(0).getMargin(PageMargin.TOP)).isEqualTo(usual);
            assertThat(parted.getSheetAt(0).getColumnBreaks()).isNotEmpty();
            assertThat(parted.getSheetAt(0).getMargin(PageMargin.LEFT)).isEqualTo(usual);
        }
    }

    @Test
    void nothingIsPrintedBelowEightPoints() throws IOException {
        List<Document> documents = new ArrayList<>(displays().stream().map(SampleTables::single).toList());
        documents.add(SampleTables.report(SampleTables.all()));
        for (Document document : documents) {
            assertLegible(document);
        }
    }

    private static void assertLegible(Document document) throws IOException {
        try (XSSFWorkbook workbook = open(document)) {
            for (int number = 0; number < workbook.getNumberOfSheets(); number++) {
                XSSFSheet sheet = workbook.getSheetAt(number);
                assertThat(sheet.getFitToPage()).as(sheet.getSheetName()).isFalse();
                String area = workbook.getPrintArea(number);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() != CellType.BLANK && (area == null || holds(area, cell))) {
                            double size = ((XSSFCell) cell).getCellStyle().getFont().getFontHeight() / 20.0;
                            assertThat(size * sheet.getPrintSetup().getScale() / 100).as(sheet.getSheetName() + " " + cell)
                                    .isGreaterThanOrEqualTo(SMALLEST);
                        }
                    }
                }
                assertLegibleAround(sheet);
            }
        }
    }

    /// LibreOffice prints what stands around a page at the scale of the sheet whatever the file says, and Excel unless the file
    /// says otherwise; so it does not, and both print the same.
    private static void assertLegibleAround(XSSFSheet sheet) {
        if (sheet.getCTWorksheet().isSetHeaderFooter()) {
            assertThat(sheet.getCTWorksheet().getHeaderFooter().getScaleWithDoc()).isTrue();
            String around = sheet.getCTWorksheet().getHeaderFooter().getOddHeader()
                    + sheet.getCTWorksheet().getHeaderFooter().getOddFooter();
            Matcher sizes = SIZE.matcher(around);
            assertThat(sizes.find()).as(around).isTrue();
            sizes.reset().results().forEach(size -> assertThat(
                    Integer.parseInt(size.group(1)) * sheet.getPrintSetup().getScale() / 100.0).as(sheet.getSheetName())
                    .isBetween(SMALLEST, SMALLEST + 1));
        }
    }

    private static boolean holds(String area, Cell cell) {
        AreaReference printed = new AreaReference(area, null);
        return cell.getRowIndex() >= printed.getFirstCell().getRow() && cell.getRowIndex() <= printed.getLastCell().getRow()
                && cell.getColumnIndex() >= printed.getFirstCell().getCol()
                && cell.getColumnIndex() <= printed.getLastCell().getCol();
    }

    /// Else the program parts the page once more, and a page has one row or one column.
    @Test
    void whatStandsBetweenTwoBreaksFitsOnAPage() throws IOException {
        for (Display display : displays()) {
            try (XSSFWorkbook workbook = open(SampleTables.single(display))) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                double scale = sheet.getPrintSetup().getScale() / 100.0;
                boolean landscape = sheet.getPrintSetup().getLandscape();
                boolean a4 = display.layout().paper() == PageLayout.Paper.A4;
                double shorter = a4 ? A4_SHORTER : 8.5 * POINTS;
                double longer = a4 ? A4_LONGER : 11.0 * POINTS;
                double sides = 2 * POINTS * sheet.getMargin(PageMargin.LEFT);
                double margins = 2 * POINTS * sheet.getMargin(PageMargin.TOP);
                AreaReference area = new AreaReference(workbook.getPrintArea(0), null);
                int repeated = sheet.getRepeatingColumns() == null ? 0 : sheet.getRepeatingColumns().getLastColumn() + 1;
                double stubs = width(sheet, 0, repeated);
                for (int[] slice : parts(sheet.getColumnBreaks(), 0, area.getLastCell().getCol())) {
                    assertThat((width(sheet, slice[0], slice[1]) + (slice[0] > 0 ? stubs : 0)) * scale).as(display.id())
                            .isLessThanOrEqualTo((landscape ? longer : shorter) - sides);
                }
                double head = height(sheet, sheet.getRepeatingRows().getFirstRow(), sheet.getRepeatingRows().getLastRow() + 1);
                for (int[] page : parts(sheet.getRowBreaks(), sheet.getRepeatingRows().getLastRow() + 1,
                        area.getLastCell().getRow())) {
                    double rows = height(sheet, page[0], page[1]);
                    assertThat((rows + head) * scale).as(display.id() + " from row " + page[0])
                            .isLessThanOrEqualTo((landscape ? shorter : longer) - margins);
                }
            }
        }
    }

    private static List<int[]> parts(int[] breaks, int from, int last) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        for (int at : breaks) {
            int end = breaks.length > 0 && from == 0 ? at : at + 1;
            parts.add(new int[]{start, end});
            start = end;
        }
        parts.add(new int[]{start, last + 1});
        return parts;
    }

    private static double width(XSSFSheet sheet, int from, int to) {
        return IntStream.range(from, to).mapToDouble(column -> sheet.getColumnWidth(column) / 256.0 * DIGIT).sum();
    }

    private static double height(XSSFSheet sheet, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(row -> sheet.getRow(row) == null
                        ? org.tabularium.render.xlsx.Sheet.ROW_HEIGHT
                        : sheet.getRow(row).getHeightInPoints())
                .sum();
    }

    @Test
    void wideTableIsPrintedOnPagesSideBySideWithItsLabels() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(wide(26, 9, LETTER)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getColumnBreaks()).hasSizeGreaterThan(1);
            assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
            assertThat(sheet.getRepeatingRows().getFirstRow()).isZero();
            assertThat(sheet.getPrintSetup().getLeftToRight()).as("over, then down").isTrue();
        }
    }

    @Test
    void pageBeginsWithABlockOrSaysWhatGoesOn() throws IOException {
        for (Display display : displays()) {
            try (XSSFWorkbook workbook = open(SampleTables.single(display))) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                int first = sheet.getRepeatingRows().getLastRow() + 1;
                List<Integer> rows = tableRows(sheet, first, display.rows().size());
                for (int above : sheet.getRowBreaks()) {
                    int at = above + 1 - first;
                    if (at >= rows.size()) {
                        continue;
                    }
                    boolean label = rows.get(at) < 0;
                    int row = label ? rows.get(at + 1) : rows.get(at);
                    boolean within = row > 0 && display.rows().get(row - 1).block() == display.rows().get(row).block();
                    long ofBlock = display.rows().stream().filter(other -> other.block() == display.rows().get(row).block())
                            .count();
                    assertThat(display.kind() == Display.Kind.TABLE && within && ofBlock < 12)
                            .as(display.id() + " is parted before its row " + row).isFalse();
                    assertThat(label).as(display.id() + " says what goes on in row " + row)
                            .isEqualTo(display.rows().get(row).indent() > 0);
                }
            }
        }
    }

    /// A subject of eleven records does not begin a page of its own where a page holds sixteen.
    @Test
    void pagesOfAListingAreFilled() throws IOException {
        Listing listing = records(11, 99);
        try (XSSFWorkbook workbook = open(SampleTables.single(listing))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int[] breaks = sheet.getRowBreaks();
            assertThat(breaks).hasSizeGreaterThan(2);
            List<Integer> pages = IntStream.range(1, breaks.length).map(i -> breaks[i] - breaks[i - 1]).boxed().toList();
            assertThat(pages).allSatisfy(rows -> assertThat(rows).isGreaterThanOrEqualTo(Collections.max(pages) - 2));
        }
    }

    /// A footnote across twelve columns has all of their room, the blanks between them too: what is a twentieth shorter is a line.
    @Test
    void footnoteAcrossColumnsIsAsHighAsItsLinesOverAllOfThem() throws IOException {
        Table plain = wide(11, 3, PageLayout.DEFAULT);
        double digits;
        try (XSSFWorkbook workbook = open(SampleTables.single(plain))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            digits = IntStream.range(0, 12).mapToDouble(column -> sheet.getColumnWidth(column) / 256.0).sum();
        }
        // Footnotes have nine points, the sheet's digits ten.
        String shorter = "1".repeat((int) (digits * 0.95 * 10 / 9) / 2) + " ";
        Display noted = plain.with(plain.number(), plain.title(), plain.population(), plain.columns(), plain.rows(),
                List.of(shorter + shorter.strip(), shorter + shorter + shorter.strip()));
        try (XSSFWorkbook workbook = open(SampleTables.single(noted))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(sheet.getLastRowNum() - 1).getHeightInPoints()).isBetween(9f, 18f);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getHeightInPoints()).isBetween(18f, 27f);
        }
    }

    @Test
    void textIsNotWrappedWhereThePageHasRoomForIt() throws IOException {
        List<TableColumn> columns = List.of(new TableColumn("No", "", Align.LEFT), new TableColumn("Text", "", Align.LEFT));
        Listing texts = new Listing("texts", "16.3", "Texts", "", columns, 1,
                List.of(data(0, 0, "1", "5".repeat(20) + " " + "5".repeat(20) + " " + "5".repeat(20))), List.of(),
                PageLayout.DEFAULT);
        try (XSSFWorkbook workbook = open(SampleTables.single(texts))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getColumnWidth(1) / 256.0).isBetween(61.0, 66.0);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getHeightInPoints()).isEqualTo(sheet.getDefaultRowHeightInPoints());
        }
    }

    /// A wrapped line may take its cell to the edge, and a cell has a point or two of padding: what follows is indented.
    @Test
    void textBehindWrappedTextStandsApart() throws IOException {
        try (XSSFWorkbook wrapped = open(SampleTables.single(records()));
                XSSFWorkbook whole = open(SampleTables.single(numbered(12, 9)))) {
            for (int column = 1; column < 12; column++) {
                int expected = column == 1 ? 0 : 1;
                assertThat(indents(wrapped, column)).as("column " + column).containsExactly(expected, expected);
                assertThat(indents(whole, column)).as("column " + column).containsExactly(0, 0);
            }
        }
    }

    /// Of a column's header and of its first row.
    private static List<Integer> indents(XSSFWorkbook workbook, int column) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        int header = sheet.getRepeatingRows().getLastRow();
        return IntStream.of(header, header + 1)
                .mapToObj(row -> (int) sheet.getRow(row).getCell(column).getCellStyle().getIndention()).toList();
    }

    /// LibreOffice parted "SRI-4" of a list of abbreviations.
    @Test
    void footnoteOfSeveralLinesEndsThemWhereThatOfAPageDoes() throws IOException {
        Display plain = wide(3, 9, PageLayout.DEFAULT);
        Display noted = plain.with(plain.number(), plain.title(), plain.population(), plain.columns(), plain.rows(),
                List.of("SRI-4 = SLE Responder Index 4; " + "SLEDAI-2K = index of 2000; ".repeat(9), "SRI-4 = index 4."));
        try (XSSFWorkbook workbook = open(SampleTables.single(noted))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(sheet.getLastRowNum() - 1).getCell(0).getStringCellValue())
                    .startsWith("SRI\u20114\u00a0=\u00a0SLE Responder Index 4; SLEDAI\u20112K\u00a0=\u00a0index");
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue()).isEqualTo("SRI-4 = index 4.");
        }
    }

    /// LibreOffice and Excel end lines at every blank and hyphen, pages do not.
    @Test
    void headerThatItsColumnBreaksIsBrokenWhereThatOfAPageIs() throws IOException {
        Table many = wide(14, 12, PageLayout.DEFAULT);
        List<TableColumn> columns = new ArrayList<>(many.columns());
        columns.set(1, new TableColumn("Responders by SRI-4 and their share of all (95% CI)", "", Align.DECIMAL));
        columns.set(2, new TableColumn("(95% CI)", "", Align.DECIMAL));
        Display table = many.with(many.number(), many.title(), many.population(), columns, many.rows(), many.footnotes());
        try (XSSFWorkbook workbook = open(SampleTables.single(table))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            XSSFRow header = sheet.getRow(sheet.getRepeatingRows().getLastRow());
            assertThat(header.getCell(1).getStringCellValue())
                    .isEqualTo("Responders by SRI\u20114 and their share of all (95%\u00a0CI)");
            assertThat(header.getCell(2).getStringCellValue()).isEqualTo("(95% CI)");
        }
    }

    @Test
    void wayBackToTheContentsIsReadOverAFirstColumnOfShortNames() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.report(List.of(SampleTables.caseSeries())))) {
            XSSFSheet sheet = workbook.getSheet("case-series");
            assertThat(sheet.getHyperlink(0, 0).getLocation()).isEqualTo("'Contents'!A1");
            assertThat(sheet.getColumnWidth(0) / 256.0).as("narrower than the word").isLessThan(8);
            assertThat(sheet.getMergedRegions()).filteredOn(region -> region.getFirstRow() == 0)
                    .singleElement().satisfies(region -> assertThat(region.formatAsString()).isEqualTo("A1:B1"));
        }
    }

    /// The row of the display that each row of the sheet shows, −1 for one that says what goes on.
    private static List<Integer> tableRows(XSSFSheet sheet, int first, int size) {
        List<Integer> rows = new ArrayList<>();
        int next = 0;
        for (int row = first; next < size; row++) {
            boolean label = sheet.getRow(row).getCell(0) != null
                    && sheet.getRow(row).getCell(0).getStringCellValue().endsWith(" (continued)");
            rows.add(label ? -1 : next++);
        }
        return rows;
    }
}
