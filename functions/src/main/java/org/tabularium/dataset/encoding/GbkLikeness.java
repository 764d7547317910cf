package org.tabularium.dataset.encoding;

import java.nio.charset.Charset;

/// Whether bytes that are not UTF-8 are Chinese text in GBK rather than Western text in Windows-1252, where almost any bytes are
/// text.
///
/// They are when all of them are GBK and at least two of three characters beyond ASCII are among the common ones (GB 2312: both
/// bytes from A1 up) and do not
/// stand alone against a Latin letter. Western words have single letters beyond ASCII (`café`, whose é makes no GBK with what
/// follows, or an uncommon
/// character) and now and then two between others (`größe`, `créé`); Chinese text has several in a row, or one by itself (`男`).
public final class GbkLikeness {

    public static final Charset GBK = Charset.forName("GBK");

    private boolean impossible;
    private int lead;
    private boolean letterBefore;
    private boolean previousIsLetter;
    private int run;
    private int commonInRun;
    private long characters;
    private long chinese;

    public static boolean isLikely(byte[] bytes, int from, int to) {
        GbkLikeness likeness = new GbkLikeness();
        likeness.accept(bytes, from, to);
        return likeness.isLikely();
    }

    /// Takes the next bytes of the text.
    public void accept(byte[] bytes, int from, int to) {
        for (int i = from; i < to && !impossible; i++) {
            accept(bytes[i] & 0xff);
        }
    }

    /// Whether all bytes taken are likely GBK. Ends the text.
    public boolean isLikely() {
        endRun(false);
        return !impossible && lead == 0 && characters > 0 && chinese * 3 >= characters * 2;
    }

    private void accept(int b) {
        if (lead != 0) {
            impossible = b < 0x40 || b == 0x7f || b == 0xff;
            characters++;
            run++;
            boolean symbol = lead >= 0xa1 && lead <= 0xa9;
            commonInRun += b >= 0xa1 && (symbol || (lead >= 0xb0 && lead <= 0xf7)) ? 1 : 0;
            lead = 0;
        } else if (b >= 0x80) {
            impossible = b == 0x80 || b == 0xff;
            letterBefore = run == 0 ? previousIsLetter : letterBefore;
            lead = b;
        } else {
            previousIsLetter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
            endRun(previousIsLetter);
        }
    }

    private void endRun(boolean letterAfter) {
        chinese += run > 1 || !(letterBefore || letterAfter) ? commonInRun : 0;
        run = 0;
        commonInRun = 0;
        letterBefore = false;
    }
}
