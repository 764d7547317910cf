package org.tabularium.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/// Laboratory values of made-up subjects in a file of some size: 20,000 rows again and again, eleven variables, those of the
/// peers' `make_big_xpt.py` and about its
/// lengths.
final class LaboratoryFile {

    private static final int ROWS = 20_000;
    private static final String[] PARAMETERS = {"ALT", "AST", "BILI", "CREAT", "HGB", "PLAT", "WBC", "SODIUM"};
    private static final String[] VISITS = {"Baseline", "Week 4", "Week 12", "Week 24", "Week 36", "Week 52"};
    private static final String[] TEXTS = {"STUDYID", "USUBJID", "TRT01A", "PARAMCD", "PARAM", "AVISIT", "ANRIND"};
    private static final int[] LENGTHS = {5, 12, 20, 6, 32, 8, 6};
    private static final String[] NUMBERS = {"AVISITN", "AVAL", "BASE", "CHG"};

    private final Random random = new Random(7);
    private final String[][] texts = new String[ROWS][];
    private final double[][] numbers = new double[ROWS][];

    private LaboratoryFile() {
        for (int row = 0; row < ROWS; row++) {
            String parameter = PARAMETERS[random.nextInt(PARAMETERS.length)];
            int visit = random.nextInt(VISITS.length);
            int subject = random.nextInt(2_000);
            texts[row] = new String[] {"BIG01", "BIG01-" + (100_000 + subject), "Xanomeline Low Dose", parameter,
                    parameter + " (unit per litre of serum)", VISITS[visit], "NORMAL"};
            numbers[row] = new double[] {visit * 4.0, hundredths(100), hundredths(100), hundredths(10)};
        }
    }

    private double hundredths(int below) {
        return random.nextInt(100 * below) / 100.0;
    }

    /// Writes the file.
    ///
    /// @param format `xpt`, `csv` or `ndjson`
    /// @param size bytes, about
    static Path write(Path folder, String format, long size) throws IOException {
        LaboratoryFile file = new LaboratoryFile();
        byte[] rows = format.equals("xpt") ? file.xportRows() : file.lines(format);
        long copies = Math.ceilDiv(size, rows.length);
        byte[] head = switch (format) {
            case "xpt" -> file.xportHead();
            case "csv" -> (String.join(",", TEXTS) + "," + String.join(",", NUMBERS) + "\n").getBytes(StandardCharsets.UTF_8);
            case "ndjson" -> file.jsonHead(copies * ROWS);
            default -> throw new IllegalArgumentException(format);
        };
        Path path = folder.resolve("adlb." + format);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            out.write(head);
            for (long copy = 0; copy < copies; copy++) {
                out.write(rows);
            }
        }
        return path;
    }

    private byte[] xport() {
        XportWriter writer = new XportWriter("ADLB");
        for (int i = 0; i < TEXTS.length; i++) {
            writer.text(TEXTS[i], LENGTHS[i]);
        }
        for (String number : NUMBERS) {
            writer.number(number);
        }
        for (int row = 0; row < ROWS; row++) {
            Object[] cells = new Object[TEXTS.length + NUMBERS.length];
            System.arraycopy(texts[row], 0, cells, 0, TEXTS.length);
            for (int i = 0; i < NUMBERS.length; i++) {
                cells[TEXTS.length + i] = numbers[row][i];
            }
            writer.row(cells);
        }
        return writer.bytes();
    }

    /// The number of rows is a multiple of 80, so that no filling lies between them.
    private static int rowBytes() {
        return (Arrays.stream(LENGTHS).sum() + NUMBERS.length * Double.BYTES) * ROWS;
    }

    private byte[] xportHead() {
        byte[] whole = xport();
        return Arrays.copyOf(whole, whole.length - rowBytes());
    }

    private byte[] xportRows() {
        byte[] whole = xport();
        return Arrays.copyOfRange(whole, whole.length - rowBytes(), whole.length);
    }

    private byte[] jsonHead(long records) {
        StringBuilder head = new StringBuilder("{\"datasetJSONCreationDateTime\":\"2025-01-01T00:00:00\",\"datasetJSONVersion\":\"1.1.0\","
                + "\"itemGroupOID\":\"IG.ADLB\",\"name\":\"ADLB\",\"label\":\"Laboratory\",\"records\":" + records + ",\"columns\":[");
        for (String text : TEXTS) {
            head.append(column(text, "string")).append(',');
        }
        for (String number : NUMBERS) {
            head.append(column(number, "double")).append(number.equals("CHG") ? "]}\n" : ",");
        }
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String column(String name, String type) {
        return "{\"itemOID\":\"IT.ADLB." + name + "\",\"name\":\"" + name + "\",\"label\":\"" + name + "\",\"dataType\":\"" + type + "\"}";
    }

    private byte[] lines(String format) {
        boolean json = format.equals("ndjson");
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            String quote = json ? "\"" : "";
            lines.append(json ? "[" : "").append(quote).append(String.join(quote + "," + quote, texts[row])).append(quote);
            for (double number : numbers[row]) {
                lines.append(',').append(number);
            }
            lines.append(json ? "]\n" : "\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
