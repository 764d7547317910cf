package org.tabularium.render.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabularium.render.SampleTables.data;
import static org.tabularium.render.SampleTables.heading;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

@Shows(Requirement.FILES_VALID)
class CsvRendererTest {

    private static String csv(Table table) {
        return new String(Rendered.bytes(new CsvRenderer(CsvKind.PLAIN), SampleTables.single(table)), StandardCharsets.UTF_8);
    }

    private static Table table(List<TableColumn> columns, TableRow... rows) {
        return new Table("t", "", "Title", "", columns, 1, List.of(rows), List.of("A footnote"), PageLayout.DEFAULT);
    }

    @Test
    void headersAreOneLineWithBreaksAsSpacesAndNothingAfterAHyphen() {
        assertThat(csv(SampleTables.caseSeries()).lines().findFirst())
                .contains("ID,Age,Gender,Duration of Disease (Years),Kidney biopsy,Dose,CRS,"
                        + "Follow up period(M),SLEDAI-2K Baseline,SLEDAI-2K at present");
    }

    @Test
    void spanningHeaderStandsBeforeTheColumnsOwn() {
        assertThat(csv(SampleTables.baseline()).lines().findFirst())
                .contains(",Placebo (N=86),Xanomeline Low Dose (N=84),Xanomeline High Dose (N=84),Total (N=254)");
    }

    @Test
    void labelsAreIndentedByTwoSpacesALevelAndRowsEndWithLineFeed() {
        Table table = table(List.of(new TableColumn("", "", Align.LEFT), new TableColumn("A", "", Align.DECIMAL)),
                heading(0, 1, "Sex"),
                data(1, 1, "Female", "12 (54.5%)"), data(2, 1, "of whom", "3"));
        assertThat(csv(table)).isEqualTo(",A\nSex,\n  Female,12 (54.5%)\n    of whom,3\n");
    }

    @Test
    void messageStandsInTheFirstFieldOfItsRow() {
        assertThat(csv(SampleTables.none()).lines().toList().get(1))
                .isEqualTo("No serious treatment-emergent adverse events were reported.,,,,");
    }

    @Test
    void fieldsAreQuotedOnlyWhereTheyMustBe() {
        Table table = table(List.of(new TableColumn("a", "", Align.LEFT), new TableColumn("b", "", Align.LEFT)),
                data(0, 1, "5, 7", "say \"x\""),
                data(0, 1, "=1+1", "don't; 37·5"));
        assertThat(csv(table)).isEqualTo("a,b\n\"5, 7\",\"say \"\"x\"\"\"\n=1+1,don't; 37·5\n");
    }

    @Test
    void fileForExcelHasAByteOrderMarkLevelsInAColumnAndNoFormula() {
        Table table = table(List.of(new TableColumn("", "", Align.LEFT), new TableColumn("A", "", Align.DECIMAL)),
                heading(0, 1, "Sex"), data(1, 1, "Female", "12 (54.5%)"), data(2, 1, "=1+1", "-3"), data(0, 2, "Größe", "−1"));
        String excel = new String(Rendered.bytes(new CsvRenderer(CsvKind.EXCEL), SampleTables.single(table)),
                StandardCharsets.UTF_8);
        assertThat(excel).isEqualTo("\uFEFFlevel,,A\n0,Sex,\n1,Female,12 (54.5%)\n2,'=1+1,-3\n0,Größe,−1\n");
    }

    @Test
    void anotherReaderFindsEveryCell() {
        Table table = SampleTables.socPt(4, 5);
        List<List<String>> expected = table.rows().stream().map(row -> row.cells().stream().map(Cell::text).toList()).toList();
        List<List<String>> read = CsvReader.builder().ofCsvRecord(csv(table)).stream().skip(1)
                .map(fields -> fields.getFields().stream().map(String::stripLeading).toList()).toList();
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void aFileHoldsOneTable() {
        assertThatThrownBy(() -> Rendered.bytes(new CsvRenderer(CsvKind.PLAIN), SampleTables.report(SampleTables.all())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
