package org.tabularium.dataset.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// What separates the fields of a CSV file, told by its first line.
///
/// Excel's line `sep=;` says so outright. Else it is, of comma, semicolon and tab, the one that stands most often outside of
/// quotes in the header: names of
/// variables have none of them. Comma where there is none.
///
/// @param separator between fields
/// @param preamble lines before the header: 1 where there is a `sep=` line, else 0
/// @param quotedHeader whether the header's first name is in quotes, as programs write that put all text in quotes (R's
///     `write.csv`)
record CsvDialect(char separator, int preamble, boolean quotedHeader) {

    private static final int LONGEST = 1 << 20;
    private static final String SEPARATORS = ",;\t";

    /// @param start the file's text in UTF-8
    /// @throws UnreadableDatasetException for a `sep=` line with a separator that cannot be one (`MALFORMED_CSV`)
    static CsvDialect detect(String dataset, InputStream start) throws IOException, UnreadableDatasetException {
        BufferedReader text = new BufferedReader(new InputStreamReader(start, StandardCharsets.UTF_8));
        String line = firstLine(text);
        if (line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4)) {
            if (line.charAt(4) == '"' || line.charAt(4) > '~') {
                throw new UnreadableDatasetException(
                        Finding.error("MALFORMED_CSV", "the first line, " + line + ", names a separator that can be none")
                                .in(dataset).remedy("separate the fields by commas, semicolons, tabs or bars"));
            }
            return new CsvDialect(line.charAt(4), 1, firstLine(text).startsWith("\""));
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            int separator = quoted ? -1 : SEPARATORS.indexOf(c);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new CsvDialect(SEPARATORS.charAt(most), 0, line.startsWith("\""));
    }

    /// The text up to the next line's end, which is taken as well; `\r\n` is one end.
    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST) {
            line.append((char) c);
            c = text.read();
        }
        if (c == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return line.toString();
    }
}
