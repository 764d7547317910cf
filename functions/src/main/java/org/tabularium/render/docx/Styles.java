package org.tabularium.render.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tabularium.render.office.XmlText;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;

/// The part of a document that holds its styles, and what each is called there.
///
/// @param part the bytes of the part
/// @param ids the names by which paragraphs refer to ours
/// @param idsByName those of all styles of the part, by the names that Word shows in small letters
@SuppressWarnings("ArrayRecordComponent") // never compared
record Styles(byte[] part, Map<NamedStyle, String> ids, Map<String, String> idsByName) {

    private static final String FILE = "styles.xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// Our own styles, read once.
    static final Styles OWN = own();

    private static Styles own() {
        Map<NamedStyle, String> ids = new EnumMap<>(NamedStyle.class);
        for (NamedStyle style : NamedStyle.values()) {
            ids.put(style, style.id());
        }
        return of(resource(FILE), ids, Map.of());
    }

    /// @param others styles of the part that are not ours, by name
    static Styles of(byte[] part, Map<NamedStyle, String> ids, Map<String, String> others) {
        Map<String, String> idsByName = new HashMap<>();
        others.forEach((name, id) -> idsByName.put(name.toLowerCase(Locale.ROOT), id));
        ids.forEach((style, id) -> idsByName.put(style.label.toLowerCase(Locale.ROOT), id));
        return new Styles(part, ids, idsByName);
    }

    /// A file of this room.
    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Styles.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id(NamedStyle style) {
        return Objects.requireNonNull(ids.get(style));
    }

    /// The styles of a display's rows under the names of those of tables: a listing has its own, and so has each size that is not
    /// the usual of its kind.
    Styles of(Display display) {
        Map<NamedStyle, String> own = new EnumMap<>(ids);
        NamedStyle.listings().forEach((table, listing) -> {
            NamedStyle usual = display.kind() == Display.Kind.LISTING ? listing : table;
            own.put(table, Objects.requireNonNull(idsByName.get(sized(usual, display).toLowerCase(Locale.ROOT))));
        });
        return new Styles(part, own, idsByName);
    }

    /// These styles and those of sizes that displays have beside the usual ones, each based on its usual style: who changes
    /// that changes all of them.
    Styles with(List<? extends Display> displays) {
        Map<String, String> all = new HashMap<>(idsByName);
        StringBuilder added = new StringBuilder();
        for (Display display : displays.stream().filter(Styles::hasRows).toList()) {
            for (Map.Entry<NamedStyle, NamedStyle> pair : NamedStyle.listings().entrySet()) {
                NamedStyle usual = display.kind() == Display.Kind.LISTING ? pair.getValue() : pair.getKey();
                String name = sized(usual, display);
                if (!all.containsKey(name.toLowerCase(Locale.ROOT))) {
                    String id = name.replace(" ", "").replace('.', '_');
                    all.put(name.toLowerCase(Locale.ROOT), id);
                    added.append(markup(id, name, id(usual), halfPoints(display)));
                }
            }
        }
        if (added.isEmpty()) {
            return this;
        }
        String text = new String(part, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</");
        return new Styles((text.substring(0, end) + added + text.substring(end)).getBytes(StandardCharsets.UTF_8), ids, all);
    }

    private static boolean hasRows(Display display) {
        return switch (display.kind()) {
            case TABLE, LISTING -> true;
            case FIGURE, TEXT -> false;
        };
    }

    private static String markup(String id, String name, String usual, long halfPoints) {
        return "<w:style xmlns:w=\"" + NAMESPACE + "\" w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + id
                + "\"><w:name w:val=\"" + name + "\"/><w:basedOn w:val=\"" + XmlText.escaped(usual)
                + "\"/><w:qFormat/><w:rPr><w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints
                + "\"/></w:rPr></w:style>";
    }

    /// The name of a style in the size of a display, as "TFL 10 pt Cell"; the usual size is not named.
    private static String sized(NamedStyle usual, Display display) {
        boolean listing = display.kind() == Display.Kind.LISTING;
        long halfPoints = halfPoints(display);
        if (halfPoints == Math.round(2 * (listing ? PageLayout.SMALLEST : PageLayout.DEFAULT.fontSize()))) {
            return usual.label;
        }
        String family = listing ? "TFL Listing " : "TFL ";
        String points = halfPoints / 2 + (halfPoints % 2 == 0 ? "" : ".5");
        return family + points + " pt " + usual.label.substring(family.length());
    }

    private static long halfPoints(Display display) {
        return Math.round(2 * MeasuredTable.size(display));
    }
}
