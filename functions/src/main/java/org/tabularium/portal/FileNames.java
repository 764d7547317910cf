package org.tabularium.portal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tabularium.run.Manifest;
import org.tabularium.run.RunPaths;

/// What a file of a run is called on somebody's disk: `SA-OR088 Table 14.3.1 2025-08-31.xlsx`.
final class FileNames {

    private static final int LONGEST = 120;
    private static final int DATE = 10;
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileNames() {}

    /// The name of a file: the study as it is printed, what the file is, the date of the data, the extension.
    static String of(Manifest manifest, String path) {
        String what = manifest.displays().stream().filter(d -> RunPaths.isOf(path, d.id())).findFirst()
                .map(d -> d.number().isBlank() ? d.title() : word(d.kind().word()) + " " + d.number())
                .orElseGet(() -> path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')));
        String created = manifest.created();
        String date = created == null || created.length() < DATE ? "" : " " + created.substring(0, DATE);
        String name = (clean(manifest.study()) + " " + clean(what)).strip();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())))) + date
                + path.substring(path.lastIndexOf('.'));
    }

    private static String word(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    /// Without what no file system takes.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+", "-").strip();
    }

    /// The header that gives a file its name (RFC 6266): in ASCII for old programs, in UTF-8 as RFC 5987 has it for all others.
    static String disposition(String name) {
        String ascii = name.replaceAll("[^ -~]", "_").replace("%", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
