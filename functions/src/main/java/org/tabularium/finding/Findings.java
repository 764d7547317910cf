package org.tabularium.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects findings: all are counted, the first 1,000 of each severity's share are kept so that a broken study of a million rows
/// stays readable.
///
/// Not thread-safe; one a report.
public final class Findings {

    /// How many findings are listed; the rest is counted.
    public static final int LISTED = 1_000;

    private final List<Finding> listed = new ArrayList<>();
    private final Set<Finding> seen = new HashSet<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    /// Counts the finding and, while there is room, keeps it. An error always finds room in the place of a note or a warning.
    /// What
    /// was said already, as of a dataset that serves under two names, is not said again.
    public void add(Finding finding) {
        if (seen.contains(finding)) {
            return;
        }
        if (seen.size() < LISTED) {
            seen.add(finding);
        }
        counts.merge(finding.severity(), 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(finding);
            return;
        }
        for (int i = listed.size() - 1; i >= 0; i--) {
            if (listed.get(i).severity().compareTo(finding.severity()) > 0) {
                listed.remove(i);
                listed.add(finding);
                return;
            }
        }
    }

    public void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /// Gathers findings that say the same of several variables, files or names into one each, which counts as one.
    public void gather() {
        List<Finding> gathered = SameFindings.gathered(listed);
        listed.forEach(finding -> counts.merge(finding.severity(), -1L, Long::sum));
        gathered.forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
        listed.clear();
        listed.addAll(gathered);
    }

    /// A copy in which findings on these variables have no value, for files that must not name a subject.
    public Findings withoutValuesOf(Set<String> variables) {
        Findings copy = new Findings();
        copy.counts.putAll(counts);
        listed.forEach(f -> copy.listed.add(f.variable() != null && variables.contains(f.variable()) ? f.withoutValue() : f));
        return copy;
    }

    /// What may be told to everybody: which kinds of findings there were, once each.
    public Findings withoutWords() {
        Findings copy = new Findings();
        listed.forEach(f -> copy.add(Finding.of(f.severity(), f.code(), "the full edition says what")));
        return copy;
    }

    /// The listed findings: errors first, then warnings, then notes, each in the order of arrival.
    public List<Finding> listed() {
        return listed.stream()
                .sorted(java.util.Comparator.comparing(Finding::severity))
                .toList();
    }

    /// How many findings of this severity there were, listed or not.
    public long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /// How many findings were counted but are not listed.
    public long unlisted() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - listed.size();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
