package org.tabularium.render.docx;

import java.io.IOException;
import java.util.List;
import org.tabularium.render.Document;

/// The page of contents: the study, and a contents field that is filled already, with links. Its page numbers are reckoned, since
/// only Word lays pages out; where a long listing makes them differ, Word corrects them when the field is renewed.
final class Contents {

    /// Between a display's number and its title.
    static final String BETWEEN = "\u2003";

    private static final double LINE = 16;

    private final Document document;
    private final Styles styles;
    private final List<Planned> tables;
    private final List<String> bookmarks;
    private final PageSetup setup;
    private final boolean controlled;

    Contents(Document document, Styles styles, List<Planned> tables, List<String> bookmarks, PageSetup setup,
            boolean controlled) {
        this.document = document;
        this.styles = styles;
        this.tables = tables;
        this.bookmarks = bookmarks;
        this.setup = setup;
        this.controlled = controlled;
    }

    /// @param section that ends with the contents; empty where nothing follows
    void write(Markup markup, String section) throws IOException {
        line(markup, NamedStyle.STUDY, document.study());
        if (!document.title().isEmpty()) {
            line(markup, NamedStyle.LINE, document.title());
        }
        if (!document.cutOff().isEmpty()) {
            line(markup, NamedStyle.LINE, document.cutOff());
        }
        if (!controlled) {
            line(markup, NamedStyle.LINE,
                    "This report has more than 5,000 numbers, so they stand in content controls in the files of the folder "
                            + "tables only.");
        }
        line(markup, NamedStyle.SECTION, "Contents");
        int page = 1 + (int) ((tables.size() * LINE + 6 * LINE) / setup.contentHeight());
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">"
                + " TOC \\o &quot;1-3&quot; \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        for (int i = 0; i < tables.size(); i++) {
            markup.add(Paragraph.of(styles.id(NamedStyle.CONTENTS))
                    .tab("right", "dot", PageSetup.twips(setup.contentWidth())).open());
            markup.add(i == 0 ? begin : "");
            entry(markup, i, page + 1);
            markup.add(i == tables.size() - 1 ? "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" : "</w:p>");
            page += tables.get(i).pages();
        }
        markup.add(Paragraph.of(styles.id(NamedStyle.LINE)).ending(section).open());
        markup.add("</w:p>");
    }

    private void entry(Markup markup, int number, int page) throws IOException {
        String anchor = Bookmarks.ofContents(bookmarks.get(number));
        String heading = tables.get(number).display().numbered();
        markup.add("<w:hyperlink w:anchor=\"" + anchor + "\" w:history=\"1\">");
        Runs.write(markup,
                (heading.isEmpty() ? "" : heading.replace(' ', '\u00a0') + BETWEEN) + tables.get(number).display().title(),
                "<w:rStyle w:val=\"" + styles.id(NamedStyle.LINK) + "\"/>");
        markup.add("<w:r><w:tab/></w:r>").add(Surroundings.field("PAGEREF " + anchor + " \\h", Integer.toString(page)))
                .add("</w:hyperlink>");
    }

    private void line(Markup markup, NamedStyle style, String text) throws IOException {
        markup.add(Paragraph.of(styles.id(style)).open());
        Runs.write(markup, text, "");
        markup.add("</w:p>");
    }
}
