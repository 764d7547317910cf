package org.tabularium.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;

/// How often a finding was met: what may be said of findings where no values may be shown.
///
/// @param severity the word
public record FindingCounts(String severity, String code, @Nullable String dataset, @Nullable String variable, long count) {

    /// One for each severity, code, dataset and variable, in the order of their first appearance.
    public static List<FindingCounts> of(List<Finding> findings) {
        Map<FindingCounts, Long> counts = new LinkedHashMap<>();
        for (Finding finding : findings) {
            counts.merge(new FindingCounts(finding.severity().word(), finding.code(), finding.dataset(), finding.variable(), 0),
                    1L,
                    Long::sum);
        }
        return counts.entrySet().stream()
                .map(e -> new FindingCounts(e.getKey().severity, e.getKey().code, e.getKey().dataset, e.getKey().variable,
                        e.getValue()))
                .toList();
    }
}
