package org.tabularium.run;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes JSON records of which there are many and whose names and strings come again and again: UTF-8, a space after each comma
/// and colon, no line breaks but those asked for. Each string is escaped and encoded once.
final class RecordsJson {

    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();
    /// How many strings are kept; a listing of a large study has millions that come once.
    private static final int MOST_KEPT = 1 << 14;
    private static final byte[] NULL = utf8("null");
    private static final byte[] SEPARATOR = utf8(", ");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, byte[]> names;
    private final Map<String, byte[]> strings;
    private boolean continues;

    RecordsJson() {
        this(new HashMap<>(), new HashMap<>());
    }

    private RecordsJson(Map<String, byte[]> names, Map<String, byte[]> strings) {
        this.names = names;
        this.strings = strings;
    }

    void startObject() {
        start('{');
    }

    void endObject() {
        end('}');
    }

    void startArray() {
        start('[');
    }

    void endArray() {
        end(']');
    }

    /// The name of a value of the object; the value follows.
    void name(String name) {
        separate();
        bytes.writeBytes(names.computeIfAbsent(name, n -> utf8(quoted(n) + ": ")));
        continues = false;
    }

    void string(@Nullable String value) {
        written(value == null ? NULL : kept(value));
    }

    void string(String name, @Nullable String value) {
        name(name);
        string(value);
    }

    /// A string that does not come again.
    void unique(String name, String value) {
        name(name);
        written(utf8(quoted(value)));
    }

    /// A value that is JSON already.
    void written(byte[] value) {
        separate();
        bytes.writeBytes(value);
        continues = true;
    }

    /// A number that is JSON already.
    void number(String digits) {
        written(utf8(digits));
    }

    void nothing() {
        written(NULL);
    }

    /// Ends the line; what follows is the first of its kind.
    void line() {
        bytes.write('\n');
        continues = false;
    }

    /// Ends the line between two records.
    void nextRecord() {
        bytes.write(',');
        line();
    }

    /// A value apart from the others, to be written as [written][#written] as often as it comes.
    byte[] apart(Consumer<RecordsJson> content) {
        RecordsJson apart = new RecordsJson(names, strings);
        content.accept(apart);
        return apart.bytes();
    }

    /// All that was written.
    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void start(char bracket) {
        separate();
        bytes.write(bracket);
        continues = false;
    }

    private void end(char bracket) {
        bytes.write(bracket);
        continues = true;
    }

    private void separate() {
        if (continues) {
            bytes.writeBytes(SEPARATOR);
        }
    }

    private byte[] kept(String value) {
        byte[] known = strings.get(value);
        if (known == null) {
            known = utf8(quoted(value));
            if (strings.size() == MOST_KEPT) {
                strings.clear();
            }
            strings.put(value, known);
        }
        return known;
    }

    private static String quoted(String text) {
        return '"' + (isPlain(text) ? text : new String(ESCAPES.quoteAsString(text))) + '"';
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /// Half a surrogate pair becomes "?".
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
