package org.tabularium.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.TestLimits;
import org.tabularium.dataset.UnreadableDatasetException;

/// The records of our reader are those of FastCSV, which is the oracle here: on random text that has every special character far
/// more often than any file,
/// in every dialect, with buffers so small that every field meets a buffer's end. Where FastCSV refuses a record, or reads one
/// that RFC 4180 does not know
/// (a quote in a field without quotes), ours refuses the same one.
class CsvRecordsTest {

    private static final int TEXTS = 20_000;

    /// What ends the list of records of a text that is refused.
    private static final String REFUSED = "refused";

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', ' '})
    void recordsAreThoseOfFastCsv(char separator) throws IOException {
        Random random = new Random(20_251_125 + separator);
        int whole = 0;
        int rows = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, separator);
            List<String> expected = oracle(text, separator);
            List<String> records = ours(text, separator, 1 + random.nextInt(40));
            assertThat(records).as("text %d: %s", i, text.replace("\r", "\\r").replace("\n", "\\n")).isEqualTo(expected);
            whole += expected.contains(REFUSED) ? 0 : 1;
            rows += expected.size();
        }
        // Texts of both kinds, or nothing was compared.
        assertThat(whole).isBetween(TEXTS / 4, TEXTS * 9 / 10);
        assertThat(rows).isGreaterThan(TEXTS * 2);
    }

    @Test
    void aFieldMuchLongerThanTheBufferIsWhole() throws Exception {
        String field = "患者 \"\"said\"\"\r\n".repeat(5_000);
        assertThat(ours("A,B\n1,\"" + field + "\"\n2,x\n", ',', 64)).containsExactly("1: A- B-",
                "2: 1- " + field.replace("\"\"", "\"") + "+", "5003: 2- x-");
    }

    @Test
    void aQuoteNeverClosedIsRefusedBeforeItSwallowsTheFile() throws Exception {
        InputLimits limits = TestLimits.of(1 << 30, 100, 100, 1_000, 1, 1);
        byte[] text = ("A,B\n1,\"" + "x,y\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream stream = new ByteArrayInputStream(text);
        try (CsvRecords records = new CsvRecords("DM", stream, dialect(','), limits, 64)) {
            assertThatThrownBy(records::next).hasMessageContaining("CELL_TOO_LONG").hasMessageContaining("line 2")
                    .hasMessageContaining("a quote was never closed");
        }
        assertThat(stream.available()).isGreaterThan(text.length - 100_000);
    }

    @Test
    void charactersAreCountedAsJavaCountsThem() throws Exception {
        InputLimits limits = TestLimits.of(1 << 30, 100, 100, 10, 1, 1);
        for (String character : List.of("x", "\u00e9", "\u60a3", "\ud83d\ude00")) {
            String longest = character.repeat(10 / character.length());
            assertThat(read("A\n" + longest + "\n", limits)).isEqualTo(longest);
            assertThatThrownBy(() -> read("A\n" + longest + character + "\n", limits)).hasMessageContaining("CELL_TOO_LONG");
        }
    }

    private static String read(String text, InputLimits limits) throws IOException, UnreadableDatasetException {
        List<String> fields = new ArrayList<>();
        try (CsvRecords records = new CsvRecords("DM", stream(text), dialect(','), limits)) {
            records.into(new CsvRecords.Sink[]{(bytes, from, to, quoted) -> fields.add(string(bytes, from, to))});
            while (records.next()) {
                // The sink takes them.
            }
        }
        return fields.getFirst();
    }

    /// Up to nine rows, most of them with as many fields as the first, of fields that are mostly sound; one text in three has
    /// characters put anywhere.
    private static String text(Random random, char separator) {
        StringBuilder text = new StringBuilder();
        int fields = 1 + random.nextInt(4);
        int rows = 1 + random.nextInt(9);
        String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < fields; i++) {
                text.append(i > 0 ? separator : "").append(field(random, separator));
            }
            text.append(row < rows - 1 || random.nextBoolean() ? lineEnd : "");
        }
        if (random.nextInt(3) == 0) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.insert(random.nextInt(text.length() + 1), "\"\n\r,;\t a\u60a3".charAt(random.nextInt(9)));
            }
        }
        return text.toString();
    }

    private static String field(Random random, char separator) {
        StringBuilder field = new StringBuilder();
        boolean quoted = random.nextInt(3) == 0;
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 60 : 9); i > 0; i--) {
            char c = "abcdefghij0123456789.-\u00e9\u60a3,;\t \"\r\n".charAt(random.nextInt(31));
            boolean special = c == separator || "\"\r\n".indexOf(c) >= 0;
            field.append(c == '"' && quoted ? "\"\"" : special && !quoted ? "x" : String.valueOf(c));
        }
        return quoted ? "\"" + field + "\"" : field.toString();
    }

    private static CsvDialect dialect(char separator) {
        return new CsvDialect(separator, 0, false);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Each record as its line and its fields, `+` behind those in quotes; at the end what refused.
    private static List<String> ours(String text, char separator, int buffer) throws IOException {
        List<String> found = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        try (CsvRecords records = new CsvRecords("DM", stream(text), dialect(separator), InputLimits.DEFAULT, buffer)) {
            found.add("1:" + String.join("", records.header().stream().map(name -> " " + name + "-").toList()));
            CsvRecords.Sink[] sinks = new CsvRecords.Sink[records.header().size()];
            Arrays.fill(sinks, (CsvRecords.Sink) (bytes, from, to, quoted) -> current.append(' ').append(string(bytes, from, to))
                    .append(quoted ? '+' : '-'));
            records.into(sinks);
            while (records.next()) {
                found.add(records.line() + ":" + current);
                current.setLength(0);
            }
        } catch (UnreadableDatasetException e) {
            assertThat(e.finding().code()).isEqualTo("MALFORMED_CSV");
            found.add(REFUSED);
        }
        return found;
    }

    private static List<String> oracle(String text, char separator) throws IOException {
        List<String> found = new ArrayList<>();
        int fields = -1;
        boolean ended = false;
        try (CsvReader<Seen> reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .detectBomHeader(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).build(new Seen(), text)) {
            for (Seen record : reader) {
                if (record.empty) {
                    ended = true;
                    if (fields < 0) {
                        found.add(REFUSED);
                        return found;
                    }
                    continue;
                }
                if (ended || record.strayQuote || (fields >= 0 && record.count != fields)) {
                    found.add(REFUSED);
                    return found;
                }
                // Our header has forgotten which of its names were in quotes.
                found.add(fields < 0
                        ? "1:" + record.text.toString().replaceAll("\\+(?= |$)", "-")
                        : record.line + ":" + record.text);
                fields = record.count;
            }
        } catch (CsvParseException e) {
            found.add(REFUSED);
            return found;
        }
        if (fields < 0) {
            found.add(REFUSED);
        }
        return found;
    }

    private static final class Seen extends CsvCallbackHandler<Seen> {

        private StringBuilder text = new StringBuilder();
        private long line;
        private int count;
        private boolean empty;
        private boolean strayQuote;

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            text = new StringBuilder();
            count = 0;
            empty = false;
            strayQuote = false;
        }

        @Override
        protected void addField(char[] chars, int from, int length, boolean quoted) {
            String field = new String(chars, from, length);
            strayQuote |= !quoted && field.contains("\"");
            text.append(' ').append(field).append(quoted ? '+' : '-');
            count++;
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected void setComment(char[] chars, int from, int length) {
            throw new IllegalStateException("comments are off");
        }

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected Seen buildRecord() {
            return this;
        }
    }
}
