package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// The logical structure of a file (ISO 32000-1, 14.7): what is a heading, a table's row, a header cell. An element is written to
/// the file as soon as it is closed, and the marks of a page as soon as the page ends, so that what is kept is what is open and a
/// reference a row, however long the file.
final class StructureTree {

    private static final PdfName STRUCT_ELEMENT = new PdfName("StructElem");
    private static final PdfName SCOPE = new PdfName("Scope");
    private static final PdfName COLUMN = new PdfName("Column");
    private static final PdfName ROW = new PdfName("Row");
    private static final PdfName COLUMN_SPAN = new PdfName("ColSpan");
    private static final PdfName ROW_SPAN = new PdfName("RowSpan");
    private static final PdfName LAYOUT = new PdfName("Layout");
    private static final PdfName PLACEMENT = new PdfName("Placement");
    private static final PdfName BLOCK = new PdfName("Block");

    private final PdfWriter writer;
    private final PdfIndirectReference root;
    private final Element document;
    /// By key: the elements of a page's marks, or the element of a link.
    private final List<PdfIndirectReference> parents = new ArrayList<>();
    private final List<PdfIndirectReference> links = new ArrayList<>();
    private final int pages;
    private PdfArray marks = new PdfArray();

    /// @param pages how many pages the file will have: their keys come before those of links
    StructureTree(PdfWriter writer, int pages) {
        this.writer = writer;
        this.pages = pages;
        this.root = writer.getPdfIndirectReference();
        this.document = new Element(PdfName.DOCUMENT, root, writer.getPdfIndirectReference());
    }

    /// What a header cell is a header of.
    enum Scope {
        COLUMN, ROW
    }

    /// An element: it is open until [#close].
    static final class Element {
        final PdfName type;
        final PdfIndirectReference reference;
        private final PdfIndirectReference parent;
        private final PdfArray kids = new PdfArray();
        private @Nullable PdfDictionary attributes;
        private @Nullable PdfIndirectReference page;
        private @Nullable String actualText;
        private @Nullable String alternative;

        private Element(PdfName type, PdfIndirectReference parent, PdfIndirectReference reference) {
            this.type = type;
            this.parent = parent;
            this.reference = reference;
        }

        /// What this header cell is a header of.
        Element scope(Scope scope) {
            attributes(PdfName.TABLE).put(SCOPE, switch (scope) {
                case COLUMN -> COLUMN;
                case ROW -> ROW;
            });
            return this;
        }

        /// Over how many columns and rows the cell goes.
        Element spanning(int columns, int rows) {
            if (columns > 1) {
                attributes(PdfName.TABLE).put(COLUMN_SPAN, new PdfNumber(columns));
            }
            if (rows > 1) {
                attributes(PdfName.TABLE).put(ROW_SPAN, new PdfNumber(rows));
            }
            return this;
        }

        /// What is to be seen, for those who do not see it.
        Element alternative(String text) {
            alternative = text;
            return this;
        }

        /// The place that it takes on its page.
        Element within(double left, double bottom, double right, double top) {
            attributes(LAYOUT).put(PLACEMENT, BLOCK);
            attributes(LAYOUT).put(PdfName.BBOX,
                    new PdfArray(new float[]{(float) left, (float) bottom, (float) right, (float) top}));
            return this;
        }

        /// @param owner what the attributes are of: a table or a place
        private PdfDictionary attributes(PdfName owner) {
            if (attributes == null) {
                attributes = new PdfDictionary();
                attributes.put(PdfName.O, owner);
            }
            return attributes;
        }

        /// What the element says without showing it, such as a subject whose name stands in the row above.
        void says(String text) {
            actualText = text;
        }
    }

    /// The element of the whole file.
    Element document() {
        return document;
    }

    /// Opens the next element within another.
    Element open(Element within, PdfName type) {
        Element element = new Element(type, within.reference, writer.getPdfIndirectReference());
        within.kids.add(element.reference);
        return element;
    }

    /// The number of the next marked content of this page, which is the element's.
    int mark(Element element) {
        int id = marks.size();
        marks.add(element.reference);
        PdfIndirectReference here = writer.getCurrentPage();
        if (element.page == null) {
            element.page = here;
        }
        if (element.page.getNumber() == here.getNumber()) {
            element.kids.add(new PdfNumber(id));
        } else {
            PdfDictionary elsewhere = new PdfDictionary(PdfName.MCR);
            elsewhere.put(PdfName.PG, here);
            elsewhere.put(PdfName.MCID, new PdfNumber(id));
            element.kids.add(elsewhere);
        }
        return id;
    }

    /// Makes a link's annotation on this page part of the element.
    ///
    /// @return the annotation's key
    int link(Element element, PdfIndirectReference annotation) {
        PdfDictionary object = new PdfDictionary(PdfName.OBJR);
        object.put(PdfName.OBJ, annotation);
        object.put(PdfName.PG, writer.getCurrentPage());
        element.kids.add(object);
        links.add(element.reference);
        return pages + links.size() - 1;
    }

    /// Writes an element, whose own elements are closed.
    void close(Element element) throws IOException {
        PdfDictionary written = new PdfDictionary(STRUCT_ELEMENT);
        written.put(PdfName.S, element.type);
        written.put(PdfName.P, element.parent);
        if (element.page != null) {
            written.put(PdfName.PG, element.page);
        }
        if (element.kids.size() == 1) {
            written.put(PdfName.K, element.kids.getPdfObject(0));
        } else if (!element.kids.isEmpty()) {
            written.put(PdfName.K, element.kids);
        }
        if (element.attributes != null) {
            written.put(PdfName.A, element.attributes);
        }
        if (element.alternative != null) {
            written.put(PdfName.ALT, new PdfString(element.alternative, PdfObject.TEXT_UNICODE));
        }
        if (element.actualText != null) {
            written.put(PdfName.ACTUALTEXT, new PdfString(element.actualText, PdfObject.TEXT_UNICODE));
        }
        writer.addToBody(written, element.reference);
    }

    /// Ends the page's marks.
    void endPage() throws IOException {
        parents.add(writer.addToBody(marks).getIndirectReference());
        marks = new PdfArray();
    }

    /// Writes what holds the elements together, and names it in the file's catalogue.
    void end() throws IOException {
        close(document);
        PdfArray numbers = new PdfArray();
        parents.addAll(links);
        for (int key = 0; key < parents.size(); key++) {
            numbers.add(new PdfNumber(key));
            numbers.add(parents.get(key));
        }
        PdfDictionary parentTree = new PdfDictionary();
        parentTree.put(PdfName.NUMS, numbers);
        PdfDictionary tree = new PdfDictionary(PdfName.STRUCTTREEROOT);
        tree.put(PdfName.K, document.reference);
        tree.put(PdfName.PARENTTREE, writer.addToBody(parentTree).getIndirectReference());
        tree.put(PdfName.PARENTTREENEXTKEY, new PdfNumber(parents.size()));
        writer.addToBody(tree, root);
        PdfDictionary marked = new PdfDictionary();
        marked.put(PdfName.MARKED, PdfBoolean.PDFTRUE);
        writer.getExtraCatalog().put(PdfName.STRUCTTREEROOT, root);
        writer.getExtraCatalog().put(PdfName.MARKINFO, marked);
    }
}
