package org.tabularium.validation.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// All datasets are of one study by their STUDYID. Several in ADSL may be a pooled analysis or an upload that went wrong; one in
/// another dataset that ADSL does not
/// have is a file of another study.
public final class StudyIdentifiers implements Rule {

    private static final String VARIABLE = "STUDYID";
    private static final int NAMED = 5;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, VARIABLE));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Map<String, Rows> ofAdsl = adsl.text(VARIABLE).map(StudyIdentifiers::rows).orElse(Map.of());
        if (ofAdsl.size() > 1) {
            findings.accept(adsl.in(Finding.warning("STUDY_SEVERAL",
                    "has " + ofAdsl.size() + " values, " + words(ofAdsl) + "; all are reported as one study")
                    .of(adsl.named(VARIABLE))
                    .remedy("take the other studies' subjects out, unless this is a pooled analysis")));
        }
        if (ofAdsl.isEmpty()) {
            return;
        }
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            if (!dataset.name().equals(Study.ADSL)) {
                dataset.text(VARIABLE).ifPresent(ids -> compare(dataset, rows(ids), ofAdsl.keySet(), findings));
            }
        }
    }

    private static void compare(ExaminedDataset dataset, Map<String, Rows> found, Set<String> ofAdsl,
            Consumer<Finding> findings) {
        Map<String, Rows> foreign = new LinkedHashMap<>(found);
        foreign.keySet().removeAll(ofAdsl);
        if (!foreign.isEmpty()) {
            findings.accept(dataset.at(foreign.values().iterator().next().first(), Finding.warning("STUDY_OTHER",
                    "is " + words(foreign) + ", but " + String.join(", ", limited(ofAdsl)) + " in ADSL")
                    .of(dataset.named(VARIABLE))
                    .remedy("check that the file is of this study")));
        }
    }

    /// @param first the first row
    private record Rows(int first, int count) {}

    /// The values, without surrounding blanks, in the order of their first rows.
    private static Map<String, Rows> rows(TextColumn ids) {
        int[] first = ids.uses().first();
        int[] count = ids.uses().rows();
        List<Integer> order = Arrays.stream(ids.uses().used()).boxed().sorted(Comparator.comparingInt(code -> first[code]))
                .toList();
        Map<String, Rows> rows = new LinkedHashMap<>();
        for (int code : order) {
            String id = ids.dictionary().get(code).strip();
            if (!id.isEmpty()) {
                rows.merge(id, new Rows(first[code], count[code]), (a, b) -> new Rows(a.first(), a.count() + b.count()));
            }
        }
        return rows;
    }

    private static String words(Map<String, Rows> values) {
        String named = values.entrySet().stream().limit(NAMED)
                .map(value -> String.format(Locale.ROOT, "%s (%,d %s)", value.getKey(), value.getValue().count(),
                        value.getValue().count() == 1 ? "row" : "rows"))
                .collect(Collectors.joining(", "));
        return named + (values.size() > NAMED ? " and " + (values.size() - NAMED) + " more" : "");
    }

    private static List<String> limited(Set<String> values) {
        return values.stream().limit(NAMED).toList();
    }
}
