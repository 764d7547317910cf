package org.tabularium.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.study.settings.RecordSettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.yaml.NearestWord;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;

/// Variables that study.yaml names outside of `tables:` and that no dataset has: errors with their line and the nearest
/// name. Arm
/// variables are checked with the arms.
public final class SettingsVariables {

    /// Where a variable of ADaM may be named before its dataset is delivered.
    private static final Pattern AWAITED = Pattern.compile("/(?:values|levels|categorical)/.*");

    private final Study study;
    private final YamlMap map;
    private final List<Finding> findings = new ArrayList<>();

    private SettingsVariables(Study study, YamlMap map) {
        this.study = study;
        this.map = map;
    }

    /// The faults, by line.
    public static List<Finding> unknown(Study study) {
        String text = study.settings().text();
        if (text.isEmpty() || !study.has(Study.ADSL)) {
            return List.of();
        }
        try {
            SettingsVariables variables = new SettingsVariables(study,
                    YamlReader.read(StudyYaml.FILE, text.getBytes(StandardCharsets.UTF_8)));
            variables.look();
            return variables.findings;
        } catch (RejectedException e) {
            throw new IllegalStateException("study.yaml was read before", e);
        }
    }

    private void look() {
        Set<String> subjects = ours(study.variables(Study.ADSL));
        Set<String> every = new LinkedHashSet<>();
        study.datasets().forEach(dataset -> every.addAll(study.variables(dataset)));
        boolean listed = !map.get("baseline").isObject();
        look(listed ? "/baseline" : "/baseline/variables", subjects, "is no variable of ADSL");
        look("/day-zero", subjects, "is no variable of ADSL");
        look("/relatedness-of", every, "is a variable of no dataset");
        look("/categorical", ours(every), "is a variable of no dataset");
        lookAtKeys("/levels", ours(every), "is a variable of no dataset");
        map.get("values").fieldNames().forEachRemaining(name -> {
            if (study.datasets().stream().noneMatch(dataset -> study.has(dataset, name.toUpperCase(Locale.ROOT)))) {
                look(name, "/values/" + name, ours(every), "is a variable of no dataset");
            }
        });
        lookAtKeys("/endpoints/of", subjects, "is no variable of ADSL");
        map.get("variables").fieldNames()
                .forEachRemaining(name -> look("/variables/" + name, every, "is a column of no dataset"));
        map.get("flags").fieldNames().forEachRemaining(name -> {
            String dataset = name.toUpperCase(Locale.ROOT);
            if (study.has(dataset) && !map.get("flags").path(name).asText().equalsIgnoreCase(RecordSettings.NO_FLAG)) {
                look("/flags/" + name, ours(study.variables(dataset)), "is no variable of " + dataset);
            }
        });
    }

    /// The study's names and ours of those that are mapped.
    private Set<String> ours(Set<String> theirs) {
        Set<String> names = new LinkedHashSet<>(theirs);
        study.settings().variables().forEach((ours, mapped) -> {
            if (theirs.contains(mapped)) {
                names.add(ours);
            }
        });
        return names;
    }

    private void look(String pointer, Set<String> known, String message) {
        JsonNode node = map.node().at(pointer);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.path(i).asText(), pointer + "/" + i, known, message);
            }
        } else if (!node.isMissingNode()) {
            look(node.asText(), pointer, known, message);
        }
    }

    private void lookAtKeys(String pointer, Set<String> known, String message) {
        map.node().at(pointer).fieldNames().forEachRemaining(name -> look(name, pointer + "/" + name, known, message));
    }

    private void look(String written, String pointer, Set<String> known, String message) {
        String name = Variable.nameOf(written);
        if (known.contains(name) || study.has(Study.ADSL, name)) {
            return;
        }
        Optional<String> nearest = NearestWord.of(name, known);
        boolean later = nearest.isEmpty() && AWAITED.matcher(pointer).matches() && !AdamVariables.label(name).isEmpty();
        findings.add((later ? Finding.warning("SETTING_UNMET", message) : Finding.error("VARIABLE_UNKNOWN", message))
                .in(map.file()).at(map.lineOf(pointer)).of(pointer.substring(1).replaceAll("/[0-9]+$", "").replace('/', '.'))
                .value(written)
                .remedy(nearest.map(near -> "did you mean `" + near + "`?")
                        .orElse("correct the name or leave it out")));
    }
}
