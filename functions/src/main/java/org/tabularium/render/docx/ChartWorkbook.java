package org.tabularium.render.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Point;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.render.office.XmlText;

/// The workbook within a chart of Word, in which its numbers can be changed: one column of x and a column a series, each with
/// numbers in its own rows. LibreOffice shows no series whose x stand in a column of their own.
///
/// @param chart whose series have one x
record ChartWorkbook(Chart chart) implements ChartMarkup.Cells {

    private static final String SHEET = "Data";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final Chart.Limits NO_LIMITS = new Chart.Limits(Double.NaN, Double.NaN);
    private static final MathContext DIGITS = new MathContext(6);

    /// The workbook of a chart whose series may have x of their own.
    static ChartWorkbook of(Chart chart) {
        List<List<Double>> xs = chart.series().stream().map(series -> series.points().stream().map(Point::x).toList()).distinct()
                .toList();
        if (xs.size() < 2) {
            return new ChartWorkbook(chart);
        }
        List<Chart.Series> stacked = IntStream.range(0, chart.series().size()).mapToObj(i -> stacked(chart, i)).toList();
        return new ChartWorkbook(new Chart(chart.name(), chart.x(), chart.y(), stacked));
    }

    /// A series with the numbers of all: its own, and none where the others have theirs.
    private static Chart.Series stacked(Chart chart, int own) {
        List<Point> points = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Chart.Limits> limits = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            for (Point point : chart.series().get(i).points()) {
                points.add(i == own ? point : new Point(point.x(), Double.NaN));
            }
            List<String> none = Collections.nCopies(chart.series().get(i).points().size(), "");
            List<Chart.Limits> noLimits = Collections.nCopies(chart.series().get(i).points().size(), NO_LIMITS);
            limits.addAll(i == own ? chart.series().get(i).limits() : noLimits);
            labels.addAll(i == own ? chart.series().get(i).labels() : none);
        }
        Chart.Series of = chart.series().get(own);
        return new Chart.Series(of.name(), of.named(), of.form(), of.look(), points,
                of.labels().isEmpty() ? List.of() : labels, of.limits().isEmpty() ? List.of() : limits, of.ends());
    }

    private int rows() {
        return chart.series().stream().mapToInt(series -> series.points().size()).max().orElse(0);
    }

    @Override
    public String name(int series) {
        return SHEET + "!" + new CellReference(0, series + 1, true, true).formatAsString();
    }

    @Override
    public String x(int series) {
        return range(0);
    }

    @Override
    public String y(int series) {
        return range(series + 1);
    }

    private String range(int column) {
        return SHEET + "!" + new CellReference(1, column, true, true).formatAsString() + ":"
                + new CellReference(Math.max(1, rows()), column, true, true).formatAsString();
    }

    /// The workbook, the same bytes for the same chart.
    byte[] bytes(FixedPackage.Properties properties) throws IOException {
        OPCPackage office = OPCPackage.create(new ByteArrayOutputStream());
        try {
            PackagePart book = office.createPart(PackagingURIHelper.createPartName("/xl/workbook.xml"),
                    XSSFRelation.WORKBOOK.getContentType());
            PackagePart sheet = office.createPart(PackagingURIHelper.createPartName("/xl/worksheets/sheet1.xml"),
                    XSSFRelation.WORKSHEET.getContentType());
            office.addRelationship(book.getPartName(), TargetMode.INTERNAL, PackageRelationshipTypes.CORE_DOCUMENT);
            String id = book.addRelationship(sheet.getPartName(), TargetMode.INTERNAL, XSSFRelation.WORKSHEET.getRelation())
                    .getId();
            write(book, "<workbook xmlns=\"" + NAMESPACE
                    + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\""
                    + SHEET + "\" sheetId=\"1\" r:id=\"" + id + "\"/></sheets></workbook>");
            write(sheet, sheet());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FixedPackage.write(office, book, properties, Map.of(), out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException("A workbook cannot have such a part", e);
        } finally {
            office.revert();
        }
    }

    private static void write(PackagePart part, String xml) throws IOException {
        try (OutputStream out = part.getOutputStream()) {
            out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private String sheet() {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + NAMESPACE + "\"><sheetData><row r=\"1\">");
        text(xml, 0, 0, chart.x().title());
        for (int i = 0; i < chart.series().size(); i++) {
            text(xml, 0, i + 1, chart.series().get(i).name());
        }
        xml.append("</row>");
        for (int row = 0; row < rows(); row++) {
            xml.append("<row r=\"").append(row + 2).append("\">");
            Chart.Series first = chart.series().getFirst();
            if (first.form() == Chart.Form.BARS && !first.labels().isEmpty()) {
                text(xml, row + 1, 0, first.labels().get(row));
            } else {
                number(xml, row, 0, first.points().get(row).x());
            }
            for (int i = 0; i < chart.series().size(); i++) {
                number(xml, row, i + 1, chart.series().get(i).points().get(row).y());
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void text(StringBuilder xml, int row, int column, String text) {
        xml.append("<c r=\"").append(new CellReference(row, column).formatAsString()).append("\" t=\"inlineStr\"><is><t>")
                .append(XmlText.escaped(text)).append("</t></is></c>");
    }

    private static void number(StringBuilder xml, int row, int column, double value) {
        if (!Double.isNaN(value)) {
            xml.append("<c r=\"").append(new CellReference(row + 1, column).formatAsString()).append("\"><v>")
                    .append(new BigDecimal(value).round(DIGITS).toPlainString()).append("</v></c>");
        }
    }
}
