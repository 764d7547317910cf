package org.tabularium.publication;

import java.nio.charset.StandardCharsets;

/// Where a study's objects lie in both buckets.
///
/// @param study the study's name: one part of a key, nothing else
public record StudyKeys(String study) {

    /// What all keys begin with.
    public static final String STUDIES = "studies/";

    /// Bytes that a study's name may have in UTF-8: below it keys of runs stay within S3's 1,024.
    public static final int LONGEST = 200;

    public StudyKeys {
        if (!isName(study)) {
            throw new IllegalArgumentException("no name of a study: " + study);
        }
    }

    /// Whether this can be a study's name: not empty, no dot in front (`..` would lead elsewhere), no control characters, not
    /// too long.
    public static boolean isName(String study) {
        return !study.isBlank() && !study.startsWith(".") && study.indexOf('/') < 0 && study.indexOf('\\') < 0
                && study.codePoints().noneMatch(Character::isISOControl)
                && study.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    public String prefix() {
        return STUDIES + study + "/";
    }

    public String latest() {
        return prefix() + "latest.json";
    }

    public String status() {
        return prefix() + "status.json";
    }

    /// A file of a run.
    ///
    /// @param path relative to the run
    public String file(String run, String path) {
        return prefix() + "runs/" + run + "/" + path;
    }
}
