#!/usr/bin/env python3
"""Makes the fallback fonts of functions/src/main/resources/fonts from their full versions (needs fonttools).

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    subset-fonts.py package/400Regular/NotoSansSC_400Regular.ttf  NotoSansSC-GB2312.ttf && gzip -9 -n NotoSansSC-GB2312.ttf
    npm pack @expo-google-fonts/noto-sans@0.4.2 && tar xzf expo-google-fonts-noto-sans-0.4.2.tgz
    subset-fonts.py package/400Regular/NotoSans_400Regular.ttf    NotoSans-Symbols.ttf
    unzip openpdf-fonts-extra-3.0.5.jar 'liberation/*'
    subset-fonts.py liberation/LiberationSans-Regular.ttf         TabulariumSans-Regular.ttf
    subset-fonts.py liberation/LiberationSans-Bold.ttf            TabulariumSans-Bold.ttf

NotoSansSC-GB2312.ttf keeps the 7,445 characters of GB 2312 (both levels of hanzi, full-width punctuation, Roman and circled numerals, Greek,
arrows, units) and the units of GBK's compatibility block. NotoSans-Symbols.ttf keeps superscripts, subscripts, fractions, punctuation and the
replacement character, which the text font lacks in part. TabulariumSans has the Latin and Greek letters, punctuation and signs of Liberation Sans, glyph
by glyph: of each glyph of a font, used or not, eight bytes stand in every file, and Liberation Sans has 2,592. Its licence reserves its name.
Hinting and layout tables go: the PDF renderer uses neither; of the text font hinting stays, for viewers that show letters by it.
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


TEXT = {*range(0x20, 0x180), 0x192, *range(0x2B0, 0x300), *range(0x370, 0x400), *range(0x2000, 0x2300), *range(0x25A0, 0x2600)}
CHARACTERS = {
    "NotoSansSC-GB2312.ttf": {0x20, *gb2312(), *range(0x3300, 0x3400), *range(0xFF00, 0xFFF0), 0x2011},
    "NotoSans-Symbols.ttf": {0x20, *range(0xA0, 0x100), *range(0x2000, 0x2220), 0xFFFD},
    "TabulariumSans-Regular.ttf": TEXT,
    "TabulariumSans-Bold.ttf": TEXT,
}
FAMILY = "Tabularium Sans"



def rename(font, style):
    for record in list(font["name"].names):
        known = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"{FAMILY}-{style}".replace(" ", "")}
        if record.nameID in known:
            font["name"].setName(known[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)


def main(source, target):
    name = target.rsplit("/", 1)[-1]
    text = CHARACTERS[name] is TEXT
    options = subset.Options()
    options.hinting = text
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "meta", "kern", "FFTM"] + ([] if text else ["gasp"])
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS[name])
    subsetter.subset(font)
    if text:
        rename(font, name.removesuffix(".ttf").rsplit("-", 1)[1])
    subset.save_font(font, target, options)


if __name__ == "__main__":
    main(*sys.argv[1:])
