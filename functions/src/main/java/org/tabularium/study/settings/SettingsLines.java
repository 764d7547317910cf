package org.tabularium.study.settings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;

/// The lines of study.yaml, for findings that the data give rise to.
public final class SettingsLines {

    private final YamlMap map;

    private SettingsLines(YamlMap map) {
        this.map = map;
    }

    /// The lines of the file that the settings were read from.
    public static SettingsLines of(StudySettings settings) {
        if (settings.text().isEmpty()) {
            return new SettingsLines(YamlMap.empty(StudyYaml.FILE, 1));
        }
        try {
            return new SettingsLines(YamlReader.read(StudyYaml.FILE, settings.text().getBytes(StandardCharsets.UTF_8)));
        } catch (RejectedException e) {
            throw new IllegalStateException("study.yaml was read before", e);
        }
    }

    /// The finding at the line of a key, or of the nearest thing around it.
    ///
    /// @param keys from the outermost in; the place in a list is its number from 0
    public Finding at(Finding finding, String... keys) {
        String pointer = Arrays.stream(keys).map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return finding.in(StudyYaml.FILE).at(map.lineOf(pointer));
    }
}
