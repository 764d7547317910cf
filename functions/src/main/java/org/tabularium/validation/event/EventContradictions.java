package org.tabularium.validation.event;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.selection.event.Severity;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.FatalEvents;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What one row says of an event twice is the same: serious by a criterion (ICH E2A) and by AESER, fatal by result or grade and
/// by outcome, severe by word and by grade (CTCAE: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death), related by the
/// collected, the analysis and the pooled variable. Of each pair tables take one.
public final class EventContradictions implements Rule {

    private static final Set<RelationWords.Answer> SAYING = Set.of(RelationWords.Answer.RELATED, RelationWords.Answer.UNRELATED);
    private static final Predicate<String> YES = "Y"::equalsIgnoreCase;
    private static final List<String> CRITERIA = List.of("AESDTH", "AESLIFE", "AESHOSP", "AESDISAB", "AESCONG", "AESMIE");
    /// The collected causality, and the sponsor's pooled one (OCCDS).
    private static final List<String> OTHERS_OF_RELATEDNESS = List.of("AEREL", "RELGR1");
    /// The relationship to one drug of several.
    private static final Predicate<String> OF_A_DRUG = Pattern.compile("AE?REL[0-9]{1,2}").asMatchPredicate();
    private static final List<String> GRADES = List.of("ATOXGR", "ATOXGRN");
    /// Outcomes that a fatal event may have beside a fatal one: nobody knows of it.
    private static final Set<String> OPEN = Set.of("", "UNKNOWN", "U");

    private static final Finding SERIOUS = Finding
            .warning("SERIOUS_CRITERION", "").of("AESER")
            .remedy("correct AESER or the criterion; tables of serious events go by AESER");
    private static final Finding OUTCOME = Finding
            .warning("FATAL_OUTCOME", "is no fatal outcome although the event resulted in death (AESDTH) or is of grade 5")
            .of("AEOUT")
            .remedy("correct whichever is wrong; the event counts as fatal");
    private static final Finding SEVERITY = Finding
            .warning("SEVERITY_GRADE", "").of("AESEV")
            .remedy("correct whichever is wrong; tables of severity go by AESEV, those of grades by the grade");
    private static final Finding SEVERITY_TWO = Finding
            .warning("SEVERITY_TWO", "").of("AESEV")
            .remedy("correct whichever is wrong; tables go by AESEV; variables: {AESEV: ASEV} in study.yaml takes the other");
    private static final Finding GRADE_TWO = Finding
            .warning("GRADE_TWINS", "").of("ATOXGR")
            .remedy("correct whichever is wrong; tables go by ATOXGR");
    private static final Finding RELATED = Finding
            .warning("RELATEDNESS_TWO", "").of("AREL")
            .remedy("correct whichever is wrong; tables go by AREL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withEvents(study)) {
            requested.ask(name, CRITERIA);
            requested.ask(name, GRADES);
            requested.ask(name, "AESER", "AEOUT", "AESEV", "ASEV", "AETOXGR", "AREL", "AEREL", "RELGR1");
            requested.ask(name, study.variables(name).stream().filter(OF_A_DRUG).toList());
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            events.column("AESER").ifPresent(column -> seriousness(events, column, findings));
            events.column("AEOUT").ifPresent(column -> outcome(events, column, findings));
            events.column("AESEV").ifPresent(column -> severity(events, column, findings));
            events.column("AESEV").ifPresent(column -> analysisSeverity(events, column, findings));
            events.column("ATOXGR").ifPresent(column -> analysisGrade(events, column, findings));
            events.column("AREL").ifPresent(column -> Stream
                    .concat(OTHERS_OF_RELATEDNESS.stream(),
                            data.study().variables(events.name()).stream().filter(OF_A_DRUG).sorted())
                    .filter(other -> !events.named("AREL").equals(other))
                    .forEach(other -> relatedness(data, events, column, other, findings)));
        }
    }

    /// A fatal event has a finding of its own (FATAL_NOT_SERIOUS).
    private static void seriousness(ExaminedDataset events, Column serious, Consumer<Finding> findings) {
        IntPredicate fatal = FatalEvents.of(events);
        Map<String, IntPredicate> met = new LinkedHashMap<>();
        CRITERIA.forEach(criterion -> met.put(criterion, events.where(criterion, YES)));
        IntPredicate isSerious = events.where("AESER", YES);
        try (RowFindings rows = new RowFindings(events, SERIOUS, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int at = row;
                if (!isSerious.test(row) && !fatal.test(row)) {
                    met.entrySet().stream().filter(criterion -> criterion.getValue().test(at)).findFirst()
                            .ifPresent(criterion -> rows.add(at, r -> ValueText.text(serious, r),
                                    r -> "is not Y although " + events.named(criterion.getKey()) + " is"));
                }
            }
        }
    }

    private static void outcome(ExaminedDataset events, Column outcome, Consumer<Finding> findings) {
        IntPredicate died = events.where("AESDTH", YES);
        List<int[]> grades = GRADES.stream().flatMap(v -> events.column(v).stream()).map(Grade::of).toList();
        try (RowFindings rows = new RowFindings(events, OUTCOME, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int at = row;
                boolean fatal = died.test(row) || grades.stream().anyMatch(g -> g[at] == Grade.FATAL);
                String word = fatal ? ValueText.text(outcome, row) : "";
                if (!OPEN.contains(word.toUpperCase(Locale.ROOT)) && EventTerms.isKnown(EventTerms.OUTCOME, word)
                        && EventTerms.counted(EventTerms.OUTCOME, word).isEmpty()) {
                    rows.add(row, word);
                }
            }
        }
    }

    private static void severity(ExaminedDataset events, Column severity, Consumer<Finding> findings) {
        Optional<String> variable = GRADES.stream().filter(v -> events.column(v).isPresent()).findFirst();
        if (variable.isEmpty()) {
            return;
        }
        Column grade = events.column(variable.get()).orElseThrow();
        int[] grades = Grade.of(grade);
        Map<String, Optional<Severity>> words = new HashMap<>();
        try (RowFindings rows = new RowFindings(events, SEVERITY, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                Optional<Severity> said = words.computeIfAbsent(ValueText.text(severity, row), Severity::of);
                if (grades[row] > 0 && said.isPresent() && contradicts(said.get(), grades[row])) {
                    rows.add(row, r -> ValueText.text(severity, r),
                            r -> "is not the severity of " + events.named(variable.get()) + " " + ValueText.text(grade, r));
                }
            }
        }
    }

    /// The collected severity and that of the analysis.
    private static void analysisSeverity(ExaminedDataset events, Column collected, Consumer<Finding> findings) {
        Column analysis = events.named("AESEV").equals("ASEV") ? null : events.column("ASEV").orElse(null);
        if (analysis == null) {
            return;
        }
        try (RowFindings rows = new RowFindings(events, SEVERITY_TWO, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                Optional<Severity> one = Severity.of(ValueText.text(collected, row));
                Optional<Severity> other = Severity.of(ValueText.text(analysis, row));
                if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                    rows.add(row, r -> ValueText.text(collected, r),
                            r -> "is not what ASEV says, " + ValueText.text(analysis, r));
                }
            }
        }
    }

    /// The collected grade and that of the analysis.
    private static void analysisGrade(ExaminedDataset events, Column analysis, Consumer<Finding> findings) {
        Column collected = events.named("ATOXGR").equals("AETOXGR") ? null : events.column("AETOXGR").orElse(null);
        if (collected == null) {
            return;
        }
        int[] one = Grade.of(analysis);
        int[] other = Grade.of(collected);
        try (RowFindings rows = new RowFindings(events, GRADE_TWO, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (one[row] >= 0 && other[row] >= 0 && one[row] != other[row]) {
                    rows.add(row, r -> ValueText.text(analysis, r),
                            r -> "is not what AETOXGR says, " + ValueText.text(collected, r));
                }
            }
        }
    }

    /// Three levels of severity have no word beyond severe: then grade 4 and 5 are severe too.
    private static boolean contradicts(Severity severity, int grade) {
        return severity == Severity.SEVERE ? grade < severity.rank() : grade != severity.rank();
    }

    private static void relatedness(StudyData data, ExaminedDataset events, Column analysis, String other,
            Consumer<Finding> findings) {
        Optional<Column> collected = events.column(other);
        if (collected.isEmpty()) {
            return;
        }
        RelationWords words = RelationWords.of(data.settings(), "AREL");
        // What is related to one of several drugs need not be so to each.
        boolean ofDrug = OF_A_DRUG.test(other);
        Map<String, RelationWords.Answer> answers = new HashMap<>();
        try (RowFindings rows = new RowFindings(events, RELATED, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                RelationWords.Answer one = answers.computeIfAbsent(ValueText.text(analysis, row), words::of);
                RelationWords.Answer second = answers.computeIfAbsent(ValueText.text(collected.get(), row), words::of);
                boolean known = SAYING.contains(one) && SAYING.contains(second);
                if (known && (ofDrug
                        ? one == RelationWords.Answer.UNRELATED && second == RelationWords.Answer.RELATED
                        : one != second)) {
                    rows.add(row, r -> ValueText.text(analysis, r),
                            r -> "is not what " + events.named(other) + " says, " + ValueText.text(collected.get(), r));
                }
            }
        }
    }
}
