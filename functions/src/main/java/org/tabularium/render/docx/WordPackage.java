package org.tabularium.render.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.tabularium.render.office.FixedPackage;

/// The package of a Word document, by POI: its main part, whose text is written when the package is, and the parts that it refers
/// to. A chart is such a part too.
final class WordPackage implements AutoCloseable {

    private static final String MAIN = "/word/document.xml";

    private final OPCPackage office;
    private final PackagePart main;
    private final Map<String, String> known = new HashMap<>();
    private int made;

    WordPackage(Styles styles) throws IOException {
        office = OPCPackage.create(new ByteArrayOutputStream());
        main = create(MAIN, XWPFRelation.DOCUMENT.getContentType());
        office.addRelationship(main.getPartName(), TargetMode.INTERNAL, PackageRelationshipTypes.CORE_DOCUMENT);
        add(XWPFRelation.STYLES, "/word/styles.xml", styles.part());
        add(XWPFRelation.SETTINGS, "/word/settings.xml", Styles.resource("settings.xml"));
    }

    /// Adds what stands above or below pages, once for each text; gives the relationship's id.
    String header(XWPFRelation kind, String xml) throws IOException {
        String id = known.get(xml);
        if (id == null) {
            made++;
            String name = kind.getDefaultFileName().replace("#", Integer.toString(made));
            id = add(kind, name, xml.getBytes(StandardCharsets.UTF_8));
            known.put(xml, id);
        }
        return id;
    }

    /// Adds a part that the document refers to; gives the relationship's id.
    private String add(XWPFRelation kind, String name, byte[] content) throws IOException {
        PackagePart part = create(name, kind.getContentType());
        try (OutputStream out = part.getOutputStream()) {
            out.write(content);
        }
        return main.addRelationship(part.getPartName(), TargetMode.INTERNAL, kind.getRelation()).getId();
    }

    private PackagePart create(String name, String type) throws IOException {
        try {
            return office.createPart(PackagingURIHelper.createPartName(name), type);
        } catch (InvalidFormatException e) {
            throw new IOException("The package cannot have a part " + name, e);
        }
    }

    /// The text of the main part.
    @FunctionalInterface
    interface Text {

        void writeTo(Markup markup) throws IOException;
    }

    /// Writes the package; does not close the stream.
    void write(OutputStream out, FixedPackage.Properties properties, Text text) throws IOException {
        FixedPackage.write(office, main, properties, Map.of(main, (to, part) -> {
            Markup markup = new Markup(to);
            text.writeTo(markup);
            markup.flush();
        }), out);
    }

    /// Lets the package go without saving it once more.
    @Override
    public void close() {
        office.revert();
    }
}
