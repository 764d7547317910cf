package org.tabularium.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Small good files of each format, to be damaged.
public final class SmallFiles {

    /// Name of each format's file.
    static final List<String> NAMES = List.of("dm.xpt", "dm.8.xpt", "dm.csv", "dm.json", "dm.ndjson", "dm.dsjc", "dm.xlsx",
            "dm.sas7bdat");

    private SmallFiles() {}

    /// The bytes of a good file.
    ///
    /// @param name one of [#NAMES]
    /// @param rows how many it has; 13 always for those that others wrote (XPORT version 8, Excel, SAS7BDAT)
    public static byte[] bytes(String name, int rows) throws IOException {
        return switch (name) {
            case "dm.xpt" -> xport(rows);
            case "dm.8.xpt" -> TestContent.written("adsl.pyreadstat-8.xpt");
            case "dm.csv" -> csv(rows);
            case "dm.xlsx" -> TestContent.written("adsl.openpyxl.xlsx");
            case "dm.sas7bdat" -> TestContent.written("adsl.haven.sas7bdat");
            default -> json(name, rows);
        };
    }

    /// Opens the file and reads all of it.
    public static Dataset readAll(String name, byte[] bytes) throws UnreadableDatasetException {
        DatasetFile file = DatasetFiles.open("dm" + name.substring(name.lastIndexOf('.')), new TestContent(bytes), note -> {});
        return file.read(file.variables().stream().map(Variable::name).collect(Collectors.toSet()), note -> {});
    }

    public static byte[] xport(int rows) {
        XportWriter writer = new XportWriter("DM").text("USUBJID", 60).text("SEX", 1).number("AGE").text("RACE", 42)
                .number("AVAL");
        for (int row = 1; row <= rows; row++) {
            writer.row("S-" + row, "F", 20.0 + row, "Räße 患者", 'A');
        }
        return writer.bytes();
    }

    public static byte[] csv(int rows) {
        StringBuilder csv = new StringBuilder("USUBJID,SEX,AGE,RACE,X\r\n");
        for (int row = 1; row <= rows; row++) {
            csv.append("S-").append(row).append(",F,").append(20 + row).append(",\"not, \"\"known\"\"\",").append(row / 4.0)
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Some rows in the layout that the name asks for.
    ///
    /// @param name `.json`, `.ndjson` or `.dsjc`
    public static byte[] json(String name, int rows) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            lines.add("[\"S-" + row + "\",\"F\"," + (20 + row) + ",\"R\u00e4\u00dfe \\\"\\u60a3\u8005\\\"\"," + row / 4.0
                    + ",\"2014-01-" + (10 + row % 20) + "\",null]");
        }
        return JsonFixtures.bytes(name, JsonFixtures.metadata("""
                [{"name":"USUBJID","label":"Subject","dataType":"string"},{"name":"SEX","dataType":"string"},
                 {"name":"AGE","dataType":"integer"},{"name":"RACE","dataType":"string"},{"name":"AVAL","dataType":"float"},
                 {"name":"ADT","dataType":"date","targetDataType":"integer","displayFormat":"DATE9."},
                 {"name":"X","dataType":"decimal","targetDataType":"decimal"}]""", rows), lines);
    }

    /// The parts of a zip archive.
    public static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    public static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
