package org.tabularium.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Findings that say the same of several variables, files or names: up to three stay, of more the first one names the others and
/// counts them. What else is wrong with a study is not to be lost among twenty lines of the same words. Rows are gathered by the
/// rules themselves.
final class SameFindings {

    private static final int EACH = 3;
    private static final int NAMED = 20;
    private static final String SETTINGS = ".yaml";

    /// What findings are about that differ in nothing else.
    private enum Of {
        VARIABLES, FILES, NAMES
    }

    private record Group(Severity severity, String code, Of of, String dataset, String variable, String message) {}

    private SameFindings() {}

    /// The findings in their order, each group in the place of its first.
    static List<Finding> gathered(List<Finding> findings) {
        Map<Object, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Object key = group(finding).map(Object.class::cast).orElseGet(Object::new);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
        }
        List<Finding> gathered = new ArrayList<>();
        groups.forEach((key, same) -> {
            if (key instanceof Group group && same.size() > EACH) {
                gathered.add(one(group, same));
            } else {
                gathered.addAll(same);
            }
        });
        return gathered;
    }

    private static Optional<Group> group(Finding finding) {
        String dataset = Objects.requireNonNullElse(finding.dataset(), "");
        String variable = Objects.requireNonNullElse(finding.variable(), "");
        boolean settings = dataset.endsWith(SETTINGS);
        if (settings && finding.severity() != Severity.ERROR && finding.value() != null) {
            return Optional.of(new Group(finding.severity(), finding.code(), Of.NAMES, dataset, variable, finding.message()));
        }
        if (settings || finding.row() != null || finding.value() != null || dataset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(variable.isEmpty()
                ? new Group(finding.severity(), finding.code(), Of.FILES, "", "", finding.message())
                : new Group(finding.severity(), finding.code(), Of.VARIABLES, dataset, "", finding.message()));
    }

    private static Finding one(Group group, List<Finding> same) {
        Finding first = same.getFirst();
        String others = same.stream().skip(1).limit(NAMED - 1L).map(finding -> switch (group.of()) {
            case VARIABLES -> finding.variable();
            case FILES -> finding.dataset();
            case NAMES -> finding.value();
        }).collect(Collectors.joining(", "));
        String what = switch (group.of()) {
            case VARIABLES -> "variables";
            case FILES -> "in all";
            case NAMES -> "names";
        };
        String more = same.size() > NAMED ? String.format(Locale.ROOT, " and %,d more", same.size() - NAMED) : "";
        return new Finding(first.severity(), first.code(), first.dataset(), first.row(), first.variable(), first.value(),
                String.format(Locale.ROOT, "%s (%,d %s: also %s%s)", first.message(), same.size(), what, others, more),
                first.remedy());
    }
}
