package org.tabularium.render.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Table;

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
            List<XmlError> errors = new ArrayList<>();
            read.getStyle().validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).isEmpty();
        }
    }

    /// Listings, and sizes other than usual, follow the template's styles; those of them that it has decide themselves.
    @Test
    void stylesOfListingsAndSizesFollowThoseOfTheTemplate() throws Exception {
        byte[] template = template(XWPFRelation.TEMPLATE, styles -> {
            style(styles, "Zelle7", "TFL Text", false);
            style(styles, "Kopf7", "TFL Listing 10 pt Head", false);
        });
        Table table = SampleTables.listing(4);
        Listing listing = new Listing(table.id(), table.number(), table.title(), table.population(), table.columns(), 1,
                table.rows(), table.footnotes(),
                new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.LANDSCAPE, 10, PageLayout.USUAL_MARGINS));
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(template), SampleTables.single(listing));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getStyles().getStyle("TFLListingText").getBasisStyleID()).isEqualTo("Zelle7");
            assertThat(read.getStyles().getStyle("TFLListing10ptText").getBasisStyleID()).isEqualTo("TFLListingText");
            assertThat(read.getTables().getFirst().getRow(0).getCell(1).getParagraphArray(0).getStyleID()).isEqualTo("Kopf7");
            assertThat(read.getTables().getFirst().getRow(1).getCell(1).getParagraphArray(0).getStyleID())
                    .isEqualTo("TFLListing10ptText");
        }
    }

    @Test
    void sameTemplateGivesTheSameBytes() throws Exception {
        byte[] template = template();
        assertThat(Rendered.bytes(DocxRenderer.withTemplate(template), DOCUMENT))
                .isEqualTo(Rendered.bytesElsewhere(DocxRenderer.withTemplate(template), DOCUMENT, "tr", "Asia/Kathmandu"));
    }

    /// A landscape letter page with margins of half an inch, and one and a quarter at the side that is bound.
    private static byte[] landscape(int right) throws Exception {
        return template(XWPFRelation.TEMPLATE, template -> {
            CTSectPr section = template.getDocument().getBody().addNewSectPr();
            section.addNewPgSz().setW(15_840);
            section.getPgSz().setH(12_240);
            section.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
            section.addNewPgMar().setTop(1_800);
            section.getPgMar().setBottom(720);
            section.getPgMar().setLeft(720);
            section.getPgMar().setRight(right);
            section.getPgMar().setHeader(700);
            section.getPgMar().setFooter(500);
        });
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        List<CTSectPr> sections = new ArrayList<>();
        document.getParagraphs().stream().map(paragraph -> paragraph.getCTP().getPPr())
                .filter(properties -> properties != null && properties.isSetSectPr())
                .forEach(properties -> sections.add(properties.getSectPr()));
        sections.add(document.getDocument().getBody().getSectPr());
        return sections;
    }

    @Test
    void pagesAndWhatStandsOnThemAreAsLargeAsThoseOfTheTemplate() throws Exception {
        Document report = SampleTables.report(List.of(SampleTables.baseline(), SampleTables.listing(4)));
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(landscape(720)), report);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(sections(read)).hasSizeGreaterThan(2).allSatisfy(section -> {
                assertThat(section.getPgSz().getW()).hasToString("15840");
                assertThat(section.getPgSz().getH()).hasToString("12240");
                assertThat(section.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
                assertThat(section.getPgMar().getTop()).hasToString("1800");
                assertThat(section.getPgMar().getLeft()).hasToString("720");
            });
            int content = 15_840 - 2 * 720;
            assertThat(read.getTables()).isNotEmpty()
                    .allSatisfy(table -> assertThat(table.getWidth()).isBetween(content - 20, content + 20));
            assertThat(
                    read.getParagraphs().stream().map(paragraph -> paragraph.getCTP().getPPr().getTabs()).filter(Objects::nonNull)
                            .map(tabs -> tabs.getTabArray(0)).filter(tab -> tab.getLeader() == STTabTlc.DOT))
                    .hasSize(2)
                    .allSatisfy(tab -> assertThat(tab.getPos()).hasToString(Integer.toString(content)));
        }
    }

    @Test
    void uprightPageOfALandscapeTemplateIsTurnedWithItsMargins() throws Exception {
        Table baseline = SampleTables.baseline();
        PageLayout upright = new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.PORTRAIT, 9, PageLayout.USUAL_MARGINS);
        Table table = new Table(baseline.id(), baseline.number(), baseline.title(), "", baseline.columns(), 1, baseline.rows(),
                List.of(), upright);
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(landscape(720)), SampleTables.single(table));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            CTSectPr section = read.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("12240");
            assertThat(section.getPgSz().getH()).hasToString("15840");
            assertThat(section.getPgMar().getLeft()).as("the bound side").hasToString("1800");
            assertThat(section.getPgMar().getTop()).hasToString("720");
        }
    }

    @Test
    void pageThatTheStudyAsksForComesFirst() throws Exception {
        Table baseline = SampleTables.baseline();
        Table table = new Table(baseline.id(), baseline.number(), baseline.title(), "", baseline.columns(), 1, baseline.rows(),
                List.of(), new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 9, 25.4));
        byte[] word = Rendered.bytes(DocxRenderer.withTemplate(landscape(720)), SampleTables.single(table));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            CTSectPr section = read.getDocument().getBody().getSectPr();
            assertThat(List.of(section.getPgSz().getW().toString(), section.getPgSz().getH().toString())).as("A4")
                    .containsExactlyInAnyOrder("11906", "16838");
            assertThat(section.getPgMar().getLeft()).hasToString("1440");
        }
    }

    @Test
    void templateWithoutRoomBetweenItsMarginsIsRefused() throws Exception {
        byte[] template = landscape(14_400);
        assertThatThrownBy(() -> DocxRenderer.withTemplate(template)).isInstanceOf(RefusedTemplateException.class)
                .hasMessageContaining("no room");
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
