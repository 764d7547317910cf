package org.tabularium.study.define;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;

/// The coding dictionaries that tables name with their versions: those of study.yaml, and what define.xml says of others.
public final class Dictionaries {

    /// What the dictionaries are called, by their names in capitals without blanks and signs.
    private static final Map<String, String> NAMES = Map.of("MEDDRA", "MedDRA", "CTCAE", "CTCAE", "NCICTCAE", "CTCAE", "WHODRUG",
            "WHODrug", "WHODRUGGLOBAL", "WHODrug", "WHODRUGDICTIONARY", "WHODrug", "WHODD", "WHODrug", "WHODDE", "WHODrug");
    private static final Pattern BEFORE_VERSION = Pattern.compile("(?i)^(?:version|ver\\.?|v\\.?)\\s*(?=\\S)");

    private Dictionaries() {}

    /// What study.yaml calls a dictionary; empty for one that no table names, such as that of countries.
    static Optional<String> name(String dictionary) {
        return Optional.ofNullable(NAMES.get(dictionary.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")));
    }

    /// A version without the word before it.
    static String version(String written) {
        return BEFORE_VERSION.matcher(written.strip()).replaceFirst("");
    }

    /// The versions of study.yaml, and those of define.xml for the dictionaries that it does not name.
    ///
    /// @param said the versions of study.yaml, which count
    /// @param findings takes `DEFINE_DICTIONARY`
    public static Map<String, String> of(Map<String, String> said, Definition definition, Consumer<Finding> findings) {
        Map<String, String> versions = new LinkedHashMap<>(said);
        definition.dictionaries().forEach((dictionary, defined) -> {
            String ours = said.get(dictionary);
            String theirs = String.join(", ", defined);
            if (ours == null && defined.size() == 1) {
                versions.put(dictionary, theirs);
            } else if (ours == null) {
                findings.accept(finding(definition, "names several versions of " + dictionary + " (" + theirs
                        + "), so that tables name none", "name the one of the report: dictionaries in study.yaml"));
            } else if (!defined.contains(version(ours))) {
                findings.accept(finding(definition, "says version " + theirs + " of " + dictionary + "; study.yaml says "
                        + ours + ", which tables name", "correct whichever is wrong"));
            }
        });
        return versions;
    }

    private static Finding finding(Definition definition, String message, String remedy) {
        return Finding.warning("DEFINE_DICTIONARY", message).in(definition.file()).remedy(remedy);
    }
}
