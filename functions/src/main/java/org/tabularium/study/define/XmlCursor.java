package org.tabularium.study.define;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tabularium.dataset.ControlCharacters;

/// An XML document, element by element from the outside in.
///
/// The JDK's parser, told to know no document types and to fetch nothing; a document type is a fault, so that there are no
/// entities but XML's own.
final class XmlCursor {

    /// No honest definition is nested deeper.
    private static final int DEEPEST = 60;

    private final XMLStreamReader reader;
    private int depth;

    XmlCursor(String text) throws DefineFault {
        // The JDK's own, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            this.reader = factory.createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /// What is done with an element, which the cursor stands at.
    @FunctionalInterface
    interface Visit {
        void element() throws DefineFault;
    }

    /// Visits the children of the element that the cursor stands at, or the document's root where it stands before it. What a
    /// visit leaves of an element is passed over.
    void children(Visit visit) throws DefineFault {
        int own = depth;
        while (advance()) {
            if (depth < own) {
                return;
            }
            if (depth == own + 1 && reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                visit.element();
                // What the visit did not go through.
                while (depth > own && advance()) {
                    // on to the end of the child
                }
            }
        }
    }

    /// The text of the element that the cursor stands at, with blanks as one and marks for what cannot be seen; the cursor is at
    /// its end then.
    String text() throws DefineFault {
        int own = depth;
        StringBuilder text = new StringBuilder();
        while (advance() && depth >= own) {
            if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return clean(text.toString());
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return String.valueOf(reader.getNamespaceURI());
    }

    /// An attribute of the element by its name, of whatever namespace; empty where it has none.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return clean(reader.getAttributeValue(i));
            }
        }
        return "";
    }

    private static String clean(String text) {
        return ControlCharacters.marked(text.replaceAll("(?U)\\s+", " ").strip());
    }

    /// One event on; false at the document's end.
    private boolean advance() throws DefineFault {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw new DefineFault(
                        "declares a document type, which no honest definition does, and was not read");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new DefineFault("has an entity that XML does not know");
                default -> {
                    // text, comments, instructions
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e);
        }
        if (depth > DEEPEST) {
            throw new DefineFault("lies deeper within itself than any definition does");
        }
        return true;
    }

    private static DefineFault malformed(Exception e) {
        int line = e instanceof XMLStreamException x && x.getLocation() != null ? x.getLocation().getLineNumber() : 0;
        return new DefineFault("is no XML that can be read to its end" + (line > 0 ? "; line " + line + " cannot be read" : ""));
    }
}
