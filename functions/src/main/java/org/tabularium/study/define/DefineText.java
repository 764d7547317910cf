package org.tabularium.study.define;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.store.Content;

/// The text of an XML file: bounded, and in the encoding that the file declares. The JDK's parser reports bytes that are none on
/// stderr, so it does not get to see them.
final class DefineText {

    /// Definitions of large studies have some ten MB.
    static final int LARGEST = 32 << 20;

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int DECLARATION = 200;
    private static final String MARK = "\ufeff";

    private DefineText() {}

    static String of(Content content) throws IOException, DefineFault {
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new DefineFault("has more than " + (LARGEST >> 20) + " MB, which no definition has");
        }
        Charset encoding = encoding(bytes);
        try {
            String text = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DefineFault("is not in " + encoding.name() + ", the encoding that it declares");
        }
    }

    private static Charset encoding(byte[] bytes) throws DefineFault {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = DECLARED.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new DefineFault("is in an encoding that is not known: " + declared.group(1));
        }
    }
}
