package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.tabularium.render.office.FixedPackage;

/// A workbook whose bytes follow from its content. POI's names of ranges go through the parser of formulas; ours are references
/// already.
final class FixedWorkbook extends XSSFWorkbook {

    /// What stands in a part beside what POI has put into it.
    @FunctionalInterface
    interface Addition {

        /// Writes the part with the addition; does not close the stream.
        ///
        /// @param part as POI has it
        void writeInto(byte[] part, OutputStream out) throws IOException;
    }

    /// What stands in a part in place of what POI would put into it.
    @FunctionalInterface
    interface Replacement {

        /// Writes the part; does not close the stream.
        void writeTo(OutputStream out) throws IOException;
    }

    private final Map<PackagePart, Addition> additions = new HashMap<>();
    private final Map<PackagePart, Replacement> replacements = new HashMap<>();

    /// What is added to a part when it is written.
    void addition(POIXMLDocumentPart part, Addition addition) {
        additions.put(part.getPackagePart(), addition);
    }

    /// What is written in place of a part; POI does not even write it for itself.
    void replacement(POIXMLDocumentPart part, Replacement replacement) {
        replacements.put(part.getPackagePart(), replacement);
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
        try (OutputStream out = getPackagePart().getOutputStream()) {
            getCTWorkbook().save(out, options("workbook"));
        }
    }

    /// How an object of the schemas is written as a part of its own.
    ///
    /// @param root the name of the part's element
    static XmlOptions options(String root) {
        XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        options.setSaveSyntheticDocumentElement(new QName(CTWorkbook.type.getName().getNamespaceURI(), root));
        return options;
    }

    /// Writes the workbook with its properties; does not close the stream.
    void write(OutputStream out, FixedPackage.Properties properties) throws IOException {
        onSave(new HashSet<>(replacements.keySet()));
        Map<PackagePart, FixedPackage.Content> contents = new HashMap<>();
        replacements.forEach((part, replacement) -> contents.put(part, (to, _) -> replacement.writeTo(to)));
        additions.forEach((part, addition) -> contents.put(part, (to, itself) -> {
            try (InputStream in = itself.getInputStream()) {
                addition.writeInto(in.readAllBytes(), to);
            }
        }));
        FixedPackage.write(getPackage(), getPackagePart(), properties, contents, out);
    }

    /// Lets the package go. POI's own closing would save it once more, into a stream that nobody reads.
    @Override
    public void close() {
        getPackage().revert();
    }
}
