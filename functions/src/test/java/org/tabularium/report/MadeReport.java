package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// A report made in this process by the calls that the command line makes, its files read back by libraries that are not ours.
record MadeReport(Report report, ResultRecords results) {

    private static final Map<String, MadeReport> TEST_DATA = new ConcurrentHashMap<>();

    /// The report of a study of `test-data`, made once.
    static MadeReport ofTestData(String study) {
        return TEST_DATA.computeIfAbsent(study, s -> of(Places.testData(s)));
    }

    /// The report of a study's folder.
    static MadeReport of(Path folder) {
        try {
            Report report = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT,
                    Progress.NONE);
            return new MadeReport(report, ResultRecords.of(requireNonNull(report.files().get("results.json"))));
        } catch (RejectedException e) {
            throw new AssertionError(folder + " is rejected: " + e.findings(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] file(String name) {
        return requireNonNull(report.files().get(name), () -> name + " is not among " + report.files().keySet());
    }

    String csv(String table) {
        return new String(file("tables/" + table + ".csv"), StandardCharsets.UTF_8);
    }

    /// The displayed rows of a table, the header line first, without indentation.
    List<List<String>> rows(String table) {
        return Csv.rows(csv(table)).stream().map(row -> row.stream().map(String::strip).toList()).toList();
    }

    /// Every cell's text, row by row, of the workbook's sheet at `index`.
    List<List<String>> sheet(String file, int index) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file(file)));
                var rows = workbook.getSheet(index).orElseThrow().openStream()) {
            return rows.map(MadeReport::texts).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : text(cell)).toList();
    }

    /// What the cell shows: its text, or its number with the decimals of its format.
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText() == null ? "" : cell.getText();
        }
        String format = requireNonNullElse(cell.getDataFormatString(), "General");
        if (format.equals("General")) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        int point = format.indexOf('.');
        return cell.asNumber().setScale(point < 0 ? 0 : format.length() - point - 1, RoundingMode.HALF_UP).toPlainString();
    }

    String pdf(String file) {
        return pdfText(file(file));
    }

    /// The text of a PDF file as a reader copies it.
    static String pdfText(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
