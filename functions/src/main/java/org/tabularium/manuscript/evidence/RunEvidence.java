package org.tabularium.manuscript.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.RunFiles;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Grade;

/// What a run knows: its numbers by what they are of, its arms, how many subjects it has.
public final class RunEvidence {

    private static final String VISIT = "AVISIT";
    private static final String SUBJECT = "USUBJID";
    private static final String TOTAL = "N";

    private final Map<String, EvidenceCell> cells = new LinkedHashMap<>();
    private final Map<String, List<EvidenceCell>> byConcept = new HashMap<>();
    private final Map<String, Map<String, Fact>> totals = new HashMap<>();
    private final Map<String, Fact> assessed = new HashMap<>();
    private final Set<String> arms = new LinkedHashSet<>();
    private final Map<String, ListedColumn> columns = new TreeMap<>();
    private final ConceptNames names;
    private final @Nullable String cutoff;

    private RunEvidence(ConceptNames names, @Nullable String cutoff) {
        this.names = names;
        this.cutoff = cutoff;
    }

    /// What a run says.
    ///
    /// @throws BrokenRunException where the run's results cannot be understood
    public static RunEvidence of(RunFiles run) throws IOException, BrokenRunException {
        Map<String, String> titles = new HashMap<>();
        run.manifest().displays().forEach(display -> titles.put(display.id(), display.title()));
        List<RecordedResult> results = RecordedResults.of(run);
        RunEvidence evidence = new RunEvidence(ConceptNames.of(results, titles), run.manifest().created());
        results.forEach(evidence::add);
        evidence.columns.values().forEach(evidence::addExtremes);
        evidence.cells.values()
                .forEach(cell -> evidence.byConcept.computeIfAbsent(cell.concept().id(), c -> new ArrayList<>()).add(cell));
        return evidence;
    }

    private void add(RecordedResult result) {
        if (result.arm() != null) {
            arms.add(result.arm());
        }
        if (result.groups().containsKey(SUBJECT)) {
            if (result.variable() != null && result.value() != null) {
                columns.computeIfAbsent(result.table() + " " + result.variable(), c -> new ListedColumn(result)).add(result);
            }
            return;
        }
        Double value = result.value();
        if (value == null || isOfOtherGroup(result)) {
            return;
        }
        Fact fact = new Fact(result.key(), value, result.text());
        if (result.statistic().equals(TOTAL)) {
            totals.computeIfAbsent(armKey(result.arm()), a -> new LinkedHashMap<>()).put(result.table(), fact);
            return;
        }
        Concept concept = names.concept(result);
        Timepoint visit = visit(result);
        Grade grade = result.level().stream().flatMap(l -> Grade.in(l).stream()).findFirst().orElse(null);
        String id = concept.id() + "|" + armKey(result.arm()) + "|" + visit + "|" + grade;
        EvidenceCell cell = cells.computeIfAbsent(id,
                i -> new EvidenceCell(concept, result.arm(), visit, grade, new LinkedHashMap<>()));
        cell.facts().putIfAbsent(result.statistic(), fact);
        if (result.statistic().equals("n")) {
            assessed.putIfAbsent(concept.family() + "|" + armKey(result.arm()) + "|" + visit, fact);
        }
    }

    /// Whether the result is of a group that is neither arm, parameter nor visit, which words rarely name.
    private static boolean isOfOtherGroup(RecordedResult result) {
        return result.groups().keySet().stream()
                .anyMatch(g -> !g.equals("PARAMCD") && !g.equals(VISIT) && !g.equals(result.armVariable()));
    }

    private static @Nullable Timepoint visit(RecordedResult result) {
        String visit = result.groups().get(VISIT);
        if (visit != null) {
            return Timepoint.of(visit);
        }
        return result.level().stream().map(Timepoint::of).filter(t -> t.kind() != Timepoint.Kind.NAMED).findFirst().orElse(null);
    }

    /// The smallest and greatest value of a listing's column are known, though no table may show them.
    private void addExtremes(ListedColumn column) {
        Concept concept = names.concept(column.first());
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put("min", column.least());
        facts.put("max", column.greatest());
        cells.putIfAbsent(concept.id() + " listed", new EvidenceCell(concept, null, null, null, facts));
    }

    private static String armKey(@Nullable String arm) {
        return arm == null ? "" : arm;
    }

    public Collection<EvidenceCell> cells() {
        return cells.values();
    }

    public List<EvidenceCell> cells(Concept concept) {
        return byConcept.getOrDefault(concept.id(), List.of());
    }

    public Set<String> arms() {
        return arms;
    }

    /// How many subjects an arm or all have in the tables, each number once.
    public List<Fact> totals(@Nullable String arm) {
        Map<Double, Fact> distinct = new LinkedHashMap<>();
        totals.getOrDefault(armKey(arm), Map.of()).values().forEach(fact -> distinct.putIfAbsent(fact.value(), fact));
        return List.copyOf(distinct.values());
    }

    /// What a count of a cell may be out of: those of its row, those of its variable, those of its column.
    public List<Fact> denominators(EvidenceCell cell) {
        Fact own = cell.facts().get("n");
        if (own != null) {
            return List.of(own);
        }
        String table = cell.concept().id().substring(0, cell.concept().id().indexOf('|'));
        List<Fact> facts = new ArrayList<>();
        Optional.ofNullable(totals.getOrDefault(armKey(cell.arm()), Map.of()).get(table)).ifPresent(facts::add);
        Optional.ofNullable(assessed.get(cell.concept().family() + "|" + armKey(cell.arm()) + "|" + cell.visit()))
                .ifPresent(facts::add);
        return facts;
    }

    /// The day on which data were cut off, as `2025-08-31`; null where none is known.
    public @Nullable String cutoff() {
        return cutoff;
    }

    /// The numbers of one column of a listing.
    private static final class ListedColumn {

        private final RecordedResult first;
        private RecordedResult least;
        private RecordedResult greatest;

        ListedColumn(RecordedResult first) {
            this.first = first;
            least = first;
            greatest = first;
        }

        void add(RecordedResult result) {
            least = value(result) < value(least) ? result : least;
            greatest = value(result) > value(greatest) ? result : greatest;
        }

        RecordedResult first() {
            return first;
        }

        Fact least() {
            return fact(least);
        }

        Fact greatest() {
            return fact(greatest);
        }

        private static double value(RecordedResult result) {
            return result.value() == null ? Double.NaN : result.value();
        }

        private static Fact fact(RecordedResult result) {
            return new Fact(result.key(), value(result), result.text());
        }
    }
}
