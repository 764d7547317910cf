package org.tabularium.render.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/// A sponsor's Word template: its styles, theme, fonts, numbering and settings are those of every document, and so is its paper
/// where the study says none; its text is not used.
/// A template with programs in it, or with links to anything outside of it, is refused.
final class WordTemplate {

    private static final Set<String> MAIN = Set.of(XWPFRelation.TEMPLATE.getContentType(),
            XWPFRelation.DOCUMENT.getContentType());
    private static final List<String> PROGRAMS = List.of("macroenabled", "vbaproject", "activex", "oleobject");
    /// What of the main part's links is kept.
    private static final List<String> KEPT = List.of("styles", "settings", "theme", "fontTable", "numbering", "webSettings",
            "footnotes", "endnotes");

    private final Map<String, WordBase.Part> parts = new LinkedHashMap<>();

    private WordTemplate() {}

    /// Reads a template (.dotx).
    static WordBase read(byte[] template) throws RefusedTemplateException {
        if (template.length > DocxRenderer.LARGEST_TEMPLATE) {
            throw new RefusedTemplateException(
                    "the Word template has more than " + (DocxRenderer.LARGEST_TEMPLATE >> 20) + " MB");
        }
        try (InputStream in = new ByteArrayInputStream(template)) {
            OPCPackage office = OPCPackage.open(in);
            try {
                return read(office);
            } finally {
                office.revert();
            }
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IOException | IllegalArgumentException e) {
            throw new RefusedTemplateException("the file is no Word template (.dotx), or a broken one");
        }
    }

    private static WordBase read(OPCPackage office)
            throws InvalidFormatException, IOException, RefusedTemplateException {
        List<PackagePart> mains = office.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        for (PackagePart part : office.getParts()) {
            refuse(part);
        }
        for (PackageRelationship root : office.getRelationships()) {
            refuse(root);
        }
        if (mains.size() != 1 || !MAIN.contains(mains.getFirst().getContentType())) {
            throw new RefusedTemplateException("the file is no Word template (.dotx)");
        }
        WordTemplate template = new WordTemplate();
        for (PackageRelationship link : mains.getFirst().getRelationships()) {
            String type = link.getRelationshipType();
            if (KEPT.stream().anyMatch(kept -> type.endsWith("/" + kept))) {
                template.copy(mains.getFirst().getRelatedPart(link), type);
            }
        }
        return template.base(papers(mains.getFirst()));
    }

    private static void refuse(PackagePart part) throws InvalidFormatException, RefusedTemplateException {
        String type = part.getContentType().toLowerCase(java.util.Locale.ROOT);
        if (PROGRAMS.stream().anyMatch(type::contains)) {
            throw new RefusedTemplateException("the Word template holds programs (" + part.getPartName() + "); save it as .dotx");
        }
        if (!part.isRelationshipPart()) {
            for (PackageRelationship link : part.getRelationships()) {
                refuse(link);
            }
        }
    }

    private static void refuse(PackageRelationship link) throws RefusedTemplateException {
        if (link.getTargetMode() == TargetMode.EXTERNAL) {
            throw new RefusedTemplateException(
                    "the Word template refers to something outside of it: " + link.getTargetURI() + "; take the reference out");
        }
    }

    private void copy(PackagePart part, String relationship) throws InvalidFormatException, IOException {
        String name = part.getPartName().getName();
        if (parts.containsKey(name)) {
            return;
        }
        List<WordBase.Link> links = new ArrayList<>();
        List<PackagePart> linked = new ArrayList<>();
        for (PackageRelationship link : part.getRelationships()) {
            PackagePart target = part.getRelatedPart(link);
            links.add(new WordBase.Link(link.getId(), link.getRelationshipType(), target.getPartName().getName()));
            linked.add(target);
        }
        try (InputStream in = part.getInputStream()) {
            parts.put(name, new WordBase.Part(name, part.getContentType(), relationship, in.readAllBytes(), links));
        }
        for (PackagePart target : linked) {
            copy(target, "");
        }
    }

    private static PageSetup.Papers papers(PackagePart main) throws IOException, RefusedTemplateException {
        try (InputStream in = main.getInputStream()) {
            return TemplatePaper.read(in);
        }
    }

    private WordBase base(PageSetup.Papers papers) throws IOException, RefusedTemplateException {
        for (Map.Entry<String, WordBase.Part> part : parts.entrySet()) {
            if (part.getValue().relationship().endsWith(WordBase.STYLES)) {
                Styles styles = TemplateStyles.of(part.getValue().content());
                part.setValue(part.getValue().with(styles.part()));
                return new WordBase(styles, List.copyOf(parts.values()), papers);
            }
        }
        throw new RefusedTemplateException("the Word template has no styles");
    }
}
