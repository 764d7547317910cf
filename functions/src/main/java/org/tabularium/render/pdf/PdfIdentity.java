package org.tabularium.render.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.tabularium.table.display.Display;

/// What makes the file a PDF/A-2a, a PDF/UA-1 and itself: title, author, subject, dates, identifier, the colour profile, and all
/// of it again as XMP. Nothing of it comes from a clock.
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
        if (!document.sponsor().isEmpty()) {
            info.put(PdfName.AUTHOR, new PdfString(xml(document.sponsor()), PdfObject.TEXT_UNICODE));
        }
        info.put(PdfName.SUBJECT, new PdfString(subject(document), PdfObject.TEXT_UNICODE));
        info.put(PdfName.CREATOR, new PdfString("Tabularium", PdfObject.TEXT_UNICODE));
        info.put(PdfName.PRODUCER, new PdfString("OpenPDF"));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        byte[] id = id(document);
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString("en"));
        catalog.put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(writer)));
        writer.setXmpMetadata(xmp(document, title, day).getBytes(StandardCharsets.UTF_8));
    }

    private static String title(Document document) {
        return xml(document.contents() || document.displays().isEmpty()
                ? document.study()
                : document.displays().getFirst().heading());
    }

    /// What the file is of: the study, its cut-off, the run.
    private static String subject(Document document) {
        return xml(
                Stream.of(document.contents() ? document.title() : document.study(), document.cutOff(), "Run " + document.run())
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
    }

    /// The text with what XML cannot hold replaced.
    private static String xml(String text) {
        return text.codePoints().map(c -> isXml(c) ? c : 0xFFFD)
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

    private static String xmp(Document document, String title, LocalDate day) {
        String author = document.sponsor().isEmpty()
                ? ""
                : "\n   <dc:creator><rdf:Seq><rdf:li>" + escaped(xml(document.sponsor())) + "</rdf:li></rdf:Seq></dc:creator>";
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>%2$s
                   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
                   <dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
                   <xmp:CreatorTool>Tabularium</xmp:CreatorTool>
                   <xmp:CreateDate>%4$sT00:00:00Z</xmp:CreateDate>
                   <xmp:ModifyDate>%4$sT00:00:00Z</xmp:ModifyDate>
                   <pdf:Producer>OpenPDF</pdf:Producer>
                   <pdfaid:part>2</pdfaid:part>
                   <pdfaid:conformance>A</pdfaid:conformance>
                   <pdfuaid:part>1</pdfuaid:part>
                   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
                    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                     <pdfaProperty:name>part</pdfaProperty:name>
                     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                     <pdfaProperty:category>internal</pdfaProperty:category>
                     <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                    </rdf:li></rdf:Seq></pdfaSchema:property>
                   </rdf:li></rdf:Bag></pdfaExtension:schemas>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(title), author, escaped(subject(document)), day);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
