package org.tabularium.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.StreamSupport;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.StudyReader;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudyYaml;

/// Reads the selections of results.json against the datasets, by rules of its own: a clause is looked at row by row, a variable
/// that the dataset lacks is the subject's in ADSL. Knows nothing of filters, joins or populations of the program.
final class SelectionOracle {

    private final StudyData data;

    private SelectionOracle(StudyData data) {
        this.data = data;
    }

    /// The study with every variable that its datasets have or that some selection names.
    static SelectionOracle of(String folder, JsonNode results) throws IOException, RejectedException {
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(Places.testData(folder)));
        Findings findings = new Findings();
        Study study = Study.open(snapshot, StudyYaml.read(snapshot, ShellCatalog.builtIn()::check), findings);
        Set<String> named = new HashSet<>(List.of("USUBJID"));
        results.forEach(result -> result.path("selection").findValues("variable").forEach(v -> named.add(v.asText())));
        RequestedColumns requested = new RequestedColumns();
        study.datasets().forEach(dataset -> {
            requested.ask(dataset, study.variables(dataset));
            requested.ask(dataset, named);
        });
        return new SelectionOracle(StudyReader.read(study, requested, findings, step -> {
        }).orElseThrow());
    }

    StudyData data() {
        return data;
    }

    /// Whether every clause is a comparison.
    static boolean isPlain(JsonNode clauses) {
        return StreamSupport.stream(clauses.spliterator(), false).allMatch(clause -> !clause.has("criterion")
                && !clause.path("operator").asText().equals("THEN")
                && (!clause.has("clauses") || isPlain(clause.path("clauses"))));
    }

    /// The rows of a dataset that the clauses leave, from 0.
    ///
    /// @return empty where the study has no such dataset or variable
    Optional<BitSet> rows(String name, JsonNode clauses) {
        Optional<Dataset> dataset = data.dataset(name);
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        try {
            IntPredicate all = all(name, dataset.get(), clauses);
            BitSet rows = new BitSet();
            for (int row = 0; row < dataset.get().rows(); row++) {
                rows.set(row, data.subjects(name).of(row) >= 0 && all.test(row));
            }
            return Optional.of(rows);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    BitSet subjects(String name, BitSet rows) {
        BitSet subjects = new BitSet();
        rows.stream().forEach(row -> subjects.set(data.subjects(name).of(row)));
        return subjects;
    }

    private IntPredicate all(String name, Dataset dataset, JsonNode clauses) {
        IntPredicate all = row -> true;
        for (JsonNode clause : clauses) {
            all = all.and(one(name, dataset, clause));
        }
        return all;
    }

    private IntPredicate one(String name, Dataset dataset, JsonNode clause) {
        return switch (clause.path("operator").asText()) {
            case "NOT" -> all(name, dataset, clause.path("clauses")).negate();
            case "OR" -> any(name, dataset, clause.path("clauses"));
            default -> compare(name, dataset, clause);
        };
    }

    private IntPredicate any(String name, Dataset dataset, JsonNode ways) {
        IntPredicate any = row -> false;
        for (JsonNode way : ways) {
            any = any.or(all(name, dataset, way.path("clauses")));
        }
        return any;
    }

    private IntPredicate compare(String name, Dataset dataset, JsonNode clause) {
        String variable = clause.path("variable").asText();
        Column own = dataset.column(variable).orElse(null);
        Column column = own == null ? data.adsl().column(variable).orElseThrow(IllegalArgumentException::new) : own;
        List<String> values = StreamSupport.stream(clause.path("values").spliterator(), false).map(JsonNode::asText).toList();
        return row -> {
            int at = own == null ? data.subjects(name).of(row) : row;
            return at >= 0 && holds(ValueText.text(column, at), column, at, clause.path("comparator").asText(), values);
        };
    }

    private static boolean holds(String text, Column column, int row, String comparator, List<String> values) {
        return switch (comparator) {
            case "EQ" -> equal(text, column, row, values.getFirst());
            case "NE" -> !equal(text, column, row, values.getFirst()) && (values.getFirst().isEmpty() || !text.isEmpty());
            case "IN" -> values.stream().anyMatch(value -> equal(text, column, row, value));
            case "NOTIN" -> !text.isEmpty() && values.stream().noneMatch(value -> equal(text, column, row, value));
            default -> {
                if (text.isEmpty()) {
                    yield false;
                }
                int order = Double.compare(number(text, column, row), Double.parseDouble(values.getFirst()));
                yield switch (comparator) {
                    case "GT" -> order > 0;
                    case "GE" -> order >= 0;
                    case "LT" -> order < 0;
                    case "LE" -> order <= 0;
                    default -> throw new IllegalArgumentException(comparator);
                };
            }
        };
    }

    private static double number(String text, Column column, int row) {
        return column instanceof NumericColumn numbers ? numbers.value(row) : Double.parseDouble(text);
    }

    private static boolean equal(String text, Column column, int row, String value) {
        if (value.isEmpty() || text.isEmpty()) {
            return value.isEmpty() && text.isEmpty();
        }
        if (column instanceof NumericColumn numbers) {
            try {
                return numbers.value(row) == Double.parseDouble(value);
            } catch (NumberFormatException e) {
                return text.equals(value);
            }
        }
        return text.equalsIgnoreCase(value);
    }
}
