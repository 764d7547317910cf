package org.tabularium.render.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "/word/document.xml";

    private final OPCPackage office;
    private final PackagePart main;
    private final Map<String, String> known = new HashMap<>();
    private int made;
    private int charts;

    WordPackage(WordBase base) throws IOException {
        office = OPCPackage.create(new ByteArrayOutputStream());
        main = create(MAIN, XWPFRelation.DOCUMENT.getContentType());
        office.addRelationship(main.getPartName(), TargetMode.INTERNAL, PackageRelationshipTypes.CORE_DOCUMENT);
        for (WordBase.Part part : base.parts()) {
            PackagePart made = create(part.name(), part.type());
            write(made, part.content());
            if (!part.relationship().isEmpty()) {
                main.addRelationship(made.getPartName(), TargetMode.INTERNAL, part.relationship());
            }
        }
        for (WordBase.Part part : base.parts()) {
            for (WordBase.Link link : part.links()) {
                part(part.name()).addRelationship(part(link.target()).getPartName(), TargetMode.INTERNAL, link.type(), link.id());
            }
        }
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

    /// The markup of a chart.
    @FunctionalInterface
    interface ChartText {

        /// The markup that refers to its workbook.
        ///
        /// @param external the relationship to the workbook
        String of(String external);
    }

    /// Adds a chart and the workbook with its numbers; gives the relationship's id.
    String chart(ChartText text, byte[] workbook) throws IOException {
        charts++;
        PackagePart chart = create("/word/charts/chart" + charts + ".xml", XWPFRelation.CHART.getContentType());
        PackagePart numbers = create("/word/embeddings/chart" + charts + ".xlsx", XWPFRelation.WORKBOOK.getContentType());
        write(numbers, workbook);
        String external = chart.addRelationship(numbers.getPartName(), TargetMode.INTERNAL,
                XWPFRelation.WORKBOOK.getRelation()).getId();
        write(chart, (DECLARATION + text.of(external)).getBytes(StandardCharsets.UTF_8));
        return main.addRelationship(chart.getPartName(), TargetMode.INTERNAL, XWPFRelation.CHART.getRelation()).getId();
    }

    /// Adds a part that the document refers to; gives the relationship's id.
    private String add(XWPFRelation kind, String name, byte[] content) throws IOException {
        PackagePart part = create(name, kind.getContentType());
        write(part, content);
        return main.addRelationship(part.getPartName(), TargetMode.INTERNAL, kind.getRelation()).getId();
    }

    private static void write(PackagePart part, byte[] content) throws IOException {
        try (OutputStream out = part.getOutputStream()) {
            out.write(content);
        }
    }

    private PackagePart part(String name) throws IOException {
        try {
            return Objects.requireNonNull(office.getPart(PackagingURIHelper.createPartName(name)), name);
        } catch (InvalidFormatException e) {
            throw new IOException("The package cannot have a part " + name, e);
        }
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
