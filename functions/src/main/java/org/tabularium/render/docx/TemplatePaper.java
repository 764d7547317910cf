package org.tabularium.render.docx;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tabularium.shell.PageLayout;

/// The paper of a template: that of its last section, which is what new text gets.
final class TemplatePaper {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /// A column of labels and one of numbers, and some rows.
    private static final double LEAST = 144;

    private final Map<String, Double> lengths = new HashMap<>();

    private TemplatePaper() {}

    /// @param main the text of the template
    static PageSetup.Papers read(InputStream main) throws RefusedTemplateException {
        TemplatePaper paper = new TemplatePaper();
        try {
            paper.section(main);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new RefusedTemplateException("the text of the Word template is broken");
        }
        return paper.papers();
    }

    private void section(InputStream main) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(main);
        boolean before = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && NAMESPACE.equals(xml.getNamespaceURI())) {
                switch (xml.getLocalName()) {
                    case "sectPrChange" -> before = true;
                    case "sectPr" -> forget(before);
                    case "pgSz", "pgMar" -> lengths(xml, before);
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("sectPrChange")) {
                before = false;
            }
        }
    }

    private void forget(boolean before) {
        if (!before) {
            lengths.clear();
        }
    }

    private void lengths(XMLStreamReader xml, boolean before) {
        for (int i = 0; i < xml.getAttributeCount() && !before; i++) {
            String name = xml.getAttributeLocalName(i);
            if (!name.equals("orient") && !name.equals("code")) {
                lengths.put(name, points(xml.getAttributeValue(i)));
            }
        }
    }

    /// A length in twentieths of a point, or with its unit, as strict documents have it.
    private static double points(String length) {
        return length.endsWith("pt")
                ? Double.parseDouble(length.substring(0, length.length() - 2))
                : Double.parseDouble(length) / PageSetup.TWIPS;
    }

    private PageSetup.Papers papers() throws RefusedTemplateException {
        if (!lengths.containsKey("w") || !lengths.containsKey("h")) {
            return PageSetup.Papers.OWN;
        }
        double usual = PageLayout.DEFAULT.margin();
        double top = margin("top", usual);
        double bottom = margin("bottom", usual);
        PageSetup paper = new PageSetup(lengths.get("w") > lengths.get("h"), lengths.get("w"), lengths.get("h"),
                new PageSetup.Edges(top, margin("right", usual), bottom, margin("left", usual) + margin("gutter", 0),
                        Math.min(margin("header", top / 2), top / 2), Math.min(margin("footer", bottom / 2), bottom / 2)));
        if (paper.contentWidth() < LEAST || paper.contentHeight() < LEAST) {
            throw new RefusedTemplateException("the page of the Word template leaves no room between its margins");
        }
        return new PageSetup.Papers(paper);
    }

    /// A negative margin says that text may run into the head.
    private double margin(String name, double otherwise) {
        return Math.abs(lengths.getOrDefault(name, otherwise));
    }
}
