package org.tabularium.validation.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.endpoint.lupus.Bilag2004;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.YesNo;
import org.tabularium.table.wording.EndpointReasonWords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A response or score that the study delivers is the one that its components give. The total of SLEDAI-2K has its own rule
/// ([SledaiTotal]).
///
/// Compared where both are known for a subject and visit: a derived endpoint with a missing component says nothing. Flare and
/// relapse are not compared, since every protocol
/// has its own.
public final class EndpointDifferences implements Rule {

    private static final List<String> COMPARED = List.of("SRI4", "SRI5", "SRI6", "SRI7", "SRI8", "BICLA", "LLDAS", "DORIS");
    private static final List<String> SCORES = List.of(Sledai2k.CLINICAL, Bilag2004.TOTAL);

    private static final Finding DIFFERS = Finding
            .warning("ENDPOINT_DIFFERS", "has another response or score than its components give")
            .of("USUBJID")
            .remedy("correct it, its components or the thresholds in study.yaml; the tables use what is delivered");

    private static final String ABSENT_REMEDY = "deliver it, or leave the parameter out, so that it is derived of everybody; "
            + "tables take what is delivered, and a missing value counts as their footnotes say";
    private static final int NAMED = 5;

    private record At(int subject, String visit) {}

    /// A derived value as text: Y or N, or the score.
    private record DerivedAnswer(String value, String reason) {}

    @Override
    public void ask(Study study, RequestedColumns requested) {
        DerivedEndpoints.ask(study, requested);
        ExaminedDataset.withParameters(study).stream()
                .filter(name -> study.has(name, "AVISIT") || study.has(name, "AVISITN"))
                .forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<ExaminedDataset> datasets = ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()));
        for (String code : Stream.concat(COMPARED.stream(), SCORES.stream()).toList()) {
            Optional<DerivedParameter> derived = data.derived(code);
            if (derived.isPresent()) {
                Map<At, DerivedAnswer> known = known(data, derived.get());
                datasets.forEach(dataset -> compare(data, derived.get(), dataset, known, findings));
            }
        }
    }

    private static Map<At, DerivedAnswer> known(StudyData data, DerivedParameter derived) {
        Dataset records = derived.records();
        Map<At, DerivedAnswer> known = new HashMap<>();
        RowSubjects subjects = data.subjectsOf(records);
        for (int row = 0; row < records.rows(); row++) {
            String response = text(records, "AVALC", row);
            String value = response.isEmpty() ? text(records, "AVAL", row) : response;
            if (!value.isEmpty()) {
                known.put(new At(subjects.of(row), new VisitName(text(records, "AVISIT", row)).key()),
                        new DerivedAnswer(value, EndpointReasonWords.of(derived.reasons().get(row))));
            }
        }
        return known;
    }

    private static String text(Dataset dataset, String variable, int row) {
        return dataset.column(variable).map(column -> ValueText.text(column, row)).orElse("");
    }

    private static void compare(
            StudyData data, DerivedParameter ours, ExaminedDataset dataset, Map<At, DerivedAnswer> known,
            Consumer<Finding> findings) {
        @Nullable
        TextColumn parameter = dataset.text("PARAMCD").orElse(null);
        String theirs = data.study().names().parameter(ours.code());
        if (known.isEmpty() || parameter == null
                || !parameter.dictionary().stream().map(String::strip).toList().contains(theirs)) {
            return;
        }
        IntPredicate ofParameter = ExaminedDataset.where(parameter, theirs::equals);
        BdsRecords records = BdsRecords.of(data, data.dataset(dataset.name()).orElseThrow());
        RowSubjects subjects = dataset.subjects();
        Set<At> delivered = new HashSet<>();
        Set<String> visits = new HashSet<>();
        try (RowFindings rows = new RowFindings(dataset, DIFFERS, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (ofParameter.test(row) && records.counts(row) && subjects.of(row) != StudyData.UNKNOWN) {
                    String visit = visit(dataset, row);
                    At at = new At(subjects.of(row), new VisitName(visit).key());
                    DerivedAnswer derived = known.get(at);
                    String theirAnswer = SCORES.contains(ours.code()) ? score(dataset, row) : response(dataset, row);
                    delivered.add(at);
                    visits.add(at.visit);
                    if (derived != null && !theirAnswer.isEmpty() && !theirAnswer.equals(derived.value)) {
                        rows.add(row, r -> written(dataset, r), r -> message(ours, theirAnswer, visit, derived));
                    }
                }
            }
        }
        checkAbsent(data, ours, dataset, theirs, known.keySet().stream()
                .filter(at -> visits.contains(at.visit) && !delivered.contains(at)).toList(), findings);
    }

    /// Subjects without a record of what others of the visit have, although their components are there.
    private static void checkAbsent(StudyData data, DerivedParameter ours, ExaminedDataset dataset, String theirs,
            List<At> absent,
            Consumer<Finding> findings) {
        if (!absent.isEmpty()) {
            int[] who = absent.stream().mapToInt(At::subject).distinct().sorted().toArray();
            Column ids = data.adsl().column("USUBJID").orElseThrow();
            String named = Arrays.stream(who).limit(NAMED).mapToObj(subject -> ValueText.text(ids, subject))
                    .collect(Collectors.joining(", "));
            String words = subjects(who.length) + " no " + theirs
                    + " at a visit at which others have it, although all components are there (" + derivation(ours) + ")";
            findings.accept(dataset.in(Finding.warning("ENDPOINT_ABSENT", words).of(dataset.named("USUBJID")).value(named)
                    .remedy(ABSENT_REMEDY)));
        }
    }

    /// How many have it not, behind the names of some.
    private static String subjects(int count) {
        if (count > NAMED) {
            return "and " + (count - NAMED) + " more have";
        }
        return count > 1 ? "have" : "has";
    }

    private static String message(DerivedParameter ours, String delivered, String visit, DerivedAnswer derived) {
        return "has " + ours.code() + " = " + delivered + " at " + visit + ", but its components give " + derived.value
                + why(ours, derived);
    }

    private static String derivation(DerivedParameter ours) {
        return ours.code() + " derived from " + ours.from();
    }

    private static String why(DerivedParameter ours, DerivedAnswer derived) {
        if (SCORES.contains(ours.code())) {
            return " (" + derivation(ours) + ")";
        }
        return ": " + (derived.reason.isEmpty() ? "every criterion is met (" + derivation(ours) + ")" : derived.reason);
    }

    private static String visit(ExaminedDataset dataset, int row) {
        String name = dataset.column("AVISIT").map(column -> ValueText.text(column, row)).orElse("");
        return name.isEmpty()
                ? dataset.column("AVISITN").map(column -> VisitName.numbered(ValueText.text(column, row)).written()).orElse("")
                : name;
    }

    private static String written(ExaminedDataset dataset, int row) {
        return dataset.column("USUBJID").map(column -> ValueText.text(column, row)).orElse("");
    }

    private static String score(ExaminedDataset dataset, int row) {
        return dataset.number("AVAL").filter(column -> !column.isMissing(row)).map(column -> ValueText.text(column, row))
                .orElse("");
    }

    /// Y or N; empty for anything else.
    private static String response(ExaminedDataset dataset, int row) {
        Optional<Boolean> word = dataset.text("AVALC").flatMap(column -> YesNo.of(column.value(row)));
        if (word.isPresent()) {
            return word.get() ? "Y" : "N";
        }
        double number = dataset.number("AVAL").map((NumericColumn column) -> column.value(row)).orElse(Double.NaN);
        if (number == 1) {
            return "Y";
        }
        return number == 0 ? "N" : "";
    }
}
