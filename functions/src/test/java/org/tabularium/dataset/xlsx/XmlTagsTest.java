package org.tabularium.dataset.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The oracle is the parser of the JDK, told to know no document types: what one accepts the other accepts, and both tell the
/// same.
///
/// Known differences: prefixes need not be declared here, and XML 1.1, other encodings, more than a thousand elements within each
/// other and unknown entities are refused. A document type is told wherever it stands.
@Shows(Requirement.DATASETS_READ)
class XmlTagsTest {

    private static final String[] PIECES = {"<", ">", "/", "</", "/>", "<a>", "</a>", "<a/>", "<x:v>", "</x:v>", "&", ";", "&lt;",
        "&amp;",
        "&quot;", "&apos;", "&gt;", "&#65;", "&#x1F600;", "&#0;", "&#xFFFE;", "&#13;", "&#9;", "\"", "'", "=", " b=\"1\"",
        " b='<'",
        " x:c='a&#10;\nb\t'", " ", "\r", "\n", "\t", "\r\n", "<!-- c -->", "<!--", "-->", "--", "-", "<![CDATA[", "]]>", "]]",
        "]",
        "<![CDATA[ <&>\r\n ]]]>", "<?p q?>", "<?xml version='1.0'?>", "?>", "<?", "!", "\u0001", "\uFFFE", "\uFFFD", "é", "患",
        "😀",
        "a", ":", "-1", "0.5", "_x000D_", "<!DOCTYPE a>", "<?xml?>", "<?XML a?>"};

    private static final XMLInputFactory ORACLE = oracle();

    private static XMLInputFactory oracle() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tokensAreThoseOfTheJdk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            String document = document(random, 1 + i % 4);
            String theirs = theirs(document);
            String ours = ours(document, random);
            if (theirs.contains("Unbound") || ours.equals("document type")) {
                assertThat(theirs).as(document).matches("(?s)document type|refused.*");
                continue;
            }
            assertThat(ours.startsWith("refused") ? "refused" : ours).as(document)
                    .isEqualTo(theirs.startsWith("refused") ? "refused" : theirs);
            accepted += ours.startsWith("refused") ? 0 : 1;
            refused += ours.startsWith("refused") ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({"<a>&b;</a>, not well formed", "<?xml version='1.1'?><a/>, not well formed",
        "<?xml version='1.0' encoding='latin1'?><a/>, neither UTF-8 nor UTF-16", "<a>, ends too early", "'', ends too early"})
    void whatIsRefusedIsSaid(String document, String words) {
        assertThat(ours(document, new SplittableRandom(1))).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>%s</a>", "<a b='%s'/>", "<a><!--%s--></a>", "<a><?p %s?></a>", "%s<a/>", "<a><![CDATA[%s]]></a>"})
    void aTokenWithoutEndIsRefusedBeforeItFillsTheMemory(String document) throws Exception {
        XmlTags tags = new XmlTags(new StringReader(document.formatted(" ".repeat(200_000))), 100_000);
        assertThat(read(tags, new SplittableRandom(1), false)).contains("refused holds text longer");
        assertThat(read(new XmlTags(new StringReader("<a>".repeat(2_000)), 100_000), new SplittableRandom(1), false))
                .contains("refused has more than 1000 elements");
    }

    /// Tokens that lie across the pieces in which the file is read.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13})
    void tokensLieAcrossPiecesOfTheFile(int shift) {
        StringBuilder document = new StringBuilder("<a>" + "x".repeat(shift));
        for (int i = 0; i < 12_000; i++) {
            document.append("<v b=\"").append(i).append("\">").append(i).append("&lt;</v><a>7</a>");
        }
        document.append("</a>");
        assertThat(ours(document.toString(), new SplittableRandom(shift))).isEqualTo(theirs(document.toString()));
    }

    /// A document of pieces in order, with some of them changed.
    private static String document(SplittableRandom random, int changes) {
        List<String> pieces = new ArrayList<>(List.of("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", "\n",
                "<x:a", " xmlns:x=\"u\"", " b=\"1\"", ">", "\r\n", "<c", " r=\"A1\"", " t='s'", ">", "<v>", "12", "</v>", "</c>",
                "<a>",
                "x &amp; y", "</a>", "<a/>", "<!-- c -->", "<v>", "é", "</v>", "</x:a>", " "));
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(pieces.size());
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(4)) {
                case 0 -> pieces.set(at, piece);
                case 1 -> pieces.remove(at);
                default -> pieces.add(at, piece);
            }
        }
        return String.join("", pieces);
    }

    private static String ours(String document, SplittableRandom random) {
        return read(new XmlTags(new StringReader(document), 1 << 20), random, true);
    }

    /// @param random draws whether values are read as leaves where they are some
    private static String read(XmlTags tags, SplittableRandom random, boolean leaves) {
        StringBuilder told = new StringBuilder();
        try {
            while (true) {
                for (String name : List.of("a", "v")) {
                    if (leaves && random.nextBoolean() && told.length() > 0 && tags.leaf(name)) {
                        told.append('(').append(name).append(')').append(tags.text()).append("(/)");
                    }
                }
                switch (tags.next()) {
                    case BEGIN -> told.append('(').append(name(tags)).append(value(tags, "b")).append(value(tags, "c"))
                            .append(value(tags, "x")).append(value(tags, "r")).append(')');
                    case END -> told.append("(/)");
                    case TEXT -> told.append(tags.text());
                    case DOCTYPE -> {
                        return "document type";
                    }
                    case FINISH -> {
                        return told.toString();
                    }
                }
            }
        } catch (ParseException | IOException e) {
            return "refused " + e.getMessage();
        }
    }

    private static String name(XmlTags tags) {
        return List.of("a", "v", "c", "aa", "a-1", "aé", "a患").stream().filter(tags::isNamed).findFirst().orElse("?");
    }

    private static String value(XmlTags tags, String attribute) {
        int found = tags.attributes().of(attribute);
        return found < 0 ? "" : "[" + tags.attributes().value(found) + "]";
    }

    private static String theirs(String document) {
        StringBuilder told = new StringBuilder();
        try {
            XMLStreamReader reader = ORACLE.createXMLStreamReader(new StringReader(document));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equals("UTF-8")) {
                return "refused " + encoding;
            }
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> told.append('(').append(name(reader)).append(value(reader, "b"))
                            .append(value(reader, "c")).append(value(reader, "x")).append(value(reader, "r")).append(')');
                    case XMLStreamConstants.END_ELEMENT -> told.append("(/)");
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> told
                            .append(reader.getText());
                    case XMLStreamConstants.DTD -> {
                        return "document type";
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> {
                        return "refused entity";
                    }
                    default -> {
                        // Comments, instructions, the document's ends.
                    }
                }
            }
            return told.toString();
        } catch (XMLStreamException | RuntimeException e) {
            return "refused " + e.getMessage();
        }
    }

    private static String name(XMLStreamReader reader) {
        String name = reader.getLocalName();
        return List.of("a", "v", "c", "aa", "a-1", "aé", "a患").contains(name) ? name : "?";
    }

    private static String value(XMLStreamReader reader, String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return "[" + reader.getAttributeValue(i) + "]";
            }
        }
        return "";
    }
}
