package org.tabularium.dataset.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text of another encoding as bytes in UTF-8.
final class Utf8Stream extends InputStream {

    private final Reader text;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final CharBuffer characters = CharBuffer.allocate(1 << 14).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;

    /// Takes over the stream.
    Utf8Stream(InputStream stream, Charset charset) {
        this.text = new InputStreamReader(stream, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(into, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /// Whether there is a byte. Half of a surrogate pair waits for the other.
    private boolean fill() throws IOException {
        while (!bytes.hasRemaining() && !ended) {
            characters.compact();
            ended = text.read(characters) < 0;
            bytes.clear();
            encoder.encode(characters.flip(), bytes, ended);
            bytes.flip();
        }
        return bytes.hasRemaining();
    }
}
