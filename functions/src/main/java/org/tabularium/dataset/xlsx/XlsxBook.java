package org.tabularium.dataset.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// What a workbook says of itself: its sheets, the day its dates count from, and which cell styles show dates.
///
/// Relationships that lead out of the file are never followed; only what lies inside is opened.
final class XlsxBook {

    private static final int MAX_SHEETS = 10_000;
    private static final int SHOWN_SHEETS = 10;
    private static final int MAX_STYLES = 100_000;

    private final String dataset;
    private final InputLimits limits;
    private final ZipParts parts;
    private final List<String> sheets = new ArrayList<>();
    private final Optional<String> wanted;
    private String sheetName = "";
    private boolean hidden;
    private boolean from1904;
    private String sheetPart = "";
    private @Nullable String stringsPart;
    private ExcelNumbers.Shows[] styles = {};
    private int[] zeros = {};

    XlsxBook(DatasetSource source) throws IOException, UnreadableDatasetException {
        this.dataset = source.name();
        this.limits = source.limits();
        this.wanted = source.declaration().sheet();
        refuseCompoundFile(source.content());
        this.parts = new ZipParts(dataset, source.content(), limits);
        parts.check();
        String book = relationships("").values().stream().filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target).findFirst().orElse("");
        if (book.isEmpty() || book.endsWith(".bin") || !parts.has(book)) {
            throw notXlsx(book.endsWith(".bin") ? "is a binary workbook (.xlsb)" : "is an archive without a workbook in it");
        }
        Map<String, Relation> relations = relationships(book);
        readBook(book, relations);
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings")) {
                stringsPart = relation.target();
            } else if (relation.type().endsWith("/styles")) {
                readStyles(relation.target());
            }
        }
    }

    /// The names of the sheets, in their order.
    List<String> sheets() {
        return sheets;
    }

    /// The name of the sheet that is read.
    String sheetName() {
        return sheetName;
    }

    /// Whether that sheet is hidden.
    boolean isHidden() {
        return hidden;
    }

    boolean from1904() {
        return from1904;
    }

    /// The sheet that is read, from its start.
    XlsxPart sheet() throws IOException, UnreadableDatasetException {
        return new XlsxPart(dataset, parts, sheetPart, limits);
    }

    /// How many digits a style's format shows at least, filled up with zeros in front (`00000`); 0 for any other format.
    int zeros(int style) {
        return style >= 0 && style < zeros.length ? zeros[style] : 0;
    }

    /// What the numbers of a style show.
    ExcelNumbers.Shows shows(int style) {
        return style >= 0 && style < styles.length ? styles[style] : ExcelNumbers.Shows.NUMBER;
    }

    /// The strings that cells name by number.
    ///
    /// @param count how many of them to read, from the first
    List<String> strings(int count) throws IOException, UnreadableDatasetException {
        List<String> strings = new ArrayList<>();
        if (stringsPart != null) {
            try (XlsxPart part = new XlsxPart(dataset, parts, stringsPart, limits)) {
                while (strings.size() < count && part.nextElement()) {
                    if (part.begins("si")) {
                        strings.add(part.string());
                    }
                }
            }
        }
        return strings;
    }

    /// @param type last part of it says what the target is
    private record Relation(String type, String target) {}

    /// The relationships of a part to others inside of the file, by id; of the whole file where the part is "".
    private Map<String, Relation> relationships(String of) throws IOException, UnreadableDatasetException {
        String folder = of.substring(0, of.lastIndexOf('/') + 1);
        String name = folder + "_rels/" + of.substring(folder.length()) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!parts.has(name)) {
            return relations;
        }
        try (XlsxPart part = new XlsxPart(dataset, parts, name, limits)) {
            while (part.nextElement() && relations.size() < MAX_SHEETS) {
                if (part.begins("Relationship") && !part.attribute("TargetMode", "").equals("External")) {
                    String target = part.attribute("Target", "");
                    relations.put(part.attribute("Id", ""),
                            new Relation(part.attribute("Type", ""),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }

    private void readBook(String book, Map<String, Relation> relations) throws IOException, UnreadableDatasetException {
        try (XlsxPart part = new XlsxPart(dataset, parts, book, limits)) {
            while (part.nextElement()) {
                if (part.begins("workbookPr")) {
                    from1904 = part.flag("date1904");
                } else if (part.begins("sheet") && sheets.size() < MAX_SHEETS) {
                    String name = part.attribute("name", "");
                    if (sheetPart.isEmpty() && wanted.map(name::equalsIgnoreCase).orElse(true)) {
                        choose(name, part, relations);
                    }
                    sheets.add(name);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw notXlsx("has no sheet");
        }
        if (sheetPart.isEmpty()) {
            throw new UnreadableDatasetException(Finding
                    .error("SHEET_MISSING", "the workbook has no sheet " + wanted.orElse("") + "; it has "
                            + String.join(", ", sheets.subList(0, Math.min(sheets.size(), SHOWN_SHEETS))))
                    .in(dataset).remedy("name one of them under sheets: in study.yaml"));
        }
    }

    private void choose(String name, XlsxPart part, Map<String, Relation> relations) throws UnreadableDatasetException {
        Relation relation = relations.get(part.attribute("id", ""));
        if (relation == null || !relation.type().endsWith("/worksheet")) {
            throw notXlsx(wanted.isPresent() ? "has no worksheet of the name " + name : "has no worksheet as its first sheet");
        }
        sheetName = name;
        hidden = part.attribute("state", "").endsWith("idden");
        sheetPart = relation.target();
    }

    private void readStyles(String name) throws IOException, UnreadableDatasetException {
        Map<Integer, ExcelNumbers.Shows> formats = new HashMap<>();
        List<ExcelNumbers.Shows> found = new ArrayList<>();
        Map<Integer, Integer> filled = new HashMap<>();
        List<Integer> digits = new ArrayList<>();
        try (XlsxPart part = new XlsxPart(dataset, parts, name, limits)) {
            boolean cells = false;
            while (part.next()) {
                if (part.begins("numFmt")) {
                    int id = number(part, part.attribute("numFmtId", ""));
                    formats.put(id, ExcelNumbers.of(part.attribute("formatCode", "")));
                    filled.put(id, ExcelNumbers.zeros(part.attribute("formatCode", "")));
                } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
                    cells = part.begins("cellXfs");
                } else if (cells && part.begins("xf") && found.size() < MAX_STYLES) {
                    int id = number(part, part.attribute("numFmtId", "0"));
                    ExcelNumbers.Shows own = formats.get(id);
                    found.add(own == null ? ExcelNumbers.builtIn(id) : own);
                    digits.add(filled.getOrDefault(id, 0));
                }
            }
        }
        styles = found.toArray(ExcelNumbers.Shows[]::new);
        zeros = digits.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int number(XlsxPart part, String digits) throws UnreadableDatasetException {
        if (!digits.matches("[0-9]{1,9}")) {
            throw part.corrupt("its styles are damaged");
        }
        return Integer.parseInt(digits);
    }

    /// Old workbooks and encrypted new ones are Microsoft's compound files; an encrypted one names its only content.
    private void refuseCompoundFile(Content content) throws IOException, UnreadableDatasetException {
        try (InputStream stream = content.open()) {
            int first = stream.read();
            if (first < 0 || first == 'P') {
                return;
            }
            boolean encrypted = new String(stream.readNBytes(1 << 20), StandardCharsets.ISO_8859_1)
                    .contains(new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
            throw encrypted
                    ? new UnreadableDatasetException(
                            Finding.error("ENCRYPTED_FILE", "the workbook is encrypted with a password").in(dataset)
                                    .remedy("deliver it without a password"))
                    : notXlsx("is a workbook of Excel 97 to 2003 (.xls)");
        }
    }

    private UnreadableDatasetException notXlsx(String what) {
        return new UnreadableDatasetException(
                Finding.error("NOT_XLSX", "the file is no Excel workbook (.xlsx) with data in it: it " + what).in(dataset)
                        .remedy("save the data as the first sheet of an .xlsx workbook"));
    }
}
