package org.tabularium.render.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.tabularium.render.Document;
import org.tabularium.table.Display;

/// What makes the file a PDF/A-2b and itself: title, dates, identifier, the colour profile, and all of it again as XMP. Nothing
/// of it comes from a clock.
final class PdfIdentity {

    private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);

    private PdfIdentity() {}

    /// Sets what belongs to the whole file.
    ///
    /// @param writer whose document is open
    static void write(PdfWriter writer, Document document) throws IOException {
        LocalDate day = document.created() == null ? UNDATED : document.created();
        String title = title(document);
        PdfDictionary info = writer.getInfo();
        PdfString date = new PdfString("D:" + day.toString().replace("-", "") + "000000Z");
        info.put(PdfName.TITLE, new PdfString(title, PdfObject.TEXT_UNICODE));
        info.put(PdfName.CREATOR, new PdfString("Tabularium", PdfObject.TEXT_UNICODE));
        info.put(PdfName.PRODUCER, new PdfString("OpenPDF"));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        byte[] id = id(document);
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString("en"));
        catalog.put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(writer)));
        writer.setXmpMetadata(xmp(title, day).getBytes(StandardCharsets.UTF_8));
    }

    private static String title(Document document) {
        String title = document.contents() || document.displays().isEmpty()
                ? document.study()
                : document.displays().getFirst().heading();
        return title.codePoints().map(c -> isXml(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().replace('\n', ' ');
    }

    private static boolean isXml(int c) {
        return c >= ' ' ? c <= 0xD7FF || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000 : c == '\n';
    }

    private static byte[] id(Document document) {
        StringBuilder content = new StringBuilder(document.run()).append('\n').append(document.software());
        for (Display table : document.displays()) {
            content.append('\n').append(table.id());
        }
        content.append('\n').append(document.contents());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static PdfDictionary outputIntent(PdfWriter writer) throws IOException {
        PdfStream profile = new PdfStream(SrgbProfile.compressed());
        profile.put(PdfName.N, new PdfNumber(3));
        profile.put(PdfName.FILTER, PdfName.FLATEDECODE);
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB IEC61966-2.1"));
        intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        return intent;
    }

    private static String xmp(String title, LocalDate day) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                   <xmp:CreatorTool>Tabularium</xmp:CreatorTool>
                   <xmp:CreateDate>%2$sT00:00:00Z</xmp:CreateDate>
                   <xmp:ModifyDate>%2$sT00:00:00Z</xmp:ModifyDate>
                   <pdf:Producer>OpenPDF</pdf:Producer>
                   <pdfaid:part>2</pdfaid:part>
                   <pdfaid:conformance>B</pdfaid:conformance>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), day);
    }
}
