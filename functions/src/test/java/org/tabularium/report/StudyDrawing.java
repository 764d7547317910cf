package org.tabularium.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.WrittenDataset;
import org.tabularium.dataset.WrittenDataset.Kind;
import org.tabularium.dataset.WrittenDataset.Variable;

/// One random study while it is drawn: see [RandomStudy].
final class StudyDrawing {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final List<String> VISITS = List.of("Baseline", "Week 4", "Week 12", "Week 24");
    private static final List<String> TERMS = List.of(
            "Cytokine release syndrome", "Immune effector cell-associated neurotoxicity syndrome", "Nausea", "Pneumonia",
            "HEADACHE",
            "Neutropenia");
    private static final List<String> CLASSES = List.of(
            "Immune system disorders", "Nervous system disorders", "Gastrointestinal disorders", "Infections and infestations",
            "NERVOUS SYSTEM DISORDERS", "Blood and lymphatic system disorders");

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
        if (random.nextInt(4) > 0) {
            datasets.add(scores());
        }
        if (random.nextBoolean()) {
            datasets.add(responses());
        }
        if (random.nextBoolean()) {
            datasets.add(times());
        }
        if (random.nextBoolean()) {
            datasets.add(doses());
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
        return yaml.toString();
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String id(int subject) {
        return String.format(Locale.ROOT, "R-%03d", subject + 1);
    }

    /// Columns while they are collected; a variable may be left out.
    private final class Columns {
        private final Map<Variable, IntFunction<@Nullable Object>> columns = new LinkedHashMap<>();

        Columns always(String name, Kind kind, IntFunction<@Nullable Object> value) {
            columns.put(new Variable(name, kind), value);
            return this;
        }

        /// In three of four studies, with as many missing values as chance has it: none, some or all.
        Columns perhaps(String name, Kind kind, IntFunction<@Nullable Object> value) {
            if (random.nextInt(4) > 0) {
                int missing = random.nextInt(4) == 0 ? random.nextInt(101) : 0;
                columns.put(new Variable(name, kind), row -> random.nextInt(100) < missing ? null : value.apply(row));
            }
            return this;
        }

        WrittenDataset rows(String name, int count) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (IntFunction<@Nullable Object> column : columns.values()) {
                    cells.add(column.apply(row));
                }
                rows.add(cells);
            }
            return new WrittenDataset(name, List.copyOf(columns.keySet()), rows);
        }
    }

    private WrittenDataset subjects() {
        boolean flagged = random.nextBoolean();
        Columns columns = new Columns()
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
        return new Columns()
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

    /// Scores of subjects at visits: each parameter at each visit once a subject, some of them left out.
    private WrittenDataset scores() {
        return byVisit("ADQS", List.of("SLEDAI2K", "PGA", "PREDDOSE"))
                .perhaps("AVALC", Kind.TEXT, row -> null)
                .perhaps("ANL01FL", Kind.TEXT, row -> "Y")
                .rows("ADQS", drawn.size());
    }

    private WrittenDataset responses() {
        byVisit("ADEFF", List.of("SRI4", "LLDAS"));
        List<Score> kept = List.copyOf(drawn);
        return new Columns()
                .always("USUBJID", Kind.TEXT, row -> id(kept.get(row).subject()))
                .always("PARAMCD", Kind.TEXT, row -> kept.get(row).parameter())
                .always("AVISIT", Kind.TEXT, row -> VISITS.get(kept.get(row).visit()))
                .perhaps("AVISITN", Kind.NUMBER, row -> (double) kept.get(row).visit())
                .always("AVALC", Kind.TEXT, row -> pick("Y", "N", "N", ""))
                .rows("ADEFF", kept.size());
    }

    private record Score(int subject, String parameter, int visit) {}

    private List<Score> drawn = List.of();

    private Columns byVisit(String dataset, List<String> parameters) {
        List<Score> scores = new ArrayList<>();
        int share = random.nextInt(20, 101);
        for (String parameter : parameters) {
            for (int subject = 0; subject < subjects; subject++) {
                for (int visit = dataset.equals("ADEFF") ? 1 : 0; visit < VISITS.size(); visit++) {
                    if (random.nextInt(100) < share) {
                        scores.add(new Score(subject, parameter, visit));
                    }
                }
            }
        }
        drawn = scores;
        return new Columns()
                .always("USUBJID", Kind.TEXT, row -> id(scores.get(row).subject()))
                .always("PARAMCD", Kind.TEXT, row -> scores.get(row).parameter())
                .always("PARAM", Kind.TEXT, row -> scores.get(row).parameter() + " score")
                .always("AVISIT", Kind.TEXT, row -> VISITS.get(scores.get(row).visit()))
                .always("AVISITN", Kind.NUMBER, row -> (double) scores.get(row).visit())
                .always("AVAL", Kind.NUMBER, row -> random.nextInt(12) == 0 ? null : random.nextInt(0, 300) / 10.0)
                .perhaps("ABLFL", Kind.TEXT, row -> scores.get(row).visit() == 0 ? "Y" : "");
    }

    private WrittenDataset times() {
        boolean noEvent = random.nextInt(4) == 0;
        return new Columns()
                .always("USUBJID", Kind.TEXT, StudyDrawing::id)
                .always("PARAMCD", Kind.TEXT, row -> "TTREL")
                .always("PARAM", Kind.TEXT, row -> "Time to Relapse (Weeks)")
                .always("AVAL", Kind.NUMBER, row -> (double) random.nextInt(0, 40))
                .always("CNSR", Kind.NUMBER, row -> noEvent ? 1.0 : (double) random.nextInt(2))
                .rows("ADTTE", subjects);
    }

    private WrittenDataset doses() {
        List<String> codes = List.of("DOSE", "NINF", "DELAY");
        return new Columns()
                .always("USUBJID", Kind.TEXT, row -> id(row / codes.size()))
                .always("PARAMCD", Kind.TEXT, row -> codes.get(row % codes.size()))
                .always("PARAM", Kind.TEXT, row -> codes.get(row % codes.size()) + " of cells")
                .always("AVAL", Kind.NUMBER,
                        row -> row % 3 == 2 || random.nextInt(8) == 0 ? null : random.nextInt(1, 40) / 10.0)
                .always("AVALC", Kind.TEXT, row -> row % 3 == 2 ? pick("LATE", "ON TIME") : null)
                .rows("ADEX", subjects * codes.size());
    }

    private WrittenDataset criteria() {
        int count = random.nextInt(subjects + 1);
        int[] criterion = IntStream.range(0, count).map(row -> random.nextInt(CRITERIA.size())).toArray();
        return new Columns()
                .always("USUBJID", Kind.TEXT, row -> id(random.nextInt(subjects)))
                .perhaps("IECAT", Kind.TEXT, row -> CRITERIA.get(criterion[row]).startsWith("INCL") ? "INCLUSION" : "EXCLUSION")
                .always("IETESTCD", Kind.TEXT, row -> CRITERIA.get(criterion[row]))
                .perhaps("IETEST", Kind.TEXT, row -> "Criterion " + CRITERIA.get(criterion[row]).substring(4))
                .rows("ADIE", count);
    }
}
