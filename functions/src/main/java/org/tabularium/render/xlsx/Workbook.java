package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of SpreadsheetML (ECMA-376, part 1) packed by the Open Packaging Conventions (part 2). Its bytes follow from its
/// content: parts in a fixed
/// order, with fixed times.
final class Workbook {

    /// The namespace of SpreadsheetML.
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /// Given as local time, so that the time zone does not matter.
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int ROW_HEIGHT = 15;

    private final SharedTexts texts = new SharedTexts();
    private final Styles styles = new Styles();
    private final List<Sheet> sheets = new ArrayList<>();

    Styles styles() {
        return styles;
    }

    /// Adds a sheet behind the others.
    ///
    /// @param name from [SheetNames]
    Sheet sheet(String name) {
        Sheet sheet = new Sheet(name, texts);
        sheets.add(sheet);
        return sheet;
    }

    /// Writes the workbook with the title and date of its properties; does not close the stream.
    void write(OutputStream out, String title, LocalDate date) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        part(zip, "[Content_Types].xml", contentTypes());
        part(zip, "_rels/.rels", Xml.DECLARATION + "<Relationships xmlns=\"" + RELATIONSHIPS + "\">"
                + relationship(1, OFFICE + "/officeDocument", "xl/workbook.xml")
                + relationship(2, RELATIONSHIPS + "/metadata/core-properties", "docProps/core.xml") + "</Relationships>");
        part(zip, "docProps/core.xml", coreProperties(title, date));
        part(zip, "xl/workbook.xml", workbook());
        part(zip, "xl/_rels/workbook.xml.rels", workbookRelationships());
        part(zip, "xl/styles.xml", styles.xml());
        part(zip, "xl/sharedStrings.xml", texts.xml());
        for (int i = 0; i < sheets.size(); i++) {
            part(zip, "xl/" + target(i), sheets.get(i).xml(ROW_HEIGHT));
        }
        zip.finish();
        zip.flush();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String target(int sheet) {
        return "worksheets/sheet" + (sheet + 1) + ".xml";
    }

    private String contentTypes() {
        StringBuilder xml = new StringBuilder(Xml.DECLARATION).append("<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        type(xml, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        type(xml, "xl/workbook.xml", SHEET_TYPES + "sheet.main+xml");
        type(xml, "xl/styles.xml", SHEET_TYPES + "styles+xml");
        type(xml, "xl/sharedStrings.xml", SHEET_TYPES + "sharedStrings+xml");
        for (int i = 0; i < sheets.size(); i++) {
            type(xml, "xl/" + target(i), SHEET_TYPES + "worksheet+xml");
        }
        return xml.append("</Types>").toString();
    }

    private static void type(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"/").append(part).append("\" ContentType=\"").append(type).append("\"/>");
    }

    private static String relationship(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private String workbookRelationships() {
        StringBuilder xml = new StringBuilder(Xml.DECLARATION).append("<Relationships xmlns=\"" + RELATIONSHIPS + "\">");
        for (int i = 0; i < sheets.size(); i++) {
            xml.append(relationship(i + 1, OFFICE + "/worksheet", target(i)));
        }
        return xml.append(relationship(sheets.size() + 1, OFFICE + "/styles", "styles.xml"))
                .append(relationship(sheets.size() + 2, OFFICE + "/sharedStrings", "sharedStrings.xml"))
                .append("</Relationships>").toString();
    }

    private String workbook() {
        StringBuilder xml = new StringBuilder(Xml.DECLARATION).append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><bookViews><workbookView/></bookViews><sheets>");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            xml.append("<sheet name=\"");
            Xml.text(xml, sheet.name());
            xml.append("\" sheetId=\"").append(i + 1).append("\" r:id=\"rId").append(i + 1).append("\"/>");
            if (sheet.repeatedRows() > 0) {
                names.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"").append(i).append("\">");
                Xml.text(names, Sheet.quoted(sheet.name()));
                names.append("!$1:$").append(sheet.repeatedRows()).append("</definedName>");
            }
        }
        xml.append("</sheets>");
        if (!names.isEmpty()) {
            xml.append("<definedNames>").append(names).append("</definedNames>");
        }
        return xml.append("</workbook>").toString();
    }

    private static String coreProperties(String title, LocalDate date) {
        return Xml.DECLARATION + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + date + "T00:00:00Z</dcterms:created>"
                + "<dc:creator>Tabularium</dc:creator><cp:lastModifiedBy>Tabularium</cp:lastModifiedBy>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + date + "T00:00:00Z</dcterms:modified>"
                + "<dc:title>" + Xml.escaped(title) + "</dc:title></cp:coreProperties>";
    }
}
