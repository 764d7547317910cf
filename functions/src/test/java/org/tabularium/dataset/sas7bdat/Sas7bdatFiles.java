package org.tabularium.dataset.sas7bdat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tabularium.dataset.sas7bdat.Sas7bdatWriter.Rows;

/// Small files of each layout, with the same rows.
public final class Sas7bdatFiles {

    static final int ROWS = 30;
    /// Every seventh row is deleted.
    static final int DELETED = 7;

    private Sas7bdatFiles() {}

    /// One of each width, byte order and compression.
    public static List<byte[]> ofEachLayout() {
        List<byte[]> files = new ArrayList<>();
        for (Rows rows : Rows.values()) {
            for (boolean wide : new boolean[]{false, true}) {
                for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                    files.add(file(rows, wide, order).bytes());
                }
            }
        }
        return files;
    }

    static Sas7bdatWriter file(Rows rows, boolean wide, ByteOrder order) {
        Sas7bdatWriter writer = new Sas7bdatWriter(rows, wide, order).text("USUBJID", 20, "Subject")
                .number("AGE", 3, "Age (years)", "BEST", 12).number("ADT", 5, "Date", "DATE", 9).number("AVAL", 8, "Value", "", 8)
                .text("TERM", 41, "Reported term – “as is”");
        for (int row = 0; row < ROWS; row++) {
            writer.row(subject(row), age(row), adt(row), aval(row), term(row));
            if (row % DELETED == DELETED - 1) {
                writer.delete();
            }
        }
        return writer;
    }

    static String subject(int row) {
        return "S-" + row / 3;
    }

    static Object age(int row) {
        return row % 5 == 4 ? (Object) '.' : (Object) (20.0 + row);
    }

    static Object adt(int row) {
        return 22_000.0 + row;
    }

    static Object aval(int row) {
        return row % 4 == 3 ? (Object) "_ABZ".charAt(row / 4 % 4) : (Object) (row / 7.0);
    }

    static String term(int row) {
        return row % 3 == 0 ? "" : row % 3 == 1 ? "Räße 患者 " + "x".repeat(row % 20) : "@@@@@ abcabcabcabc zzzzzz 0123456789";
    }
}
