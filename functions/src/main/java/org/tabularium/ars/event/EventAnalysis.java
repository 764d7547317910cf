package org.tabularium.ars.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.JsonLines;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.statistic.Descriptive;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.OneWayAnova;
import org.tabularium.statistic.Quantile;
import org.tabularium.statistic.proportion.FisherFreemanHalton;
import org.tabularium.statistic.proportion.PearsonChiSquare;
import org.tabularium.study.Study;

/// One analysis of a reporting event on a study's data: records of the analysis set and the data subset, by group, and the
/// operations of its method on each. Subjects are counted once; statistics are of all values that are there. A percentage is of
/// the analysis that its operation names as denominator, else of the subjects of its first group.
final class EventAnalysis {

    private final DeclaredEvent event;
    private final JsonNode analysis;
    private final EventRecords records;
    private final EventWhere set;
    private final EventWhere subset;
    private final List<Factor> factors = new ArrayList<>();

    /// @param byGroup whether each group has results of its own; else the groups are compared
    private record Factor(EventGrouping grouping, boolean byGroup) {}

    /// A group of a factor: one of the event's, or a level of the data.
    private record Chosen(EventGrouping grouping, EventGrouping.@Nullable Group group, String level) {}

    EventAnalysis(DeclaredEvent event, JsonNode analysis) throws UnmadeException {
        this.event = event;
        this.analysis = analysis;
        this.records = event.records(analysis.path("dataset").asText());
        this.set = event.analysisSet(analysis.path("analysisSetId").asText());
        this.subset = event.dataSubset(analysis.path("dataSubsetId").asText());
        for (JsonNode ordered : analysis.path("orderedGroupings")) {
            factors.add(new Factor(event.grouping(ordered.path("groupingId").asText()),
                    ordered.path("resultsByGroup").asBoolean()));
        }
    }

    /// Its results, in the order of its groups and operations.
    ArrayNode results() throws UnmadeException {
        JsonNode method = event.method(analysis.path("methodId").asText());
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        BitSet rows = selected();
        for (List<Chosen> groups : combinations(rows)) {
            BitSet of = rows;
            for (Chosen chosen : groups) {
                of = within(chosen, of);
            }
            for (JsonNode operation : method.path("operations")) {
                EventOperation known = EventOperation.of(method, operation);
                Estimate value = known.compares() ? compared(known, of) : summarised(known, operation, groups, of);
                results.add(result(operation, groups, value));
            }
        }
        return results;
    }

    private BitSet selected() throws UnmadeException {
        BitSet all = new BitSet();
        all.set(0, records.size());
        return records.select(subset, records.select(set, all));
    }

    private BitSet within(Chosen chosen, BitSet rows) throws UnmadeException {
        EventGrouping.Group group = chosen.group();
        return records.select(group == null
                ? new EventWhere.Compare("", chosen.grouping().variable(), "EQ", List.of(chosen.level()))
                : group.where(), rows);
    }

    /// The groups that have results, one of each factor: all of the event's, and of levels of the data those that occur together.
    /// Of several factors beside the first whose groups the event names, only groups that somebody is in together.
    private List<List<Chosen>> combinations(BitSet rows) throws UnmadeException {
        List<List<Chosen>> all = List.of(List.of());
        List<Factor> byGroup = factors.stream().filter(Factor::byGroup).toList();
        long named = byGroup.stream().filter(factor -> !factor.grouping().dataDriven()).count();
        for (Factor factor : byGroup) {
            List<List<Chosen>> longer = new ArrayList<>();
            for (List<Chosen> before : all) {
                for (Chosen next : groups(factor.grouping(), before, rows)) {
                    List<Chosen> both = new ArrayList<>(before);
                    both.add(next);
                    if (named < 3 || both.size() < 3 || occurs(both.subList(1, both.size()), rows)) {
                        longer.add(both);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Chosen> groups(EventGrouping grouping, List<Chosen> before, BitSet rows) throws UnmadeException {
        if (!grouping.dataDriven()) {
            return grouping.groups().stream().map(group -> new Chosen(grouping, group, "")).toList();
        }
        BitSet together = rows;
        for (Chosen chosen : before) {
            together = chosen.group() == null ? within(chosen, together) : together;
        }
        JoinedColumn column = records.column(grouping.variable());
        TreeSet<String> levels = new TreeSet<>();
        together.stream().filter(row -> !column.isMissing(row)).forEach(row -> levels.add(column.text(row)));
        return levels.stream().map(level -> new Chosen(grouping, null, level)).toList();
    }

    private boolean occurs(List<Chosen> groups, BitSet rows) throws UnmadeException {
        BitSet together = rows;
        for (Chosen chosen : groups) {
            together = within(chosen, together);
        }
        return !together.isEmpty();
    }

    private Estimate summarised(EventOperation operation, JsonNode declared, List<Chosen> groups, BitSet rows)
            throws UnmadeException {
        if (operation == EventOperation.SUBJECTS) {
            return new Estimate.Value(records.subjects(rows).cardinality());
        }
        if (operation == EventOperation.RECORDS) {
            return new Estimate.Value(rows.cardinality());
        }
        if (operation == EventOperation.PERCENT) {
            int of = denominator(declared, groups);
            return of == 0
                    ? new Estimate.NotEstimable("nobody is in the denominator")
                    : new Estimate.Value(100.0 * records.subjects(rows).cardinality() / of);
        }
        if (operation == EventOperation.VALUES) {
            String variable = analysis.path("variable").asText();
            if (variable.equals("USUBJID")) {
                return new Estimate.Value(records.subjects(rows).cardinality());
            }
            JoinedColumn column = records.column(variable);
            return new Estimate.Value(rows.stream().filter(row -> !column.isMissing(row)).count());
        }
        Descriptive values = Descriptive.of(values(rows));
        Quantile type = event.quantile();
        return switch (operation) {
            case MEAN -> values.mean();
            case SD -> values.sd();
            case MEDIAN -> values.quantile(type, 0.5);
            case Q1 -> values.quantile(type, 0.25);
            case Q3 -> values.quantile(type, 0.75);
            case MIN -> values.min();
            case MAX -> values.max();
            case SUBJECTS, PERCENT, VALUES, RECORDS, ANOVA, CHI_SQUARE, FISHER ->
                throw new IllegalStateException(operation + " has no values");
        };
    }

    private double[] values(BitSet rows) throws UnmadeException {
        JoinedColumn column = records.column(analysis.path("variable").asText());
        if (!column.numeric()) {
            throw new UnmadeException(analysis.path("variable").asText() + " holds texts and has no mean");
        }
        return rows.stream().filter(row -> !column.isMissing(row)).mapToDouble(column::number).toArray();
    }

    /// How many subjects a percentage is of: those of the analysis that the operation names as denominator, in the groups that
    /// both have.
    private int denominator(JsonNode operation, List<Chosen> groups) throws UnmadeException {
        String relation = "";
        for (JsonNode relationship : operation.path("referencedOperationRelationships")) {
            if (relationship.path("referencedOperationRole").path("controlledTerm").asText().equals("DENOMINATOR")) {
                relation = relationship.path("id").asText();
            }
        }
        for (JsonNode referenced : analysis.path("referencedAnalysisOperations")) {
            if (referenced.path("referencedOperationRelationshipId").asText().equals(relation)) {
                return event.analysis(referenced.path("analysisId").asText()).subjectsIn(groups);
            }
        }
        if (!relation.isEmpty()) {
            throw new UnmadeException("it names no analysis for the denominator of its percentage");
        }
        EventAnalysis everybody = this;
        return everybody.populationIn(groups.subList(0, Math.min(1, groups.size())));
    }

    private int subjectsIn(List<Chosen> groups) throws UnmadeException {
        BitSet rows = selected();
        for (Chosen chosen : groups) {
            if (factors.stream().anyMatch(factor -> factor.grouping().id().equals(chosen.grouping().id()))) {
                rows = within(chosen, rows);
            }
        }
        return records.subjects(rows).cardinality();
    }

    private int populationIn(List<Chosen> groups) throws UnmadeException {
        EventRecords subjects = event.records(Study.ADSL);
        BitSet rows = population(subjects);
        for (Chosen chosen : groups) {
            EventGrouping.Group group = chosen.group();
            if (group != null) {
                rows = subjects.select(group.where(), rows);
            }
        }
        return rows.cardinality();
    }

    /// Subjects of the analysis set who meet what the data subset asks of subjects.
    private BitSet population(EventRecords subjects) throws UnmadeException {
        BitSet all = new BitSet();
        all.set(0, subjects.size());
        return subjects.select(subset.only(Study.ADSL::equals), subjects.select(set, all));
    }

    private Estimate compared(EventOperation test, BitSet rows) throws UnmadeException {
        List<EventGrouping> compared = factors.stream().filter(factor -> !factor.byGroup()).map(Factor::grouping).toList();
        if (compared.isEmpty()) {
            throw new UnmadeException("nothing is compared: every grouping has results by group");
        }
        if (test == EventOperation.ANOVA) {
            List<double[]> groups = new ArrayList<>();
            for (EventGrouping.Group group : compared.getFirst().groups()) {
                groups.add(values(records.select(group.where(), rows)));
            }
            return OneWayAnova.pValue(groups);
        }
        long[][] counts = compared.size() > 1
                ? crossed(compared.get(0), compared.get(1), rows)
                : withAndWithout(compared.getFirst(), rows);
        return test == EventOperation.CHI_SQUARE ? PearsonChiSquare.pValue(counts) : FisherFreemanHalton.pValue(counts);
    }

    private long[][] crossed(EventGrouping down, EventGrouping across, BitSet rows) throws UnmadeException {
        List<long[]> counts = new ArrayList<>();
        for (EventGrouping.Group group : down.groups()) {
            BitSet of = records.select(group.where(), rows);
            long[] line = new long[across.groups().size()];
            for (int i = 0; i < line.length; i++) {
                line[i] = records.subjects(records.select(across.groups().get(i).where(), of)).cardinality();
            }
            counts.add(line);
        }
        return counts.toArray(long[][]::new);
    }

    /// Subjects with a record and without one, of groups that have anybody.
    private long[][] withAndWithout(EventGrouping grouping, BitSet rows) throws UnmadeException {
        EventRecords subjects = event.records(Study.ADSL);
        BitSet population = population(subjects);
        BitSet having = records.subjects(rows);
        List<long[]> counts = new ArrayList<>();
        for (EventGrouping.Group group : grouping.groups()) {
            BitSet of = subjects.select(group.where(), population);
            long all = of.cardinality();
            of.and(having);
            if (all > 0) {
                counts.add(new long[]{of.cardinality(), all - of.cardinality()});
            }
        }
        return counts.toArray(long[][]::new);
    }

    /// Results of groups name them all; what compares groups names the factor alone.
    private ObjectNode result(JsonNode operation, List<Chosen> groups, Estimate value) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("operationId", operation.path("id").asText());
        ArrayNode of = result.putArray("resultGroups");
        for (Factor factor : factors) {
            ObjectNode group = of.addObject();
            group.put("groupingId", factor.grouping().id());
            groups.stream().filter(chosen -> chosen.grouping().id().equals(factor.grouping().id())).findFirst()
                    .ifPresent(chosen -> {
                        EventGrouping.Group named = chosen.group();
                        if (named == null) {
                            group.put("groupValue", chosen.level());
                        } else {
                            group.put("groupId", named.id());
                        }
                    });
        }
        switch (value) {
            case Estimate.Value(double number) -> {
                result.put("rawValue", JsonLines.number(number));
                result.put("formattedValue", ResultPattern.written(number, operation.path("resultPattern").asText()));
            }
            case Estimate.NotEstimable(String _) -> result.put("rawValue", "NE");
        }
        return result;
    }
}
