package org.tabularium.validation.record;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.DerivationType;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// How many records of parameters were derived (DTYPE), and what tables do with them.
public final class DerivedRecords implements Rule {

    private static final String VARIABLE = "DTYPE";
    private static final String VISIT = "AVISIT";
    private static final Pattern MADE = Pattern.compile("(?i)\\b(?:worst|minimum|maximum|lowest|highest|nadir|average|mean)\\b"
            + "|\\bLOCF\\b|\\bLOV\\b|\\b(?:last|final)[ -](?:on[ -]treatment|on[ -]therapy|post[ -]?baseline|observ|value|result|available|non[ -]missing)");
    private static final Finding NAMED = Finding
            .warning("VISIT_DERIVED",
                    "is called as values made of others are, but DTYPE does not say so; it stands among the visits")
            .remedy("give DTYPE, or choose the visits of the table: visits: […]");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(d -> requested.ask(d, VARIABLE, VISIT));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn derivation = dataset.text(VARIABLE).orElse(null);
            dataset.text(VISIT).ifPresent(visits -> named(dataset, visits, derivation, findings));
            if (derivation != null) {
                count(dataset, derivation, DerivationType.SUMMARY,
                        "of other records; tables by visit leave them out but for those that a flag picks among the values of their"
                                + " visit",
                        findings);
                count(dataset, derivation, DerivationType.IMPUTED, "imputed; tables use them and say how many", findings);
            }
        }
    }

    /// Visits whose name says that their values are made of others, although DTYPE does not.
    private static void named(ExaminedDataset dataset, TextColumn visits, @Nullable TextColumn derivation,
            Consumer<Finding> findings) {
        IntPredicate isMade = ExaminedDataset.where(visits, text -> MADE.matcher(text).find());
        if (visits.dictionary().stream().noneMatch(text -> MADE.matcher(text.strip()).find())) {
            return;
        }
        try (RowFindings rows = new RowFindings(dataset, NAMED.of(dataset.named(VISIT)), findings)) {
            Set<String> told = new HashSet<>();
            for (int row = 0; row < dataset.rows(); row++) {
                if (isMade.test(row) && (derivation == null || derivation.isMissing(row))
                        && told.add(visits.value(row).strip())) {
                    rows.add(row, visits.value(row).strip());
                }
            }
        }
    }

    private static void count(ExaminedDataset dataset, TextColumn derivation, DerivationType type, String use,
            Consumer<Finding> findings) {
        int[] byCode = derivation.uses().rows();
        Map<String, Integer> counts = new TreeMap<>();
        for (int code = 0; code < byCode.length; code++) {
            String word = derivation.dictionary().get(code).strip();
            if (byCode[code] > 0 && DerivationType.of(word) == type) {
                counts.merge(word, byCode[code], Integer::sum);
            }
        }
        if (!counts.isEmpty()) {
            findings.accept(dataset.in(Finding.note("RECORDS_DERIVED", "says that records are made "
                    + counts.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")")
                            .collect(Collectors.joining(", "))
                    + ": " + use).of(dataset.named(VARIABLE))));
        }
    }
}
