package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Scores and responses of ours that a study has under another PARAMCD, as their labels (PARAM) tell. Nothing is computed by
/// this: it makes the line of study.yaml that the user may write.
public final class ScoreLabels {

    private static final Map<String, Pattern> KNOWN = known();

    private ScoreLabels() {}

    private static Map<String, Pattern> known() {
        Map<String, Pattern> known = new LinkedHashMap<>();
        known.put("SLEDAI2K", Pattern.compile("sledai(?!.*item).*"));
        known.put("BILAG", Pattern.compile("bilag.*(total|numeric|score).*"));
        known.put("PGA", Pattern.compile(".*(physician.?.? global|\\bpga\\b).*"));
        known.put("PREDDOSE", Pattern.compile(".*predniso.*dose.*"));
        known.put("SRI4", Pattern.compile(".*\\bsri.?4.*"));
        known.put("LLDAS", Pattern.compile(".*(lldas|low(er)? (lupus )?disease activity).*"));
        known.put("DORIS", Pattern.compile(".*doris.*"));
        return Collections.unmodifiableMap(known);
    }

    /// The PARAMCDs of ours, instruments first.
    public static Set<String> codes() {
        return KNOWN.keySet();
    }

    /// By our PARAMCD the study's one that is labelled so; only where the study has ours nowhere, maps it to none, and one dataset
    /// has one such parameter.
    public static Map<String, String> alike(StudyData data) {
        Map<String, String> alike = new TreeMap<>();
        Set<String> there = new HashSet<>(data.settings().parameters().keySet());
        for (Dataset dataset : data.datasets()) {
            Map<String, String> labels = labels(dataset);
            there.addAll(labels.keySet());
            KNOWN.forEach((score, pattern) -> {
                List<String> like = labels.entrySet().stream()
                        .filter(entry -> pattern.matcher(entry.getValue().toLowerCase(Locale.ROOT)).matches())
                        .map(Map.Entry::getKey).toList();
                if (like.size() == 1) {
                    alike.putIfAbsent(score, like.getFirst());
                }
            });
        }
        alike.keySet().removeAll(there);
        return alike;
    }

    /// The first label of each PARAMCD.
    private static Map<String, String> labels(Dataset dataset) {
        Map<String, String> labels = new LinkedHashMap<>();
        Column label = dataset.column("PARAM").orElse(null);
        if (dataset.column("PARAMCD").orElse(null) instanceof TextColumn code) {
            BitSet seen = new BitSet();
            for (int row = 0; row < dataset.rows(); row++) {
                if (!seen.get(code.code(row))) {
                    seen.set(code.code(row));
                    labels.put(ValueText.text(code, row), label == null ? "" : ValueText.text(label, row));
                }
            }
        }
        return labels;
    }
}
