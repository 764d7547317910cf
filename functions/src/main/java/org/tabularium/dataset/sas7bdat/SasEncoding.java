package org.tabularium.dataset.sas7bdat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// SAS's encodings by the number that stands in a file's header.
///
/// Numbers as ReadStat has them and files that SAS wrote in most of them, which are called after SAS's short names
/// (test-data/sas7bdat); by those 136 is
/// ms-932, not windows-949 as in ReadStat. `shift-jis` of SAS is Microsoft's code page 932. Text in EBCDIC is not known here.
///
/// @param charset null where the file says nothing of its encoding
record SasEncoding(@Nullable Charset charset) {

    /// Number, name in Java, name in SAS.
    private static final String TABLE = """
            20 UTF-8 utf-8
            29 ISO-8859-1 latin1
            30 ISO-8859-2 latin2
            31 ISO-8859-3 latin3
            32 ISO-8859-4 latin4
            33 ISO-8859-5 cyrillic
            34 ISO-8859-6 arabic
            35 ISO-8859-7 greek
            36 ISO-8859-8 hebrew
            37 ISO-8859-9 latin5
            38 ISO-8859-10 latin6
            39 x-iso-8859-11 thai
            40 ISO-8859-15 latin9
            41 IBM437 pcoem437
            42 IBM850 pcoem850
            43 IBM852 pcoem852
            44 IBM857 pcoem857
            45 IBM00858 pcoem858
            46 IBM862 pcoem862
            47 IBM864 pcoem864
            48 IBM865 pcoem865
            49 IBM866 pcoem866
            50 IBM869 pcoem869
            51 x-IBM874 pcoem874
            52 x-IBM921 pcoem921
            53 x-IBM922 pcoem922
            54 x-IBM1129 pcoem1129
            55 cp720 pcoem720
            56 x-IBM737 pcoem737
            57 IBM775 pcoem775
            58 IBM860 pcoem860
            59 IBM863 pcoem863
            60 windows-1250 wlatin2
            61 windows-1251 wcyrillic
            62 windows-1252 wlatin1
            63 windows-1253 wgreek
            64 windows-1254 wturkish
            65 windows-1255 whebrew
            66 windows-1256 warabic
            67 windows-1257 wbaltic
            68 windows-1258 wvietnamese
            69 x-MacRoman macroman
            70 x-MacArabic macarabic
            71 x-MacHebrew machebrew
            72 x-MacGreek macgreek
            73 x-MacThai macthai
            75 x-MacTurkish macturkish
            76 x-MacUkraine macukraine
            118 x-windows-950 ms-950
            119 x-EUC-TW euc-tw
            123 Big5 big5
            125 GBK euc-cn
            126 x-mswin-936 ms-936
            128 x-IBM1381 ibm-1381
            134 EUC-JP euc-jp
            136 windows-31j ms-932
            137 x-IBM942C ibm-942
            138 windows-31j shift-jis
            140 EUC-KR euc-kr
            141 x-windows-949 ms-949
            142 x-IBM949C ibm-949
            163 x-MacIceland maciceland
            167 ISO-2022-JP iso-2022-jp
            168 ISO-2022-KR iso-2022-kr
            169 ISO-2022-CN iso-2022-cn
            205 GB18030 gb18030
            227 ISO-8859-14 latin8
            242 ISO-8859-13 latin7
            245 x-MacCroatian maccroatian
            246 x-MacCyrillic maccyrillic
            247 x-MacRomania macromania
            248 Shift_JIS macos-1
            """;

    /// Those that say nothing: 0, `us-ascii`, which is often said of other text, and `any`.
    private static final int[] UNDECLARED = {0, 28, 204};

    private static final Map<Integer, SasEncoding> BY_NUMBER = byNumber();

    static Optional<SasEncoding> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /// Whether bytes that would be text in ASCII are that text.
    boolean isAscii() {
        if (charset == null || charset.name().startsWith("ISO-2022")) {
            return false;
        }
        byte[] letters = new byte['~' - ' ' + 1];
        IntStream.range(0, letters.length).forEach(i -> letters[i] = (byte) (' ' + i));
        return new String(letters, charset).equals(new String(letters, StandardCharsets.US_ASCII));
    }

    private static Map<Integer, SasEncoding> byNumber() {
        Map<Integer, SasEncoding> encodings = new HashMap<>();
        for (int number : UNDECLARED) {
            encodings.put(number, new SasEncoding(null));
        }
        TABLE.lines().map(line -> line.split(" ")).forEach(words -> {
            Optional<Charset> charset = OneByteCharset.named(words[1])
                    .or(() -> Charset.isSupported(words[1]) ? Optional.of(Charset.forName(words[1])) : Optional.empty());
            charset.ifPresent(known -> encodings.put(Integer.valueOf(words[0]), new SasEncoding(known)));
        });
        return encodings;
    }
}
