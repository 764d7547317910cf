package org.tabularium.render.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What a workbook says, a line a fact: of each sheet panes, titles repeated in print, widths, merged cells and links, then of each
/// cell that is not empty its place, its value and its format.
final class WorkbookText {

    /// The sheet that the renderer before did not have.
    static final String DATA = "Data";

    private WorkbookText() {}

    static List<String> of(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> {
                if (!sheet.getSheetName().equals(DATA)) {
                    add((XSSFSheet) sheet, lines);
                }
            });
        }
        return lines;
    }

    private static void add(XSSFSheet sheet, List<String> lines) {
        lines.add("sheet " + sheet.getSheetName());
        PaneInformation pane = sheet.getPaneInformation();
        lines.add("panes " + (pane == null ? "none" : pane.getHorizontalSplitTopRow() + " " + pane.getVerticalSplitLeftColumn()));
        lines.add("repeated " + sheet.getRepeatingRows());
        StringBuilder widths = new StringBuilder("widths");
        int columns = 0;
        for (Row row : sheet) {
            columns = Math.max(columns, row.getLastCellNum());
        }
        for (int column = 0; column < columns; column++) {
            widths.append(' ').append(Math.round(sheet.getColumnWidth(column) / 25.6) / 10.0);
        }
        lines.add(widths.toString());
        sheet.getMergedRegions().stream().map(CellRangeAddress::formatAsString).sorted().forEach(m -> lines.add("merged " + m));
        sheet.getHyperlinkList().stream().map(XSSFHyperlink.class::cast)
                .map(link -> "link " + link.getCellRef() + " " + link.getLocation()).sorted().forEach(lines::add);
        for (Row row : sheet) {
            for (Cell cell : row) {
                add(cell, lines);
            }
        }
    }

    private static void add(Cell cell, List<String> lines) {
        boolean number = cell.getCellType() == CellType.NUMERIC;
        String value = number
                ? Double.toString(cell.getNumericCellValue())
                : cell.getStringCellValue().replace("\\", "\\\\").replace("\n", "\\n");
        if (!value.isEmpty()) {
            lines.add(cell.getAddress() + " " + (number ? "n " : "s ") + value + (number
                    ? " | " + cell.getCellStyle().getDataFormatString()
                    : ""));
        }
    }
}
