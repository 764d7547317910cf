package org.tabularium.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The first page of a table's PDF as a small PNG: what stands between the page's header and footer, in sixteen greys.
final class TablePicture {

    private static final int DPI = 110;
    private static final int MARGIN = 10;
    private static final int GREYS = 16;

    /// White rows that part the page's header and footer, where it has them, from the table.
    private static final int GAP = 12;
    /// A header begins above this row, a footer below the one as far from the page's end.
    private static final int HEAD = 75;
    private static final int FOOT = 70;

    private TablePicture() {}

    /// @param pdf a file of ours
    static byte[] png(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            if (!ImageIO.write(inGreys(table(page)), "png", png)) {
                throw new IOException("this JDK writes no PNG");
            }
            return png.toByteArray();
        }
    }

    /// Rows from and to, the last one excluded.
    private record Band(int from, int to) {}

    private static BufferedImage table(BufferedImage page) {
        Raster pixels = page.getRaster();
        List<Band> bands = bands(pixels).stream().filter(band -> band.from() >= HEAD && band.from() < page.getHeight() - FOOT)
                .toList();
        int top = Math.max(0, bands.getFirst().from() - MARGIN);
        int bottom = Math.min(page.getHeight(), bands.getLast().to() + MARGIN);
        int left = page.getWidth();
        int right = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (isInk(pixels, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        left = Math.max(0, left - MARGIN);
        right = Math.min(page.getWidth(), right + 1 + MARGIN);
        return page.getSubimage(left, top, right - left, bottom - top);
    }

    /// What is printed, from top to bottom: the page's header, the table in one or more bands, the page's footer.
    private static List<Band> bands(Raster pixels) {
        List<Band> bands = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int y = 0; y < pixels.getHeight(); y++) {
            boolean ink = false;
            for (int x = 0; x < pixels.getWidth() && !ink; x++) {
                ink = isInk(pixels, x, y);
            }
            if (ink) {
                if (from >= 0 && y - last > GAP) {
                    bands.add(new Band(from, last + 1));
                    from = y;
                }
                from = from < 0 ? y : from;
                last = y;
            }
        }
        bands.add(new Band(from, last + 1));
        return bands;
    }

    private static boolean isInk(Raster pixels, int x, int y) {
        return pixels.getSample(x, y, 0) < 200;
    }

    private static BufferedImage inGreys(BufferedImage image) {
        byte[] greys = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            greys[i] = (byte) (i * 255 / (GREYS - 1));
        }
        BufferedImage small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(4, GREYS, greys, greys, greys));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = image.getRaster().getSample(x, y, 0);
                small.getRaster().setSample(x, y, 0, (grey * (GREYS - 1) + 127) / 255);
            }
        }
        return small;
    }
}
