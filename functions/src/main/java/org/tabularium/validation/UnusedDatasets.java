package org.tabularium.validation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.study.Study;
import org.tabularium.study.settings.StudyYaml;

/// Datasets that no table of a report used: who misses them in the report is not to look for a fault of his own.
public final class UnusedDatasets {

    /// Up to so many have a finding each.
    private static final int EACH = 3;
    private static final int NAMED = 20;
    private static final String REMEDY = "'tabularium tables' says what each table needs; a table of " + StudyYaml.FILE
            + " may name the dataset as dataset:";
    /// The built-in table of some datasets.
    private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("ADAE", "ae-overview"),
            Map.entry("ADCM", "medications"), Map.entry("ADDV", "deviations"), Map.entry("ADEG", "ecg"),
            Map.entry("ADEX", "exposure"), Map.entry("ADFACE", "reactogenicity"), Map.entry("ADIE", "eligibility"),
            Map.entry("ADIS", "titres"), Map.entry("ADLB", "lab-change"), Map.entry("ADMH", "medical-history"),
            Map.entry("ADPC", "listing-concentrations"), Map.entry("ADPP", "pk-parameters"),
            Map.entry("ADRS", "best-response"), Map.entry("ADTTE", "time-to-event"), Map.entry("ADVS", "vital-signs"));
    /// Supplemental qualifiers of SDTM.
    private static final String SUPPLEMENT = "SUPP";
    /// What names the terms of a domain, behind its two letters.
    private static final List<String> TERMS = List.of("DECOD", "TERM", "TRT");

    private UnusedDatasets() {}

    /// The datasets that no table used.
    ///
    /// @param used our names of the datasets that tables used
    /// @param refused what is known of tables that cannot be made: none of them is proposed
    public static List<Finding> of(Study study, Collection<String> used, RefusedTables refused) {
        List<String> files = Stream.concat(used.stream(), Stream.of(Study.ADSL)).flatMap(name -> theirs(study, name)).toList();
        List<String> unused = study.datasets().stream()
                .flatMap(name -> theirs(study, name))
                .filter(name -> !files.contains(name))
                .distinct().sorted().toList();
        if (unused.size() <= EACH) {
            return unused.stream()
                    .map(name -> Finding.note("DATASET_UNUSED", "was used by no table").in(name)
                            .remedy(remedy(study, name, refused)))
                    .toList();
        }
        String more = unused.size() > NAMED ? " and " + (unused.size() - NAMED) + " more" : "";
        return List.of(Finding.note("DATASET_UNUSED", String.join(", ", unused.stream().limit(NAMED).toList()) + more
                + " were used by no table").remedy(remedy(study, unused.getFirst(), refused)));
    }

    /// The line that asks for a table of a dataset: of the changes of its parameters by visit, or of its terms. Where one of it
    /// was refused, its reason says what is missing.
    private static String remedy(Study study, String theirs, RefusedTables refused) {
        if (theirs.startsWith(SUPPLEMENT)) {
            String domain = theirs.substring(SUPPLEMENT.length());
            return "it holds variables of " + domain + " by their names (QNAM); put those that count into "
                    + (study.has("AD" + domain) ? "AD" + domain : "the analysis dataset") + ", a column each";
        }
        Optional<String> part = USUAL.keySet().stream().filter(name -> theirs.startsWith(name) && !study.has(name)).findFirst();
        if (part.isPresent()) {
            List<String> parts = study.datasets().stream().filter(name -> name.startsWith(part.get())).sorted().toList();
            return "tables look for " + part.get() + ": write datasets: {" + part.get() + ": [" + String.join(", ", parts)
                    + "]} in " + StudyYaml.FILE + ", if it is one";
        }
        Optional<String> ours = study.datasets().stream().filter(name -> theirs(study, name).anyMatch(theirs::equals))
                .findFirst();
        Optional<String> table = ours.map(refused.byDataset()::get);
        if (table.isPresent()) {
            return "the table " + table.get() + " would use it and is not produced: see its reason";
        }
        return ours.flatMap(name -> line(study, name, refused)).map(line -> "of " + theirs + ", " + line + " asks for a table")
                .orElse(REMEDY);
    }

    private static Optional<String> line(Study study, String dataset, RefusedTables refused) {
        String as = dataset.toLowerCase(Locale.ROOT);
        String usual = USUAL.get(dataset);
        if (usual != null && !refused.unmet().test(usual)) {
            return Optional.of("tables: [" + usual + "] in " + StudyYaml.FILE);
        }
        if (study.has(dataset, "PARAMCD") && study.has(dataset, "AVAL") && !dataset.equals("ADTTE")) {
            boolean visits = study.has(dataset, "AVISIT") || study.has(dataset, "AVISITN");
            return Optional.of((visits
                    ? "tables: [change: {as: change-" + as + ", dataset: " + dataset + ", parameters: all}]"
                    : "tables: [exposure: {as: values-" + as + ", dataset: " + dataset + "}]") + " in " + StudyYaml.FILE);
        }
        String domain = dataset.startsWith("AD") ? dataset.substring(2) : dataset;
        return TERMS.stream().map(domain::concat).filter(term -> study.has(dataset, term)).findFirst()
                .map(term -> "{id: " + as + ", title: Terms, dataset: " + dataset + ", rows: [{nest: [" + term
                        + "]}]} in templates/"
                        + as + ".yaml");
    }

    private static Stream<String> theirs(Study study, String ours) {
        return study.names().datasets(ours, study.sources().keySet()).stream();
    }
}
