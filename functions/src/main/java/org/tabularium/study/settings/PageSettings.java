package org.tabularium.study.settings;

import org.jspecify.annotations.Nullable;

/// What study.yaml says of every page: `page`, `sponsor`, `protocol`, `status`, `front-matter`.
///
/// @param paper `a4` or `letter`; null where study.yaml does not say
/// @param orientation `auto`, `portrait` or `landscape`; null where study.yaml does not say
/// @param fontSize in points; null where study.yaml does not say
/// @param margins of all four sides in millimetres; null where study.yaml does not say
/// @param sponsor printed on every page; empty for none
/// @param protocol printed on every page; empty for none
/// @param status such as DRAFT, printed on every page; empty for none
/// @param frontMatter `full`, `contents` or `none`; null for what the house style does
public record PageSettings(
        @Nullable String paper,
        @Nullable String orientation,
        @Nullable Double fontSize,
        @Nullable Double margins,
        String sponsor,
        String protocol,
        String status,
        @Nullable String frontMatter) {

    /// What study.yaml without any of the keys means.
    public static final PageSettings DEFAULT = new PageSettings(null, null, null, null, "", "", "", null);
}
