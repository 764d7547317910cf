package org.tabularium.figure.drawing;

import java.util.Locale;

/// Black, one colour, and their tints: what a figure is drawn in.
public enum Shade {
    BLACK(0x000000), GREY(0x595959), SILVER(0xB3B3B3), MIST(0xE6E6E6), WHITE(0xFFFFFF), BLUE(0x1F5F99), SKY(0x6898C1), PALE(
            0xD6E4F0);

    private final int rgb;

    Shade(int rgb) {
        this.rgb = rgb;
    }

    public int red() {
        return rgb >> 16;
    }

    public int green() {
        return rgb >> 8 & 0xFF;
    }

    public int blue() {
        return rgb & 0xFF;
    }

    /// As `1F5F99`.
    public String hex() {
        return String.format(Locale.ROOT, "%06X", rgb);
    }
}
