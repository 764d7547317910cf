package org.tabularium.study;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;
import org.tabularium.store.StudySource;
import org.tabularium.study.define.DefineXml;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.yaml.NearestWord;

/// What is said of a file of a study's folder that is not read: a warning where its name is near to that of settings or of a
/// shell, which
/// somebody meant to be read, or where it is an archive that may hold datasets, else a note.
public final class IgnoredFile {

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml(\\.txt|\\.bak)?");
    private static final Pattern SETTINGS = Pattern.compile("(?i)(study|settings?|config)\\.(ya?ml|json|txt)(\\.txt|\\.bak)?");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|7z|rar|tar|tgz|tar\\.gz|tbz2?|xz)");
    private static final Pattern OTHER_FORMAT = Pattern
            .compile("(?i)(?:AD[A-Z]{2,6}|[A-Z]{2})\\.(?:xls|xlsm|xlsb|ods|txt|tsv|dat|dta|sav|rds|rda|rdata|parquet|por|cpt)");
    private static final Pattern WORD = Pattern.compile("(?i).*\\.(dot|dotm|dotx|docm|docx|doc)");
    private static final String TEMPLATES = "templates/";

    private IgnoredFile() {}

    /// What is said of a file that nothing reads.
    ///
    /// @param name relative to the study's folder; a folder's ends in `/`
    public static Finding finding(String name) {
        boolean template = name.startsWith(TEMPLATES);
        if (template && YAML.matcher(name).matches()) {
            return near(name, "is not read; a shell's name ends in .yaml");
        }
        if (template && WORD.matcher(name).matches()) {
            return near(name, "is not read; a Word template without programs is called " + StudySource.WORD_TEMPLATE);
        }
        boolean folder = name.endsWith("/");
        if (template && folder) {
            return near(name, "is not read; a study's own shells lie in " + TEMPLATES + " itself");
        }
        String bare = name.replace("/", "");
        if (!template && folder && NearestWord.of(bare, List.of("templates", "shells")).isPresent()) {
            return near(name, "is not read; a study's own shells lie in " + TEMPLATES);
        }
        if (SETTINGS.matcher(name).matches()) {
            return near(name, "is not read; settings are called " + StudyYaml.FILE);
        }
        if (!folder && YAML.matcher(name).matches()) {
            boolean settings = NearestWord.of(name.toLowerCase(Locale.ROOT), List.of(StudyYaml.FILE)).isPresent();
            return near(name, settings
                    ? "is not read; settings are called " + StudyYaml.FILE
                    : "is not read; settings are called " + StudyYaml.FILE + ", and shells lie in " + TEMPLATES);
        }
        if (DefineXml.isDefinition(name)) {
            return Finding.note("FILE_IGNORED", "is not read: the datasets are defined by another file; name this one as define "
                    + "in " + StudyYaml.FILE + " if it is meant").in(name);
        }
        if (OTHER_FORMAT.matcher(name).matches()) {
            return Finding.warning("FILE_NOT_READ", "has the name of a dataset, and is of a format that is not read").in(name)
                    .remedy("deliver it as .xpt, .sas7bdat, .csv, .xlsx or .json");
        }
        if (ARCHIVE.matcher(name).matches()) {
            return Finding.warning("FILE_NOT_READ", "is an archive, which is not opened").in(name)
                    .remedy("put the datasets themselves into the study");
        }
        return Finding.note("FILE_IGNORED", "is no dataset and was ignored").in(name);
    }

    private static Finding near(String name, String message) {
        return Finding.warning("FILE_NOT_READ", message).in(name).remedy("rename it, or take it out of the study");
    }
}
