package org.tabularium.report;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// CSV text read back.
final class Csv {

    private Csv() {}

    static List<List<String>> rows(String text) {
        try (var reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            return reader.stream().map(record -> List.copyOf(record.getFields())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
