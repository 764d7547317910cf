package org.tabularium.render.docx;

/// The properties of a paragraph beside its style, in the order in which the schema wants them.
///
/// @param style its style's id
/// @param keepNext whether it stays on the page of the next
/// @param newPage whether it begins a page
/// @param tabs markup of its tab stops; empty for the style's
/// @param before space above in twentieths of a point; 0 for the style's
/// @param indent markup of its indentation; empty for the style's
/// @param align `left`, `center`, `right`; empty for the style's
/// @param section markup of the section that ends with it; empty for none
record Paragraph(String style, boolean keepNext, boolean newPage, String tabs, int before, String indent, String align,
        String section) {

    /// With its value, which is on without one: POI takes it for off then.
    private static final String KEEP_NEXT = "<w:keepNext w:val=\"on\"/>";

    private static final String NEW_PAGE = "<w:pageBreakBefore w:val=\"on\"/>";

    static Paragraph of(String style) {
        return new Paragraph(style, false, false, "", 0, "", "", "");
    }

    Paragraph keepNext(boolean keeps) {
        return new Paragraph(style, keeps, newPage, tabs, before, indent, align, section);
    }

    Paragraph onNewPage() {
        return new Paragraph(style, keepNext, true, tabs, before, indent, align, section);
    }

    /// @param kind `decimal`, `right`
    /// @param leader `none`, `dot`
    Paragraph tab(String kind, String leader, int position) {
        return new Paragraph(style, keepNext, newPage,
                "<w:tab w:val=\"" + kind + "\" w:leader=\"" + leader + "\" w:pos=\"" + position + "\"/>", before, indent, align,
                section);
    }

    Paragraph before(int space) {
        return new Paragraph(style, keepNext, newPage, tabs, space, indent, align, section);
    }

    Paragraph indented(int left, int hanging) {
        return new Paragraph(style, keepNext, newPage, tabs, before,
                "<w:ind w:left=\"" + left + "\" w:hanging=\"" + hanging + "\"/>", align, section);
    }

    Paragraph aligned(String side) {
        return new Paragraph(style, keepNext, newPage, tabs, before, indent, side, section);
    }

    /// The paragraph as the last of a section.
    Paragraph ending(String itsSection) {
        return new Paragraph(style, keepNext, newPage, tabs, before, indent, align, itsSection);
    }

    /// The start tag with the properties.
    String open() {
        StringBuilder xml = new StringBuilder("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/>");
        xml.append(keepNext ? KEEP_NEXT : "");
        xml.append(newPage ? NEW_PAGE : "");
        if (!tabs.isEmpty()) {
            xml.append("<w:tabs>").append(tabs).append("</w:tabs>");
        }
        if (before > 0) {
            xml.append("<w:spacing w:before=\"").append(before).append("\"/>");
        }
        xml.append(indent);
        if (!align.isEmpty()) {
            xml.append("<w:jc w:val=\"").append(align).append("\"/>");
        }
        return xml.append(section).append("</w:pPr>").toString();
    }
}
