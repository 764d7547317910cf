package org.tabularium.render.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Wrap;
import org.tabularium.render.office.ArialWidth;

/// The page of contents: the study, and a contents field that is filled already, with links. Its page numbers are foreseen
/// ([WordPages]), since only Word lays pages out; it corrects them when the field is renewed.
final class Contents {

    /// Between a display's number and its title.
    static final String BETWEEN = "\u2003";

    /// Sizes and blanks of the styles: of a line of contents, and what stands above the first.
    private static final double SIZE = 9.5;
    private static final double LEADING = 1.15;
    private static final double GAP = 3;
    private static final double INDENT = 18;
    private static final double PAGE_NUMBER = 24;
    private static final double ABOVE = 110;

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
        int page = pages();
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

    private int pages() {
        ArialWidth font = new ArialWidth(false, SIZE);
        double room = setup.contentWidth() - INDENT;
        List<WordPages.Line> lines = new ArrayList<>();
        lines.add(WordPages.Line.of(ABOVE, false));
        for (Planned table : tables) {
            int count = Wrap.lines(table.display().heading(), room, room - PAGE_NUMBER, font::of).size();
            lines.add(WordPages.Line.of(count * SIZE * LEADING + GAP, false));
        }
        return WordPages.of(lines, setup.contentHeight()).size();
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
