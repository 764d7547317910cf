package org.tabularium.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook's bytes, part by part, for what no library would write.
public final class XlsxBytes {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public XlsxBytes() {
        part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        part("xl/workbook.xml", "<workbook><sheets><sheet name=\"ADSL\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", "<Relationships>" + relationship(1, "worksheet", "worksheets/sheet1.xml")
                + relationship(2, "sharedStrings", "sharedStrings.xml") + relationship(3, "styles", "/xl/styles.xml")
                + "</Relationships>");
        strings("");
        formats(List.of());
    }

    public static String relationships(String type, String target) {
        return "<Relationships>" + relationship(1, type, target) + "</Relationships>";
    }

    private static String relationship(int number, String type, String target) {
        return "<Relationship Id=\"r" + number + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type
                + "\" Target=\"" + target + "\"/>";
    }

    public XlsxBytes part(String name, String xml) {
        return part(name, xml, StandardCharsets.UTF_8);
    }

    public XlsxBytes part(String name, String xml, Charset charset) {
        parts.put(name, xml.getBytes(charset));
        return this;
    }

    public XlsxBytes without(String name) {
        parts.remove(name);
        return this;
    }

    public XlsxBytes sheet(String xml) {
        return part("xl/worksheets/sheet1.xml", "<worksheet>" + xml + "</worksheet>");
    }

    /// Items of the shared strings, as XML.
    public XlsxBytes strings(String items) {
        return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    /// Number formats of the styles 1, 2, …
    public XlsxBytes formats(List<String> formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            own.append("<numFmt numFmtId=\"").append(164 + i).append("\" formatCode=\"")
                    .append(formats.get(i).replace("\"", "&quot;"))
                    .append("\"/>");
            cells.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
        }
        return part("xl/styles.xml",
                "<styleSheet><numFmts>" + own + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
