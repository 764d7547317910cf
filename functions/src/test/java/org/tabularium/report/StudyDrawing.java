package org.tabularium.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.WrittenDataset.Kind;
import org.tabularium.dataset.WrittenDataset;

/// One random study while it is drawn: see [RandomStudy].
final class StudyDrawing {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final List<String> TERMS = List.of(
            "Cytokine release syndrome", "Immune effector cell-associated neurotoxicity syndrome", "Nausea", "Pneumonia",
            "HEADACHE",
            "Neutropenia");
    private static final List<String> CLASSES = List.of(
            "Immune system disorders", "Nervous system disorders", "Gastrointestinal disorders", "Infections and infestations",
            "NERVOUS SYSTEM DISORDERS", "Blood and lymphatic system disorders");

    /// Comparisons between the arms, subgroups and models.
    private static final String COMPARED = """
            tables:
              - baseline: {tests: true, subgroups: SEX}
              - baseline: {as: baseline-other, tests: {continuous: kruskal-wallis, categorical: fisher}}
              - disposition
              - ae-overview: {tests: {strata: [SEX]}, odds-ratio: {strata: [SEX]}, exposure-adjusted: subjects, subgroups: SEX}
              - ae-soc-pt: {risk-difference: true, exposure-adjusted: {count: events, compare: ratio}}
              - ae-grade: {subgroups: SEX}
              - response: {risk-difference: {strata: [SEX]}, odds-ratio: true, interval: wald, subgroups: SEX}
              - change: {parameter: PGA, subgroups: SEX}
              - time-to-event: {parameter: TTREL, landmarks: [4, 12], strata: [SEX], subgroups: SEX}
              - ancova: {parameter: PGA, covariates: [BASE, SEX], margins: observed}
              - mmrm: {parameter: PGA, covariates: [BASE, SEX], covariance: [unstructured, compound-symmetry], df: kenward-roger}
              - cmh: {parameter: SRI4, strata: [SEX], also: [fisher, chi-square, breslow-day]}
            """;

    private static final List<String> CRITERIA = List.of("INCL01", "INCL10", "EXCL02");

    private final SplittableRandom random;
    private final int subjects;
    private final List<@Nullable String> arms;
    private final List<LocalDate> first = new ArrayList<>();

    StudyDrawing(SplittableRandom random) {
        this.random = random;
        this.subjects = random.nextInt(4) == 0 ? random.nextInt(1, 4) : random.nextInt(4, 25);
        List<String> labels = List.of("Placebo", "10 mg", "20 mg", "1*10^9").subList(0, random.nextInt(1, 5));
        List<@Nullable String> drawn = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            drawn.add(random.nextInt(12) == 0 ? null : labels.get(random.nextInt(labels.size())));
            first.add(START.plusDays(random.nextInt(150)));
        }
        this.arms = drawn;
    }

    RandomStudy study() {
        List<WrittenDataset> datasets = new ArrayList<>();
        datasets.add(subjects());
        if (random.nextInt(6) > 0) {
            datasets.add(events());
        }
        ParametersDrawing parameters = new ParametersDrawing(random, first);
        if (random.nextInt(4) > 0) {
            datasets.add(parameters.scores());
        }
        if (random.nextBoolean()) {
            datasets.add(parameters.responses());
        }
        if (random.nextBoolean()) {
            datasets.add(parameters.laboratory());
        }
        if (random.nextBoolean()) {
            datasets.add(parameters.times());
        }
        if (random.nextBoolean()) {
            datasets.add(parameters.doses());
        }
        if (random.nextBoolean()) {
            datasets.add(criteria());
        }
        return new RandomStudy(List.copyOf(datasets), settings());
    }

    private String settings() {
        StringBuilder yaml = new StringBuilder("study: R\nstyle: ")
                .append(pick("regulatory", "abstract", "lancet")).append('\n');
        if (random.nextInt(3) > 0) {
            yaml.append("cutoff: ").append(START.plusDays(random.nextInt(60, 300))).append('\n');
        }
        if (random.nextBoolean()) {
            yaml.append("quantile: ").append(random.nextInt(1, 10)).append('\n');
        }
        if (random.nextBoolean()) {
            yaml.append("dlt: {rule: 3+3, window: 28, levels: [10 mg, 20 mg, 40 mg]}\n");
        }
        if (random.nextInt(3) == 0) {
            yaml.append("treatment: {total: false}\n");
        }
        if (random.nextInt(3) == 0) {
            yaml.append("identifiers: none\n");
        }
        if (random.nextInt(4) == 0) {
            yaml.append(COMPARED);
        }
        return yaml.toString();
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    static String id(int subject) {
        return String.format(Locale.ROOT, "R-%03d", subject + 1);
    }

    private WrittenDataset subjects() {
        boolean flagged = random.nextBoolean();
        ColumnsDrawing columns = new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, StudyDrawing::id)
                .perhaps("SUBJID", Kind.TEXT, row -> String.format(Locale.ROOT, "%03d", row + 1))
                .perhaps("AGE", Kind.NUMBER, row -> (double) random.nextInt(5, 80))
                .perhaps("SEX", Kind.TEXT, row -> pick("F", "M"))
                .perhaps("RACE", Kind.TEXT, row -> pick("ASIAN", "WHITE", "OTHER"))
                .perhaps("WEIGHTBL", Kind.NUMBER, row -> random.nextInt(150, 900) / 10.0)
                .perhaps("DISDUR", Kind.NUMBER, row -> random.nextInt(1, 1500) / 100.0)
                .perhaps("KBIOPSY", Kind.TEXT, row -> pick("III", "IV", "III+V", "V"))
                .perhaps("COHORT", Kind.TEXT, row -> pick("SLE", "SRNS"))
                .perhaps("LDREG", Kind.TEXT, row -> pick("FLU + CY", "CY"))
                .perhaps("FUPDUR", Kind.NUMBER, row -> random.nextInt(0, 300) / 10.0)
                .perhaps("TRT01A", Kind.TEXT, arms::get)
                .perhaps("TRTSDT", Kind.DATE, first::get)
                .perhaps("TRTEDT", Kind.DATE, row -> first.get(row).plusDays(14))
                .perhaps("EOSSTT", Kind.TEXT, row -> pick("COMPLETED", "ONGOING", "DISCONTINUED"))
                .perhaps("DCSREAS", Kind.TEXT, row -> pick("ADVERSE EVENT", "WITHDRAWAL BY SUBJECT"))
                .perhaps("EOSDT", Kind.DATE, row -> first.get(row).plusDays(random.nextInt(200)))
                .perhaps("DTHFL", Kind.TEXT, row -> pick("Y", "N", "N"))
                .perhaps("DLTEVLFL", Kind.TEXT, row -> pick("Y", "Y", "N"));
        if (flagged) {
            columns.perhaps("ITTFL", Kind.TEXT, row -> pick("Y", "Y", "N"))
                    .perhaps("SAFFL", Kind.TEXT, row -> pick("Y", "Y", "N"))
                    .perhaps("EFFFL", Kind.TEXT, row -> pick("Y", "N"))
                    .perhaps("ENRLFL", Kind.TEXT, row -> pick("Y", "Y", "N"))
                    .perhaps("SCRFFL", Kind.TEXT, row -> pick("N", "N", "Y"));
        }
        return columns.rows("ADSL", subjects);
    }

    private WrittenDataset events() {
        int count = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
        int[] term = IntStream.range(0, count).map(i -> random.nextInt(TERMS.size())).toArray();
        int[] who = IntStream.range(0, count).map(i -> random.nextInt(subjects)).toArray();
        return new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, row -> id(who[row]))
                .always("AEDECOD", Kind.TEXT, row -> TERMS.get(term[row]))
                .perhaps("AEBODSYS", Kind.TEXT, row -> CLASSES.get(term[row]))
                .perhaps("TRTEMFL", Kind.TEXT, row -> pick("Y", "Y", "Y", ""))
                .perhaps("AETOXGR", Kind.TEXT, row -> pick("1", "2", "3", "Grade 4", "5", "", "0"))
                .perhaps("ASTCTGR", Kind.TEXT, row -> pick("1", "II", "3", ""))
                .perhaps("AESEV", Kind.TEXT, row -> pick("MILD", "MODERATE", "SEVERE"))
                .perhaps("AESER", Kind.TEXT, row -> pick("Y", "N", "N"))
                .perhaps("AREL", Kind.TEXT, row -> pick("RELATED", "POSSIBLE", "NOT RELATED", ""))
                .perhaps("AEACN", Kind.TEXT, row -> pick("DRUG WITHDRAWN", "NOT APPLICABLE"))
                .perhaps("AEOUT", Kind.TEXT, row -> pick("RECOVERED/RESOLVED", "NOT RECOVERED/NOT RESOLVED"))
                .perhaps("AEDLTFL", Kind.TEXT, row -> pick("N", "N", "Y"))
                .perhaps("AEACNOTH", Kind.TEXT, row -> pick("", "TOCILIZUMAB", "Dexamethasone; fluids"))
                .perhaps("CQ01NAM", Kind.TEXT, row -> pick("", "", "Cytopenias"))
                .perhaps("ASTDY", Kind.NUMBER, row -> (double) random.nextInt(1, 90))
                .perhaps("AENDY", Kind.NUMBER, row -> (double) random.nextInt(90, 120))
                .rows("ADAE", count);
    }

    private WrittenDataset criteria() {
        int count = random.nextInt(subjects + 1);
        int[] criterion = IntStream.range(0, count).map(row -> random.nextInt(CRITERIA.size())).toArray();
        return new ColumnsDrawing(random)
                .always("USUBJID", Kind.TEXT, row -> id(random.nextInt(subjects)))
                .perhaps("IECAT", Kind.TEXT, row -> CRITERIA.get(criterion[row]).startsWith("INCL") ? "INCLUSION" : "EXCLUSION")
                .always("IETESTCD", Kind.TEXT, row -> CRITERIA.get(criterion[row]))
                .perhaps("IETEST", Kind.TEXT, row -> "Criterion " + CRITERIA.get(criterion[row]).substring(4))
                .rows("ADIE", count);
    }
}
