package org.tabularium.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;
import static org.tabularium.render.SampleTables.heading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.render.Paginator.Measures;
import org.tabularium.render.Paginator.Page;
import org.tabularium.render.Paginator.Placed;
import org.tabularium.render.Paginator.Room;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Lengths here are lines: a line is 1 high, rows and blocks have no gaps unless a test says so.
class PaginatorTest {

    private static Table table(int stubs, List<String> spans, List<TableRow> rows) {
        List<TableColumn> columns = spans.stream().map(span -> new TableColumn("c", span, Align.LEFT)).toList();
        return new Table("t", "", "T", "", columns, stubs, rows, List.of(), PageLayout.DEFAULT);
    }

    private static Table table(TableRow... rows) {
        return table(1, List.of("", ""), List.of(rows));
    }

    private static Measures ones(Table table) {
        List<Integer> lines = Collections.nCopies(table.rows().size(), 1);
        return new Measures(Collections.nCopies(table.columns().size(), 10.0), lines, over -> 1, 1, 0, 0, 0, 1);
    }

    /// The rows of each page: the number of a row, negative and less one where it is repeated.
    private static List<List<Integer>> rows(List<Page> pages) {
        return pages.stream()
                .map(page -> page.rows().stream().map(placed -> placed.repeated() ? -1 - placed.row() : placed.row()).toList())
                .toList();
    }

    private static Placed row(int row, int from, int to) {
        return new Placed(row, from, to, List.of(), false, 0);
    }

    private static TableRow[] block(int block, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> i == 0 ? heading(0, block, "H" + block) : data(1, block, "r", "1"))
                .toArray(TableRow[]::new);
    }

    private static Table blocks(int... sizes) {
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            rows.addAll(List.of(block(i, sizes[i])));
        }
        return table(1, List.of("", ""), rows);
    }

    @Test
    void oneRowIsOnePage() {
        Table one = table(data(0, 0, "a", "1"));
        assertThat(rows(Paginator.paginate(one, ones(one), new Room(20, 10)))).containsExactly(List.of(0));
    }

    @Test
    void tableWithoutRowsHasOnePageForItsHeader() {
        List<Page> pages = Paginator.paginate(table(), ones(table()), new Room(20, 10));
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst().columns()).containsExactly(0, 1);
    }

    /// The second block is longer than a page; the last has one row.
    @Test
    void eachBlockBeginsAPageWhereTheLayoutAsksForIt() {
        Table blocks = blocks(2, 6, 1);
        PageLayout apart = new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 9, 20, true);
        Table table = new Table("t", "", "T", "", blocks.columns(), 1, blocks.rows(), List.of(), apart);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 5)))).containsExactly(List.of(0, 1),
                List.of(2, 3, 4, 5, 6), List.of(-3, 7), List.of(8));
    }

    @Test
    void blockThatFitsAPageIsNotBroken() {
        Table table = blocks(3, 4, 2);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 5)))).containsExactly(List.of(0, 1, 2),
                List.of(3, 4, 5, 6), List.of(7, 8));
    }

    @Test
    void longBlockGoesOnUnderItsRepeatedHeading() {
        Table table = blocks(2, 9);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 5)))).containsExactly(List.of(0, 1, 2, 3, 4),
                List.of(-3, 5, 6, 7), List.of(-3, 8, 9, 10));
    }

    /// A period, its n, and blocks of reactions below it: what goes on is of those n.
    @Test
    void rowOfNIsRepeatedBelowTheLabelThatGoesOn() {
        Table table = table(heading(0, 0, "Dose 2"), counts(1, 0, "n", "8"), data(1, 1, "Any", "8"), data(2, 1, "Mild", "5"),
                data(1, 2, "Redness", "3"), data(2, 2, "Mild", "2"), data(2, 2, "Severe", "1"), data(1, 3, "Fever", "3"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 5)))).containsExactly(List.of(0, 1, 2, 3),
                List.of(-1, -2, 4, 5, 6), List.of(-1, -2, 7));
    }

    /// The rows of n below headings of other visits are none of what goes on.
    @Test
    void rowOfNOfAnotherHeadingIsNotRepeated() {
        Table table = table(heading(0, 0, "H"), heading(1, 0, "Week 4"), counts(2, 0, "n", "8"), data(2, 0, "a", "1"),
                heading(1, 1, "Week 8"), counts(2, 1, "n", "7"), data(2, 1, "a", "1"), data(2, 1, "b", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 5)))).containsExactly(List.of(0, 1, 2, 3),
                List.of(-1, 4, 5, 6, 7));
    }

    private static TableRow counts(int indent, int block, String label, String value) {
        return new TableRow(TableRow.Kind.DATA, indent, block, TableRow.Part.COUNTS, data(indent, block, label, value).cells());
    }

    /// A label of two lines over a heading of the same block: the second line has no room beside that.
    @Test
    void headingIsNoRowOfTheLabelAboveIt() {
        Table table = table(heading(0, 0, "Not met"), data(1, 0, "FSGS in the biopsy", "1"), heading(1, 0, "Met"),
                data(1, 0, "a", "1"));
        assertThat(new RowGroups(table).labelsNext(1)).isFalse();
    }

    @Test
    void innerHeadingIsRepeatedWithTheBlocks() {
        Table table = table(heading(0, 0, "H"), heading(1, 0, "inner"), data(2, 0, "a", "1"), data(2, 0, "b", "1"),
                data(2, 0, "c", "1"),
                heading(1, 0, "inner 2"), data(2, 0, "d", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 4)))).containsExactly(List.of(0, 1, 2, 3),
                List.of(-2, 4, 5, 6));
    }

    @Test
    void blockUnderARowOfAnotherBlockBeginsItsPageUnderThatRow() {
        Table table = table(data(0, 0, "class", "9"), data(1, 1, "term", "5"), data(2, 1, "grade 1", "2"),
                data(1, 2, "term 2", "4"),
                data(2, 2, "grade 1", "4"), data(0, 3, "class 2", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 4)))).containsExactly(List.of(0, 1, 2),
                List.of(-1, 3, 4, 5));
    }

    @Test
    void flatBlockGoesOnWithoutRepeatingARow() {
        Table table = table(data(0, 0, "a", "1"), data(0, 0, "b", "1"), data(0, 0, "c", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 2)))).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void rowThatExplainsTheOneAboveIsNeverPartedFromIt() {
        List<TableRow> rows = new ArrayList<>(List.of(heading(0, 0, "H")));
        for (int i = 0; i < 6; i++) {
            rows.add(data(1, 0, "estimate", "1"));
            rows.add(new TableRow(TableRow.Kind.DATA, 1, 0, true, data(1, 0, "interval", "1").cells()));
        }
        Table table = table(rows.toArray(TableRow[]::new));
        for (int height = 3; height < 14; height++) {
            for (Page page : Paginator.paginate(table, ones(table), new Room(20, height))) {
                Placed first = page.rows().stream().filter(placed -> !placed.repeated()).findFirst().orElseThrow();
                assertThat(table.rows().get(first.row()).explains()).as("height %d", height).isFalse();
            }
        }
    }

    @Test
    void rowThatStandsOverTheNextIsNotLastOnAPage() {
        Table nested = table(heading(0, 0, "H"), data(1, 0, "class", "9"), data(2, 0, "mild", "5"), data(2, 0, "severe", "2"),
                data(1, 0, "class 2", "4"), data(2, 0, "mild", "4"), data(1, 0, "class 3", "1"));
        assertThat(rows(Paginator.paginate(nested, ones(nested), new Room(20, 5)))).containsExactly(List.of(0, 1, 2, 3),
                List.of(-1, 4, 5, 6));
        Table twoVisits = table(heading(0, 0, "H"), data(1, 0, "arm", "9"), data(1, 0, "", "5"), data(1, 0, "arm 2", "2"),
                data(1, 0, "", "4"), data(1, 0, "", "4"));
        assertThat(rows(Paginator.paginate(twoVisits, ones(twoVisits), new Room(20, 4)))).containsExactly(List.of(0, 1, 2),
                List.of(-1, 3, 4, 5));
    }

    @Test
    void lastPageHoldsThreeRows() {
        Table table = table(IntStream.range(0, 7).mapToObj(block -> data(0, block, "r", "1")).toArray(TableRow[]::new));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 6)))).containsExactly(List.of(0, 1, 2, 3),
                List.of(4, 5, 6));
        Table one = blocks(12);
        assertThat(rows(Paginator.paginate(one, ones(one), new Room(20, 11)))).containsExactly(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), List.of(-1, 9, 10, 11));
    }

    @Test
    void longBlockIsPartedRatherThanMuchOfAPageLeftEmpty() {
        Table table = blocks(12, 14, 1);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 20)))).containsExactly(
                IntStream.range(0, 20).boxed().toList(), List.of(-13, 20, 21, 22, 23, 24, 25, 26));
        Table full = blocks(15, 14, 1);
        assertThat(rows(Paginator.paginate(full, ones(full), new Room(20, 20))).getFirst()).hasSize(15);
        Table last = blocks(12, 14);
        assertThat(rows(Paginator.paginate(last, ones(last), new Room(20, 20))).getFirst()).hasSize(12);
        Measures silent = new Measures(List.of(10.0, 10.0), Collections.nCopies(27, 1), over -> 0, 1, 0, 0, 0, 1);
        assertThat(rows(Paginator.paginate(table, silent, new Room(20, 20))).getFirst()).hasSize(12);
    }

    /// A system with visits of four arms each: a visit stays whole while no more than half of a page is left empty.
    @Test
    void longBlockIsPartedBetweenItsPartsUnlessHalfOfAPageWereLeftEmpty() {
        List<TableRow> rows = new ArrayList<>();
        rows.addAll(List.of(block(0, 10)));
        rows.add(heading(0, 1, "system"));
        for (int visit = 0; visit < 3; visit++) {
            rows.add(heading(1, 1, "visit"));
            IntStream.range(0, 4).forEach(arm -> rows.add(data(2, 1, "arm", "1")));
        }
        rows.addAll(List.of(block(2, 2)));
        Table table = table(1, List.of("", ""), rows);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 20))).getFirst()).hasSize(16);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 21))).getFirst()).hasSize(21);
        rows.subList(0, 1).clear();
        Table whole = table(1, List.of("", ""), rows);
        assertThat(rows(Paginator.paginate(whole, ones(whole), new Room(20, 14)))).startsWith(
                IntStream.range(0, 9).boxed().toList());
    }

    /// A block higher than a page, whose arms have three rows each: the second and third go on without a label.
    @Test
    void rowsThatGoOnWithoutALabelStayWithTheirs() {
        List<TableRow> rows = new ArrayList<>(List.of(heading(0, 0, "parameter")));
        for (int arm = 0; arm < 4; arm++) {
            rows.addAll(List.of(data(1, 0, "arm", "1"), data(1, 0, "", "2"), data(1, 0, "", "3")));
        }
        Table table = table(1, List.of("", ""), rows);
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 9)))).containsExactly(
                IntStream.range(0, 7).boxed().toList(), List.of(-1, 7, 8, 9, 10, 11, 12));
    }

    /// Two subjects of five rows each.
    @ParameterizedTest
    @CsvSource({"7, 7", "6, 5"})
    void aListingIsPartedWithinASubjectButNotBehindItsFirstRowNorBeforeItsLast(int height, int firstOfNext) {
        List<TableRow> rows = IntStream.range(0, 10).mapToObj(i -> data(0, i / 5, "subject", "1")).toList();
        Listing listing = new Listing("l", "", "L", "", table(1, List.of("", ""), rows).columns(), 1, rows, List.of(),
                PageLayout.DEFAULT);
        List<Integer> lines = Collections.nCopies(10, 1);
        Measures measures = new Measures(List.of(10.0, 10.0), lines, over -> 1, 1, 0, 0, 0, 1);
        assertThat(rows(Paginator.paginate(listing, measures, new Room(20, height)))).containsExactly(
                IntStream.range(0, firstOfNext).boxed().toList(), IntStream.range(firstOfNext, 10).boxed().toList());
    }

    /// A system organ class with its grades is a block over those of its terms.
    @Test
    void blockThatStandsOverTheNextStaysWithIt() {
        Table table = table(data(0, 0, "class 1", "1"), data(1, 0, "grade", "1"), data(1, 1, "term", "1"),
                data(2, 1, "grade", "1"),
                data(0, 2, "class 2", "1"), data(1, 2, "grade", "1"), data(1, 3, "term", "1"), data(2, 3, "grade", "1"),
                data(1, 4, "term", "1"), data(2, 4, "grade", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 7))))
                .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7, 8, 9));
    }

    @Test
    void headingInABlockOfItsOwnStaysWithTheNextBlock() {
        Table table = table(data(0, 0, "a", "1"), data(0, 1, "b", "1"), heading(0, 2, "H"), data(0, 3, "c", "1"));
        assertThat(rows(Paginator.paginate(table, ones(table), new Room(20, 3)))).containsExactly(List.of(0, 1), List.of(2, 3));
    }

    @Test
    void rowHigherThanAPageIsBrokenBetweenItsLines() {
        Table table = table(data(0, 0, "a", "1"), data(0, 1, "high", "1"), data(0, 2, "b", "1"));
        List<Integer> lines = List.of(1, 11, 1);
        Measures measures = new Measures(List.of(10.0, 10.0), lines, over -> 1, 1, 0, 0, 0, 1);
        List<Placed> placed = Paginator.paginate(table, measures, new Room(20, 5)).stream().flatMap(page -> page.rows().stream())
                .toList();
        assertThat(placed).containsExactly(row(0, 0, 1), row(1, 0, 4), row(1, 4, 9), row(1, 9, 11), row(2, 0, 1));
    }

    @Test
    void wideTableIsSplitByColumnsWithTheStubRepeated() {
        Table table = table(1, List.of("", "", "", "", ""), List.of(data(0, 0, "a"), data(0, 1, "b")));
        List<Page> pages = Paginator.paginate(table, ones(table), new Room(30, 1));
        assertThat(pages).extracting(Page::columns).containsExactly(List.of(0, 1, 2), List.of(0, 3, 4), List.of(0, 1, 2),
                List.of(0, 3, 4));
        assertThat(pages).extracting(Page::repeatedColumns).containsExactly(0, 1, 0, 1);
        assertThat(rows(pages)).containsExactly(List.of(0), List.of(0), List.of(1), List.of(1));
    }

    @Test
    void columnsUnderOneSpanStayTogether() {
        Table table = table(1, List.of("", "A", "A", "B", "B"), List.of(data(0, 0, "a")));
        assertThat(Paginator.paginate(table, ones(table), new Room(40, 9))).extracting(Page::columns)
                .containsExactly(List.of(0, 1, 2), List.of(0, 3, 4));
    }

    @Test
    void columnWiderThanThePageHasASliceOfItsOwn() {
        Table table = table(1, List.of("", "", "", ""), List.of(data(0, 0, "a")));
        Measures measures = new Measures(List.of(5.0, 5.0, 50.0, 5.0), List.of(1), over -> 1, 1, 0, 0, 0, 1);
        assertThat(Paginator.paginate(table, measures, new Room(20, 9))).extracting(Page::columns).containsExactly(List.of(0, 1),
                List.of(0, 2),
                List.of(0, 3));
    }

    @Test
    void closingLinesThatDoNotFitHavePagesOfTheirOwn() {
        Table table = blocks(3);
        Measures measures = new Measures(List.of(10.0, 10.0), List.of(1, 1, 1), over -> 1, 1, 0, 0, 7, 1);
        List<Page> pages = Paginator.paginate(table, measures, new Room(20, 5));
        assertThat(pages).extracting(Page::fromClosing).containsExactly(0, 0, 5);
        assertThat(pages).extracting(Page::toClosing).containsExactly(0, 5, 7);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCellIsPrintedOnceInOrder(int seed) {
        Random random = new Random(seed);
        Table table = randomTable(random);
        Measures measures = randomMeasures(random, table);
        List<Page> pages = Paginator.paginate(table, measures, new Room(20 + random.nextInt(60), 4 + random.nextInt(30)));
        Map<String, Integer> printed = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        int closing = 0;
        for (Page page : pages) {
            for (Placed placed : page.rows()) {
                if (!placed.repeated()) {
                    order.add(placed.row());
                    for (int column : page.columns().subList(page.repeatedColumns(), page.columns().size())) {
                        for (int line = placed.fromLine(); line < placed.toLine(); line++) {
                            printed.merge(placed.row() + "/" + column + "/" + line, 1, Integer::sum);
                        }
                    }
                }
            }
            assertThat(page.fromClosing()).isEqualTo(page.toClosing() > page.fromClosing() ? closing : page.fromClosing());
            closing += page.toClosing() - page.fromClosing();
        }
        int cells = measures.lines().stream().mapToInt(Integer::intValue).sum() * table.columns().size();
        assertThat(printed).hasSize(cells).allSatisfy((cell, times) -> assertThat(times).isEqualTo(1));
        assertThat(new LinkedHashSet<>(order))
                .containsExactlyElementsOf(IntStream.range(0, table.rows().size()).boxed().toList());
        assertThat(closing).isEqualTo(measures.closingLines());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pagesKeepToTheirHeightAndHeadingsAreNotLast(int seed) {
        Random random = new Random(seed);
        Table table = randomTable(random);
        Measures measures = randomMeasures(random, table);
        double height = 20 + random.nextInt(30);
        List<Page> pages = Paginator.paginate(table, measures, new Room(200, height));
        for (Page page : pages) {
            double used = page.rows().stream()
                    .mapToDouble(placed -> placed.gap() + (placed.toLine() - placed.fromLine()) + measures.rowGap()).sum();
            assertThat(used).isLessThanOrEqualTo(height + 1e-6);
            if (!page.rows().isEmpty()) {
                int last = page.rows().getLast().row();
                boolean end = last == table.rows().size() - 1;
                assertThat(end || table.rows().get(last).kind() != TableRow.Kind.HEADING
                        || longRunOfHeadings(table, measures, last, height))
                        .as("a heading is last on a page").isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocksThatFitAPageAreOnOnePageUnlessMuchOfAPageStayedEmpty(int seed) {
        Random random = new Random(seed);
        Table table = randomTable(random);
        Measures measures = randomMeasures(random, table);
        double height = 20 + random.nextInt(30);
        Map<Integer, Set<Integer>> pagesOfBlock = new HashMap<>();
        List<Page> pages = Paginator.paginate(table, measures, new Room(200, height));
        for (int page = 0; page < pages.size(); page++) {
            for (Placed placed : pages.get(page).rows()) {
                pagesOfBlock.computeIfAbsent(table.rows().get(placed.row()).block(), block -> new LinkedHashSet<>()).add(page);
            }
        }
        for (Map.Entry<Integer, Set<Integer>> block : pagesOfBlock.entrySet()) {
            List<Integer> own = IntStream.range(0, table.rows().size())
                    .filter(row -> table.rows().get(row).block() == block.getKey()).boxed().toList();
            double needed = own.stream().mapToDouble(row -> measures.lines().get(row) + measures.rowGap()).sum();
            boolean afterHeading = own.getFirst() > 0 && table.rows().get(own.getFirst() - 1).kind() == TableRow.Kind.HEADING;
            if (needed <= height && !afterHeading && table.rows().get(own.getLast()).kind() != TableRow.Kind.HEADING) {
                Page first = pages.get(block.getValue().iterator().next());
                double before = first.rows().stream().takeWhile(placed -> placed.row() != own.getFirst())
                        .mapToDouble(placed -> placed.gap() + (placed.toLine() - placed.fromLine()) + measures.rowGap()).sum();
                boolean endsTable = own.getLast() >= table.rows().size() - 3;
                boolean isLong = own.size() >= 8 && before < height * 0.75 && own.getLast() < table.rows().size() - 1;
                assertThat(block.getValue().size() == 1 || before <= height * 0.2 || endsTable || isLong)
                        .as("pages of block %d: %s", block.getKey(), block.getValue()).isTrue();
            }
        }
    }

    /// Headings that fill a page by themselves leave no choice.
    private static boolean longRunOfHeadings(Table table, Measures measures, int last, double height) {
        double run = 0;
        for (int row = last + 1; row >= 0 && (row > last || table.rows().get(row).kind() == TableRow.Kind.HEADING); row--) {
            run += measures.lines().get(row) + measures.rowGap() + measures.blockGap();
        }
        return run > height / 2;
    }

    private static Table randomTable(Random random) {
        List<TableRow> rows = new ArrayList<>();
        int blocks = 1 + random.nextInt(8);
        for (int block = 0; block < blocks; block++) {
            int size = 1 + random.nextInt(random.nextInt(3) == 0 ? 40 : 6);
            for (int i = 0; i < size; i++) {
                boolean heading = i == 0 ? random.nextBoolean() : i < size - 1 && random.nextInt(8) == 0;
                int indent = i == 0 ? 0 : heading ? 1 : 1 + random.nextInt(2);
                rows.add(heading ? heading(indent, block, "H") : data(indent, block, "r", "1"));
            }
        }
        int columns = 1 + random.nextInt(8);
        List<String> spans = IntStream.range(0, columns).mapToObj(i -> i == 0 || random.nextBoolean() ? "" : "S" + i / 3)
                .toList();
        return table(random.nextInt(Math.min(3, columns + 1)), spans, rows);
    }

    private static Measures randomMeasures(Random random, Table table) {
        int high = random.nextInt(4) == 0 ? 60 : 3;
        List<Integer> lines = table.rows().stream().map(row -> row.kind() == TableRow.Kind.HEADING ? 1 : 1 + random.nextInt(high))
                .toList();
        List<Double> widths = table.columns().stream().map(column -> 5.0 + random.nextInt(25)).toList();
        return new Measures(widths, lines, over -> 1 + over.size() / 2, 1, random.nextInt(2) * 0.25,
                random.nextInt(2) * 0.5,
                random.nextInt(12), 1);
    }
}
