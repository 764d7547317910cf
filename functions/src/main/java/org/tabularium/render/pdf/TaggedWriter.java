package org.tabularium.render.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfPage;
import org.openpdf.text.pdf.PdfWriter;

/// OpenPDF's writer, whose pages know their place in the structure: the key of their marked content, and that the order of
/// structure is the order of tabs. OpenPDF's own tagging keeps the whole structure in memory, so it is not used.
final class TaggedWriter extends PdfWriter {

    private int pages;

    private TaggedWriter(PdfDocument pdf, OutputStream out) {
        super(pdf, out);
    }

    static TaggedWriter of(org.openpdf.text.Document document, OutputStream out) throws DocumentException {
        PdfDocument pdf = new Undated();
        // OpenPDF would ask every library of the class path for Apache FOP, which would draw other glyphs where it were there.
        pdf.setGlyphSubstitutionEnabled(false);
        document.addDocListener(pdf);
        TaggedWriter writer = new TaggedWriter(pdf, out);
        pdf.addWriter(writer);
        return writer;
    }

    /// A document without the date that OpenPDF gives it by the clock as soon as it is made: it has that of [PdfIdentity].
    private static final class Undated extends PdfDocument {

        @Override
        public boolean addCreationDate() {
            return true;
        }
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference reference) throws IOException {
        if (object instanceof PdfPage page) {
            page.put(PdfName.STRUCTPARENTS, new PdfNumber(pages));
            page.put(PdfName.TABS, PdfName.S);
            pages++;
        }
        return super.addToBody(object, reference);
    }
}
