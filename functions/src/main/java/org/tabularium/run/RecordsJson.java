package org.tabularium.run;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes JSON records of which there are many and whose names and strings come again and again: UTF-8, no blanks, no line breaks
/// but those asked for. Each string is escaped and encoded once.
final class RecordsJson {

    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();
    /// How many strings are kept; a listing of a large study has millions that come once.
    private static final int MOST_KEPT = 1 << 14;
    private static final byte[] NULL = utf8("null");
    private static final int LEAST_ROOM = 1 << 10;
    private static final int MOST_ROOM = Integer.MAX_VALUE - 8;

    private byte[] room;
    private int size;
    private final Map<String, byte[]> names;
    private final Map<String, byte[]> strings;
    private boolean continues;

    /// @param expected about how many bytes will be written
    RecordsJson(long expected) {
        this(expected, new HashMap<>(), new HashMap<>());
    }

    private RecordsJson(long expected, Map<String, byte[]> names, Map<String, byte[]> strings) {
        this.room = new byte[Math.toIntExact(Math.clamp(expected, LEAST_ROOM, MOST_ROOM))];
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
        add(names.computeIfAbsent(name, n -> utf8(quoted(n) + ":")));
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
        add('"');
        add(utf8(escaped(value)));
        add('"');
        continues = true;
    }

    /// A value that is JSON already.
    void written(byte[] value) {
        separate();
        add(value);
        continues = true;
    }

    /// How many bytes were written so far.
    int size() {
        return size;
    }

    /// Writes again what was written once: members of an object that its next record has in the same place.
    void again(int from, int to) {
        makeRoom(to - from);
        System.arraycopy(room, from, room, size, to - from);
        size += to - from;
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
        add('\n');
        continues = false;
    }

    /// Ends the line between two records.
    void nextRecord() {
        add(',');
        line();
    }

    /// A value apart from the others, to be written as [written][#written] as often as it comes.
    byte[] apart(Consumer<RecordsJson> content) {
        RecordsJson apart = new RecordsJson(LEAST_ROOM, names, strings);
        content.accept(apart);
        return apart.bytes();
    }

    /// All that was written.
    byte[] bytes() {
        return Arrays.copyOf(room, size);
    }

    private void start(char bracket) {
        separate();
        add(bracket);
        continues = false;
    }

    private void end(char bracket) {
        add(bracket);
        continues = true;
    }

    private void separate() {
        if (continues) {
            add(',');
        }
    }

    private void add(char ascii) {
        makeRoom(1);
        room[size++] = (byte) ascii;
    }

    private void add(byte[] bytes) {
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, room, size, bytes.length);
        size += bytes.length;
    }

    private void makeRoom(int more) {
        if (more > room.length - size) {
            room = Arrays.copyOf(room, (int) Math.min(MOST_ROOM, Math.max(2L * room.length, (long) size + more)));
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
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return isPlain(text) ? text : new String(ESCAPES.quoteAsString(text));
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
