package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.ContentTypes;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;

/// A workbook whose bytes follow from its content: the parts that POI made, packed by the Open Packaging Conventions (ECMA-376,
/// part 2) in the order of their names and with fixed times.
///
/// POI's own way of saving puts the clock into the package and runs an XSLT transformer for each small part, which takes longer
/// than all the rest of a small workbook. Its names of ranges go through the parser of formulas; ours are references already.
final class FixedWorkbook extends XSSFWorkbook {

    /// Given as local time, so that the time zone does not matter.
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String CORE = "docProps/core.xml";

    private final Map<PackagePart, SheetRows> rows = new HashMap<>();

    /// The rows of a sheet, which stand in its part when it is written.
    void rows(XSSFSheet sheet, SheetRows itsRows) {
        rows.put(sheet.getPackagePart(), itsRows);
    }

    /// Names a range of a sheet, such as what is repeated on every printed page.
    ///
    /// @param hidden whether the name is none of the reader's business
    void name(String name, XSSFSheet sheet, String reference, boolean hidden) {
        CTWorkbook workbook = getCTWorkbook();
        CTDefinedName defined = (workbook.isSetDefinedNames() ? workbook.getDefinedNames() : workbook.addNewDefinedNames())
                .addNewDefinedName();
        defined.setName(name);
        defined.setLocalSheetId(getSheetIndex(sheet));
        defined.setStringValue(Sheet.quoted(sheet.getSheetName()) + "!" + reference);
        if (hidden) {
            defined.setHidden(true);
        }
    }

    /// Writes the part as it is: POI would take our names out.
    @Override
    protected void commit() throws IOException {
        XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        options.setSaveSyntheticDocumentElement(new QName(CTWorkbook.type.getName().getNamespaceURI(), "workbook"));
        try (OutputStream out = getPackagePart().getOutputStream()) {
            getCTWorkbook().save(out, options);
        }
    }

    /// Writes the workbook with the title, author and date of its properties; does not close the stream.
    void write(OutputStream out, String title, String author, LocalDate date) throws IOException {
        onSave(new HashSet<>());
        try {
            Map<String, PackagePart> parts = new TreeMap<>();
            for (PackagePart part : getPackage().getParts()) {
                if (!part.isRelationshipPart() && !part.getContentType().equals(ContentTypes.CORE_PROPERTIES_PART)) {
                    parts.put(part.getPartName().getName(), part);
                }
            }
            ZipOutputStream zip = new ZipOutputStream(out);
            entry(zip, "[Content_Types].xml", contentTypes(parts));
            entry(zip, "_rels/.rels", roots());
            entry(zip, CORE, coreProperties(title, author, date));
            for (Map.Entry<String, PackagePart> part : parts.entrySet()) {
                begin(zip, part.getKey().substring(1));
                content(part.getValue(), zip);
                zip.closeEntry();
                if (part.getValue().hasRelationships()) {
                    String name = PackagingURIHelper.getRelationshipPartName(part.getValue().getPartName()).getName();
                    entry(zip, name.substring(1), relationships(part.getValue()));
                }
            }
            zip.finish();
            zip.flush();
        } catch (InvalidFormatException e) {
            throw new IOException("The workbook's parts are inconsistent", e);
        }
    }

    /// Lets the package go. POI's own closing would save it once more, into a stream that nobody reads.
    @Override
    public void close() {
        getPackage().revert();
    }

    private void content(PackagePart part, OutputStream out) throws IOException {
        SheetRows itsRows = rows.get(part);
        try (InputStream in = part.getInputStream()) {
            if (itsRows == null) {
                in.transferTo(out);
            } else {
                itsRows.writeInto(in.readAllBytes(), out);
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        begin(zip, name);
        zip.write((DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static String contentTypes(Map<String, PackagePart> parts) {
        StringBuilder xml = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        xml.append("<Default Extension=\"rels\" ContentType=\"").append(ContentTypes.RELATIONSHIPS_PART).append("\"/>");
        xml.append("<Default Extension=\"xml\" ContentType=\"").append(ContentTypes.PLAIN_OLD_XML).append("\"/>");
        override(xml, "/" + CORE, ContentTypes.CORE_PROPERTIES_PART);
        parts.forEach((name, part) -> override(xml, name, part.getContentType()));
        return xml.append("</Types>").toString();
    }

    private static void override(StringBuilder xml, String name, String type) {
        xml.append("<Override PartName=\"").append(escaped(name)).append("\" ContentType=\"").append(escaped(type))
                .append("\"/>");
    }

    private String roots() {
        StringBuilder xml = relationshipsStart();
        String workbook = getPackagePart().getPartName().getName().substring(1);
        relationship(xml, "rId1", PackageRelationshipTypes.CORE_DOCUMENT, workbook, false);
        relationship(xml, "rId2", PackageRelationshipTypes.CORE_PROPERTIES, CORE, false);
        return xml.append("</Relationships>").toString();
    }

    private static String relationships(PackagePart part) throws InvalidFormatException {
        StringBuilder xml = relationshipsStart();
        for (PackageRelationship relationship : part.getRelationships()) {
            boolean external = relationship.getTargetMode() == TargetMode.EXTERNAL;
            URI target = external
                    ? relationship.getTargetURI()
                    : PackagingURIHelper.relativizeURI(part.getPartName().getURI(), relationship.getTargetURI(), true);
            relationship(xml, relationship.getId(), relationship.getRelationshipType(), target.toString(), external);
        }
        return xml.append("</Relationships>").toString();
    }

    private static StringBuilder relationshipsStart() {
        return new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    }

    private static void relationship(StringBuilder xml, String id, String type, String target, boolean external) {
        xml.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(type).append("\" Target=\"")
                .append(escaped(target))
                .append(external ? "\" TargetMode=\"External\"/>" : "\"/>");
    }

    private static String coreProperties(String title, String author, LocalDate date) {
        return """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dcterms:created xsi:type="dcterms:W3CDTF">%2$sT00:00:00Z</dcterms:created>\
                <dc:creator>%3$s</dc:creator>\
                <cp:lastModifiedBy>Tabularium</cp:lastModifiedBy>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">%2$sT00:00:00Z</dcterms:modified>\
                <dc:title>%1$s</dc:title></cp:coreProperties>""".formatted(escaped(title), date, escaped(author));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
