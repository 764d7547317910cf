package org.tabularium.render.docx;

import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.tabularium.render.Document;
import org.tabularium.render.office.XmlText;

/// What stands around the pages: sponsor and protocol, status and cut-off above, run and page numbers below. One part for each
/// width of a page.
final class Surroundings {

    private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final WordPackage office;
    private final Styles styles;
    private final Document.AroundPage around;

    Surroundings(WordPackage office, Styles styles, Document.AroundPage around) {
        this.office = office;
        this.styles = styles;
        this.around = around;
    }

    /// The references of a section to its head and foot; empty where nothing stands around its pages.
    String of(PageSetup setup) throws IOException {
        int right = PageSetup.twips(setup.contentWidth());
        String references = "";
        if (!around.head().isEmpty() || !around.status().isEmpty()) {
            String xml = part("hdr", NamedStyle.HEADER, right, run(around.head()), run(around.status()));
            references += "<w:headerReference w:type=\"default\" r:id=\"" + office.header(XWPFRelation.HEADER, xml) + "\"/>";
        }
        if (!around.foot().isEmpty() || around.numbered()) {
            String numbers = around.numbered()
                    ? run("Page ") + number("PAGE") + run(" of ") + number("NUMPAGES")
                    : "";
            String xml = part("ftr", NamedStyle.FOOTER, right, run(around.foot()), numbers);
            references += "<w:footerReference w:type=\"default\" r:id=\"" + office.header(XWPFRelation.FOOTER, xml) + "\"/>";
        }
        return references;
    }

    private String part(String element, NamedStyle style, int right, String left, String rest) {
        return DECLARATION + "<w:" + element + " " + NAMESPACE + ">"
                + Paragraph.of(styles.id(style)).tab("right", "none", right).open() + left
                + (rest.isEmpty() ? "" : "<w:r><w:tab/></w:r>" + rest) + "</w:p></w:" + element + ">";
    }

    private static String run(String text) {
        return text.isEmpty() ? "" : "<w:r><w:t xml:space=\"preserve\">" + XmlText.escaped(text) + "</w:t></w:r>";
    }

    /// A number of pages.
    private static String number(String instruction) {
        return "<w:fldSimple w:instr=\" " + instruction + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    /// A field with what it shows until it is renewed.
    static String field(String instruction, String shown) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " + instruction
                + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>" + shown
                + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }
}
