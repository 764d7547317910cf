package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What PDFBox reads of a file of ours: its structure, the sizes of its letters, how full its pages are.
public final class ReadPdf {

    private ReadPdf() {}

    /// All elements of a type, in the order of the structure.
    public static List<PDStructureElement> elements(PDDocument file, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        add(file.getDocumentCatalog().getStructureTreeRoot(), type, found);
        return found;
    }

    /// All elements of a type within another.
    public static List<PDStructureElement> elements(PDStructureNode within, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        add(within, type, found);
        return found;
    }

    private static void add(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(type)) {
                    found.add(element);
                }
                add(element, type, found);
            }
        }
    }

    /// The cells of a row: its kids.
    public static List<PDStructureElement> cells(PDStructureElement row) {
        return row.getKids().stream().map(PDStructureElement.class::cast).toList();
    }

    /// An attribute of a table's cell, such as `Scope`, `ColSpan`; empty for none.
    public static String attribute(PDStructureElement cell, String name) {
        COSBase attributes = cell.getCOSObject().getDictionaryObject(COSName.A);
        COSBase value = attributes instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(name) : null;
        if (value instanceof COSName word) {
            return word.getName();
        }
        return value == null ? "" : value.toString().replaceAll("\\D", "");
    }

    /// What is wrong with a table's structure: header cells without scope, no header, rows of different widths. Empty for nothing.
    public static List<String> faults(PDStructureElement table) {
        List<String> faults = new ArrayList<>();
        List<PDStructureElement> heads = elements(elements(table, "THead").getFirst(), "TH");
        if (heads.isEmpty()) {
            faults.add("no header cell");
        }
        heads.stream().filter(head -> !attribute(head, "Scope").equals("Column"))
                .forEach(head -> faults.add("header without scope"));
        int width = heads.stream()
                .filter(head -> head.getParent().getCOSObject().equals(heads.getFirst().getParent().getCOSObject()))
                .mapToInt(ReadPdf::columns).sum();
        for (PDStructureElement row : elements(elements(table, "TBody").getFirst(), "TR")) {
            List<PDStructureElement> cells = cells(row);
            int wide = cells.stream().mapToInt(ReadPdf::columns).sum();
            if (wide != width) {
                faults.add("a row of " + wide + " instead of " + width + " columns");
            }
            cells.stream().filter(cell -> cell.getStructureType().equals("TH") && !attribute(cell, "Scope").equals("Row"))
                    .forEach(cell -> faults.add("row header without scope"));
        }
        return faults;
    }

    private static int columns(PDStructureElement cell) {
        String span = attribute(cell, "ColSpan");
        return span.isEmpty() ? 1 : Integer.parseInt(span);
    }

    /// Texts in letters below a size in points.
    public static List<String> textBelow(PDDocument file, double points) throws IOException {
        List<String> small = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                if (position.getFontSizeInPt() < points - 0.01) {
                    small.add(position.getUnicode() + String.format(Locale.ROOT, " %.2f", position.getFontSizeInPt()));
                }
            }
        };
        stripper.getText(file);
        return small;
    }

    /// How far down the page has text, as a share of what is between margins of 19 mm; running foot and footnotes' blank aside.
    public static double filled(PDDocument file, int page) throws IOException {
        double[] lowest = {0};
        double height = file.getPage(page - 1).getMediaBox().getHeight();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                if (position.getYDirAdj() < height - 54) {
                    lowest[0] = Math.max(lowest[0], position.getYDirAdj());
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(file);
        return (lowest[0] - 54) / (height - 108);
    }

    /// Where the leftmost letter of a page stands, in points.
    public static double leftmost(PDDocument file, int page) throws IOException {
        double[] left = {Double.MAX_VALUE};
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                left[0] = Math.min(left[0], position.getXDirAdj());
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(file);
        return left[0];
    }
}
