package org.tabularium.publication;

/// Where a study's objects lie in both buckets.
///
/// @param study the study's name: one part of a key, nothing else
public record StudyKeys(String study) {

    /// What all keys begin with.
    public static final String STUDIES = "studies/";

    public StudyKeys {
        if (!isName(study)) {
            throw new IllegalArgumentException("no name of a study: " + study);
        }
    }

    /// Whether this can be a study's name: not empty, no dot in front (`..` would lead elsewhere), no control characters.
    public static boolean isName(String study) {
        return !study.isBlank() && !study.startsWith(".") && study.indexOf('/') < 0 && study.indexOf('\\') < 0
                && study.codePoints().noneMatch(Character::isISOControl);
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
