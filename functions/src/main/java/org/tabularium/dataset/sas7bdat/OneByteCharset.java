package org.tabularium.dataset.sas7bdat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/// Encodings of a byte a character that SAS has and Java has not. For reading only.
final class OneByteCharset extends Charset {

    private static final String LATIN_6 = "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";
    private static final String LATIN_8 = "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";
    private static final String ARABIC_720 = "\u0080\u0081éâ\u0084à\u0086çêëèïî\u008d\u008e\u008f\u0090\u0651\u0652ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»"
            + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u064b\u064c\u064d\u064e\u064f\u0650≈°∙·√ⁿ²■\u00a0";

    /// The characters of the bytes from `first` on; those before are what they are in Latin 1.
    private final String characters;
    private final int first;

    private OneByteCharset(String name, String characters) {
        super(name, new String[0]);
        this.characters = characters;
        this.first = 256 - characters.length();
    }

    /// The encoding with this name; empty where Java has it, or nobody.
    static Optional<Charset> named(String name) {
        return switch (name) {
            case "ISO-8859-10" -> Optional.of(new OneByteCharset(name, LATIN_6));
            case "ISO-8859-14" -> Optional.of(new OneByteCharset(name, LATIN_8));
            case "cp720" -> Optional.of(new OneByteCharset(name, ARABIC_720));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean contains(Charset other) {
        return other.name().equals("US-ASCII");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    int code = in.get() & 0xff;
                    out.put(code < first ? (char) code : characters.charAt(code - first));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("for reading only");
    }
}
