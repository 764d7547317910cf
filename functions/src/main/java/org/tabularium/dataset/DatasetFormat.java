package org.tabularium.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The file formats that hold datasets, told apart by the file name's extension in any letter case.
enum DatasetFormat {
    XPORT("xpt", "a SAS XPORT file"), CSV("csv", "a CSV file"), DATASET_JSON("json", "a Dataset-JSON file"), DATASET_NDJSON(
            "ndjson", "a Dataset-NDJSON file"), DATASET_DSJC("dsjc", "a compressed Dataset-JSON file"), EXCEL("xlsx",
                    "an Excel workbook"), SAS7BDAT("sas7bdat", "a SAS7BDAT file");

    private static final List<String> ZLIB = List.of("x\u0001", "x^", "x\u009c", "x\u00da");

    private final String extension;
    private final String words;

    DatasetFormat(String extension, String words) {
        this.extension = extension;
        this.words = words;
    }

    /// What a person calls such a file, with its article.
    String words() {
        return words;
    }

    static Optional<DatasetFormat> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith("." + format.extension)).findFirst();
    }

    /// The format whose signature the first bytes carry; empty for plain text such as CSV and for anything unknown.
    ///
    /// @param start the first 80 bytes of the file or all of it if it is shorter, a byte a character
    static Optional<DatasetFormat> ofContent(String start) {
        if (start.startsWith("HEADER RECORD*******LIB")) {
            return Optional.of(XPORT);
        }
        // A zip archive, or Microsoft's compound file: an old workbook or an encrypted one.
        if (start.startsWith("PK\3\4") || start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Optional.of(EXCEL);
        }
        if (start.startsWith("\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081`")) {
            return Optional.of(SAS7BDAT);
        }
        // Gzip, or zlib at any of its levels.
        if (start.startsWith("\u001f\u008b") || ZLIB.stream().anyMatch(start::startsWith)) {
            return Optional.of(DATASET_DSJC);
        }
        return withoutMark(start).startsWith("{") ? Optional.of(DATASET_JSON) : Optional.empty();
    }

    /// Whether the file begins as a JSON object with an attribute does.
    static boolean beginsAsJsonObject(String start) {
        return withoutMark(start).matches("(?s)\\{\\s*\".*");
    }

    /// Whether the file begins with a word, or with a quoted one and a separator, as CSV does and JSON does not.
    static boolean beginsAsText(String start) {
        return withoutMark(start).matches("(?s)(?:[A-Za-z_]|\"[^\"]*\"\\s*[,;\t]).*");
    }

    /// From the first character on that is no blank and no byte order mark.
    private static String withoutMark(String start) {
        return (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).stripLeading();
    }
}
