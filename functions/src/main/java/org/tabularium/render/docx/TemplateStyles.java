package org.tabularium.render.docx;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The styles of a template, with those of ours that it lacks: a template that names a style "TFL Note" decides how notes look.
final class TemplateStyles {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OWN = new String(Styles.OWN.part(), StandardCharsets.UTF_8);
    private static final Pattern REFERENCE = Pattern.compile("(<w:(?:basedOn|next) w:val=\")([^\"]*)(\")");

    private final Map<String, String> idByName = new HashMap<>();
    /// The template's names for the styles that all others are based on, by ours.
    private final Map<String, String> ids = new HashMap<>();

    private TemplateStyles() {}

    static Styles of(byte[] part) throws RefusedTemplateException {
        TemplateStyles template = new TemplateStyles();
        try {
            template.read(part);
        } catch (XMLStreamException e) {
            throw new RefusedTemplateException("the styles of the Word template are broken");
        }
        return template.completed(new String(part, StandardCharsets.UTF_8));
    }

    private void read(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        String id = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    id = attribute(xml, "styleId");
                    base(xml, id);
                } else if (xml.getLocalName().equals("name") && !id.isEmpty()) {
                    idByName.putIfAbsent(attribute(xml, "val"), id);
                }
            }
        }
    }

    private void base(XMLStreamReader xml, String id) {
        String isDefault = attribute(xml, "default");
        if (isDefault.equals("1") || isDefault.equals("true") || isDefault.equals("on")) {
            switch (attribute(xml, "type")) {
                case "paragraph" -> ids.put("Normal", id);
                case "character" -> ids.put("DefaultParagraphFont", id);
                case "table" -> ids.put("TableNormal", id);
                default -> ids.put(id, id);
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(NAMESPACE, name);
        return value == null ? "" : value;
    }

    private Styles completed(String part) throws RefusedTemplateException {
        int end = part.lastIndexOf("</");
        if (end < 0) {
            throw new RefusedTemplateException("the Word template has no styles");
        }
        Map<NamedStyle, String> named = new EnumMap<>(NamedStyle.class);
        StringBuilder lacking = new StringBuilder();
        for (NamedStyle style : NamedStyle.values()) {
            String theirs = idByName.entrySet().stream().filter(name -> style.isCalled(name.getKey())).map(Map.Entry::getValue)
                    .findFirst().orElse("");
            String id = theirs.isEmpty() ? free(style.id()) : theirs;
            named.put(style, id);
            ids.put(style.id(), id);
        }
        for (NamedStyle style : NamedStyle.values()) {
            if (idByName.keySet().stream().noneMatch(style::isCalled)) {
                lacking.append(own(style));
            }
        }
        return Styles.of((part.substring(0, end) + lacking + part.substring(end)).getBytes(StandardCharsets.UTF_8), named,
                idByName);
    }

    private String free(String id) {
        String free = id;
        while (idByName.containsValue(free)) {
            free += "_";
        }
        return free;
    }

    /// Our own style under the names of the template.
    private String own(NamedStyle style) {
        int at = OWN.indexOf("w:styleId=\"" + style.id() + "\"");
        String markup = OWN.substring(OWN.lastIndexOf("<w:style ", at), OWN.indexOf("</w:style>", at) + "</w:style>".length());
        String renamed = markup.replace("w:styleId=\"" + style.id() + "\"", "w:styleId=\"" + ids.get(style.id()) + "\"");
        return REFERENCE.matcher(renamed).replaceAll(
                reference -> Matcher
                        .quoteReplacement(reference.group(1) + ids.getOrDefault(reference.group(2), reference.group(2))
                                + reference.group(3)))
                .replaceFirst("<w:style ", "<w:style xmlns:w=\"" + NAMESPACE + "\" ");
    }
}
