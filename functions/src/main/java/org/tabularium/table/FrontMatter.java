package org.tabularium.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a whole report holds besides its displays: `front-matter` of study.yaml.
public enum FrontMatter {
    /// Contents, and on the last page what could not be made and what was found.
    FULL,
    /// A contents page.
    CONTENTS,
    /// Nothing: displays alone, several short ones on a page.
    NONE;

    /// The front matter that a study asks for.
    ///
    /// @param word `full`, `contents` or `none`; null for the style's own
    public static FrontMatter of(@Nullable String word, HouseStyle style) {
        return word == null ? style.frontMatter() : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
