#!/usr/bin/env python3
"""Makes the fallback fonts of functions/src/main/resources/fonts from their full versions (needs fonttools).

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    subset-fonts.py package/400Regular/NotoSansSC_400Regular.ttf  NotoSansSC-GB2312.ttf && gzip -9 -n NotoSansSC-GB2312.ttf
    npm pack @expo-google-fonts/noto-sans@0.4.2 && tar xzf expo-google-fonts-noto-sans-0.4.2.tgz
    subset-fonts.py package/400Regular/NotoSans_400Regular.ttf    NotoSans-Symbols.ttf

NotoSansSC-GB2312.ttf keeps the 7,445 characters of GB 2312 (both levels of hanzi, full-width punctuation, Roman and circled numerals, Greek,
arrows, units) and the units of GBK's compatibility block. NotoSans-Symbols.ttf keeps superscripts, subscripts, fractions, punctuation and the
replacement character, which the text font lacks in part. Hinting and layout tables go: the PDF renderer uses neither.
"""

import sys

from fontTools import subset


def gb2312():
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


CHARACTERS = {
    "NotoSansSC-GB2312.ttf": {0x20, *gb2312(), *range(0x3300, 0x3400), *range(0xFF00, 0xFFF0), 0x2011},
    "NotoSans-Symbols.ttf": {0x20, *range(0xA0, 0x100), *range(0x2000, 0x2220), 0xFFFD},
}


def main(source, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "meta"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS[target.rsplit("/", 1)[-1]])
    subsetter.subset(font)
    subset.save_font(font, target, options)


if __name__ == "__main__":
    main(*sys.argv[1:])
