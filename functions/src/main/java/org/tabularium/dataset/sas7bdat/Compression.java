package org.tabularium.dataset.sas7bdat;

import java.nio.charset.StandardCharsets;
import org.tabularium.dataset.UnreadableDatasetException;

/// How rows are made shorter than they are.
enum Compression {
    /// Not at all.
    NONE {
        @Override
        void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException {
            throw new IllegalStateException("rows that are not compressed are not expanded");
        }
    },
    /// `COMPRESS=CHAR`: runs of one byte.
    RUNS {
        @Override
        void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException {
            Runs.expand(packed, from, length, into, at, rowLength);
        }
    },
    /// `COMPRESS=BINARY`: runs of one byte and repeated patterns.
    PATTERNS {
        @Override
        void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException {
            Patterns.expand(packed, from, length, into, at, rowLength);
        }
    };

    /// Writes out a row.
    ///
    /// @param from where it begins in `packed`
    /// @param length its bytes there
    /// @param at where it shall begin in `into`
    /// @param rowLength how many bytes it must have there
    abstract void expand(byte[] packed, int from, int length, byte[] into, int at, int rowLength) throws BadRowException;

    /// The compression with a name of the file.
    static Compression named(byte[] name, Damage damage) throws UnreadableDatasetException {
        String text = new String(name, StandardCharsets.ISO_8859_1).strip().replace("\0", "");
        return switch (text) {
            case "SASYZCRL" -> RUNS;
            case "SASYZCR2" -> PATTERNS;
            case "" -> NONE;
            default -> throw damage.malformed("its rows are compressed in an unknown way");
        };
    }
}
