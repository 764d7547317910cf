package org.tabularium.render.docx;

import java.util.List;

/// What a document begins with: its styles, and the other parts that a sponsor's template brings.
///
/// @param styles the document's styles, which are among the parts
/// @param parts of the package beside the text
/// @param papers where the pages have their paper from
record WordBase(Styles styles, List<Part> parts, PageSetup.Papers papers) {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// The end of the type by which the text refers to its styles.
    static final String STYLES = "/styles";

    /// A part.
    ///
    /// @param relationship the type by which the text refers to it; empty where only another part does
    /// @param links to other parts, with the names that the part has for them
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(String name, String type, String relationship, byte[] content, List<Link> links) {

        Part with(byte[] otherContent) {
            return new Part(name, type, relationship, otherContent, links);
        }
    }

    /// The same with more styles.
    WordBase with(Styles more) {
        List<Part> others = parts.stream()
                .map(part -> part.relationship().endsWith(STYLES) ? part.with(more.part()) : part).toList();
        return new WordBase(more, others, papers);
    }

    /// One part's link to another.
    record Link(String id, String type, String target) {}

    /// Our own.
    static final WordBase OWN = new WordBase(Styles.OWN, List.of(
            new Part("/word/styles.xml", WORD + "styles+xml", OFFICE + "styles", Styles.OWN.part(), List.of()),
            new Part("/word/settings.xml", WORD + "settings+xml", OFFICE + "settings", Styles.resource("settings.xml"),
                    List.of())),
            PageSetup.Papers.OWN);
}
