package org.tabularium.selection.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.laboratory.DerivedGfr;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.StudyData;
import org.tabularium.yaml.NearestWord;
import org.tabularium.yaml.YamlMap;

/// PARAMCDs that a sponsor's shell or an entry of `tables:` names and that no dataset has. One that is near to a name of the data
/// is a slip, an error with the line; another may
/// come with a later delivery and is a warning.
public final class UnknownParameters {

    private static final List<String> ANTICIPATING = List.of("requires-parameters", "offered-with");
    private static final Set<String> KEYS = Set.of("parameter", "parameters", "score");

    private final StudyData data;
    private final YamlMap map;
    private final Set<String> known;
    /// Those of which the shell itself says what becomes of it where the study lacks them.
    private final Set<String> anticipated = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private UnknownParameters(StudyData data, YamlMap map, Set<String> known) {
        this.data = data;
        this.map = map;
        this.known = known;
        for (String key : ANTICIPATING) {
            map.get(key).forEach(code -> anticipated.add(code.asText().replaceFirst("^PARAMCD\\.", "")));
        }
    }

    /// The faults of what somebody wrote.
    ///
    /// @param map a shell, or the parameters of an entry of `tables:`
    public static List<Finding> of(StudyData data, YamlMap map) {
        Set<String> known = new TreeSet<>();
        data.datasets().forEach(dataset -> {
            if (dataset.column("PARAMCD").orElse(null) instanceof TextColumn codes) {
                codes.dictionary().stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).forEach(known::add);
            }
        });
        known.remove("");
        if (known.isEmpty()) {
            return List.of();
        }
        UnknownParameters parameters = new UnknownParameters(data, map, known);
        parameters.walk("", map.node());
        return parameters.findings;
    }

    private void walk(String pointer, JsonNode node) {
        node.properties().forEach(entry -> {
            String below = pointer + "/" + entry.getKey();
            if (KEYS.contains(entry.getKey()) && !entry.getValue().isObject()) {
                look(below, entry.getValue());
            } else {
                walk(below, entry.getValue());
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, node.path(i));
        }
    }

    private void look(String pointer, JsonNode value) {
        if (!value.isArray()) {
            look(value.asText(), pointer);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            look(value.path(i).asText(), pointer + "/" + i);
        }
    }

    private void look(String written, String pointer) {
        String theirs = data.study().names().parameter(written).toUpperCase(Locale.ROOT);
        boolean derivable = written.equals(DeclaredRows.ALL) || data.derived(written).isPresent()
                || (written.equals(DerivedGfr.CODE) && known.contains(DerivedGfr.CREATININE));
        if (known.contains(theirs) || derivable || anticipated.contains(written)) {
            return;
        }
        Optional<String> near = NearestWord.of(theirs, known);
        Finding finding = near.isPresent()
                ? Finding.error("PARAMETER_UNKNOWN", "is no PARAMCD of any dataset").remedy("did you mean `" + near.get() + "`?")
                : Finding.warning("PARAMETER_UNKNOWN", "is no PARAMCD of any dataset; what is asked of it is left out");
        findings.add(finding.in(map.file()).at(map.lineOf(pointer)).value(written)
                .of(pointer.substring(1).replaceAll("/[0-9]+(?=/|$)", "").replace('/', '.')));
    }
}
