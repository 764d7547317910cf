package org.tabularium.render.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;

/// A sponsor's template, which POI made, decides how documents look.
class WordTemplateTest {

    private static final Document DOCUMENT = SampleTables.single(SampleTables.baseline());

    /// What a template has beside a style for titles and a default style that is called otherwise.
    @FunctionalInterface
    private interface More {

        void add(XWPFDocument template) throws IOException;
    }

    private static byte[] template(XWPFRelation type, More more) throws Exception {
        try (XWPFDocument template = new XWPFDocument()) {
            template.createParagraph().createRun().setText("text of the template");
            style(template, "Standard", "Normal", true);
            style(template, "Titel7", "TFL Title", false);
            more.add(template);
            template.getPackage().replaceContentType(XWPFRelation.DOCUMENT.getContentType(), type.getContentType());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.write(out);
            return out.toByteArray();
        }
    }

    private static void style(XWPFDocument template, String id, String name, boolean isDefault) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (isDefault) {
            style.setDefault(true);
        }
        template.createStyles().addStyle(new XWPFStyle(style));
    }

    private static byte[] template() throws Exception {
        return template(XWPFRelation.TEMPLATE, template -> {
        });
    }

    @Test
    void styleOfTheTemplateIsUsedAndTheOthersAreAdded() throws Exception {
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(template()), DOCUMENT);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getPackagePart().getContentType()).isEqualTo(XWPFRelation.DOCUMENT.getContentType());
            assertThat(read.getParagraphs().getFirst().getStyleID()).isEqualTo("Titel7");
            assertThat(read.getParagraphs().getFirst().getText()).startsWith("Table");
            XWPFStyle note = read.getStyles().getStyle("TFLNote");
            assertThat(note.getName()).isEqualTo("TFL Note");
            assertThat(note.getBasisStyleID()).isEqualTo("Standard");
            List<XmlError> errors = new java.util.ArrayList<>();
            read.getStyle().validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void sameTemplateGivesTheSameBytes() throws Exception {
        byte[] template = template();
        assertThat(Rendered.bytes(DocxRenderer.withTemplate(template), DOCUMENT))
                .isEqualTo(Rendered.bytesElsewhere(DocxRenderer.withTemplate(template), DOCUMENT, "tr", "Asia/Kathmandu"));
    }

    @Test
    void programsAreRefused() throws Exception {
        byte[] template = template(XWPFRelation.MACRO_TEMPLATE_DOCUMENT, more -> {
        });
        assertThatThrownBy(() -> DocxRenderer.withTemplate(template)).isInstanceOf(RefusedTemplateException.class)
                .hasMessageContaining("programs");
    }

    @Test
    void linksToTheOutsideAreRefused() throws Exception {
        byte[] template = template(XWPFRelation.TEMPLATE, more -> more.getPackagePart()
                .addExternalRelationship("https://example.org/", XWPFRelation.HYPERLINK.getRelation()));
        assertThatThrownBy(() -> DocxRenderer.withTemplate(template)).isInstanceOf(RefusedTemplateException.class)
                .hasMessageContaining("https://example.org/");
    }

    @Test
    void largeOnesAndThoseThatAreNoneAreRefused() {
        assertThatThrownBy(() -> DocxRenderer.withTemplate(new byte[DocxRenderer.LARGEST_TEMPLATE + 1]))
                .isInstanceOf(RefusedTemplateException.class).hasMessageContaining("10 MB");
        assertThatThrownBy(() -> DocxRenderer.withTemplate(new byte[]{'P', 'K', 3, 4}))
                .isInstanceOf(RefusedTemplateException.class);
    }

    @Test
    void fontsThatTheTemplateBringsStay() throws Exception {
        byte[] template = template(XWPFRelation.TEMPLATE, more -> {
            try {
                PackagePart fonts = more.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"),
                        XWPFRelation.FONT_TABLE.getContentType());
                fonts.getOutputStream().write(
                        "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                more.getPackagePart().addRelationship(fonts.getPartName(),
                        org.apache.poi.openxml4j.opc.TargetMode.INTERNAL, XWPFRelation.FONT_TABLE.getRelation());
            } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                throw new IOException(e);
            }
        });
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(template), DOCUMENT);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getPackage().getPartsByContentType(XWPFRelation.FONT_TABLE.getContentType())).hasSize(1);
        }
    }
}
