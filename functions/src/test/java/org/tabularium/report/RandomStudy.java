package org.tabularium.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.WrittenDataset.Kind;
import org.tabularium.dataset.WrittenDataset.Variable;
import org.tabularium.dataset.WrittenDataset;

/// A small valid study drawn from a seed: subjects with or without arms, an arm that nobody of a population is in, variables that
/// are there or not, missing values
/// from none to all, no events or many, scores by visit, responses, times to an event, doses, laboratory values, criteria not
/// met.
///
/// @param datasets some of ADSL, ADAE, ADQS, ADEFF, ADTTE, ADEX, ADLB and ADIE
/// @param settings study.yaml
record RandomStudy(List<WrittenDataset> datasets, String settings) {

    static RandomStudy of(long seed) {
        return new StudyDrawing(new SplittableRandom(seed)).study();
    }

    /// Whether columns of comparisons stand beside the arms, with blank cells where nothing is compared.
    boolean isCompared() {
        return settings.contains("tables:");
    }

    /// The same study, the rows of every dataset in another order.
    RandomStudy shuffled(long seed) {
        Random random = new Random(seed);
        return mapped(dataset -> {
            List<List<@Nullable Object>> rows = new ArrayList<>(dataset.rows());
            Collections.shuffle(rows, random);
            return new WrittenDataset(dataset.name(), dataset.variables(), rows);
        });
    }

    /// The same study, its subjects under other names.
    RandomStudy renamed(UnaryOperator<String> names) {
        return mapped(dataset -> {
            int column = index(dataset, "USUBJID");
            return new WrittenDataset(dataset.name(), dataset.variables(), dataset.rows().stream().map(row -> {
                List<@Nullable Object> cells = new ArrayList<>(row);
                cells.set(column, names.apply(String.valueOf(row.get(column))));
                return cells;
            }).toList());
        });
    }

    /// The same study with SCRFFL in ADSL, which is Y of nobody or of one subject more, who was never treated and has one of the
    /// events of somebody.
    RandomStudy withScreenFailure(boolean one) {
        return mapped(dataset -> switch (dataset.name()) {
            case "ADSL" -> screened(dataset, one);
            case "ADAE" -> one && !dataset.rows().isEmpty() ? more(dataset, dataset.rows().getFirst()) : dataset;
            default -> dataset;
        });
    }

    private static WrittenDataset screened(WrittenDataset adsl, boolean one) {
        int given = index(adsl, "SCRFFL");
        List<Variable> variables = new ArrayList<>(adsl.variables());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : adsl.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(row);
            if (given < 0) {
                cells.add("N");
            }
            rows.add(cells);
        }
        if (given < 0) {
            variables.add(new Variable("SCRFFL", Kind.TEXT));
        }
        WrittenDataset flagged = new WrittenDataset("ADSL", variables, rows);
        if (!one) {
            return flagged;
        }
        List<@Nullable Object> failure = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            int column = i;
            // What nobody else has was not collected: a listing leaves it out.
            boolean collected = rows.stream().anyMatch(row -> row.get(column) != null);
            failure.add(switch (variables.get(i).name()) {
                case "SCRFFL" -> "Y";
                case "AGE" -> collected ? 41.0 : null;
                case "SEX" -> collected ? "F" : null;
                case "RACE" -> collected ? "NOT REPORTED" : null;
                default -> variables.get(column).name().endsWith("FL") ? "N" : null;
            });
        }
        return more(flagged, failure);
    }

    private static WrittenDataset more(WrittenDataset dataset, List<@Nullable Object> like) {
        List<@Nullable Object> row = new ArrayList<>(like);
        row.set(index(dataset, "USUBJID"), "R-SCREENED");
        List<List<@Nullable Object>> rows = new ArrayList<>(dataset.rows());
        rows.add(row);
        return new WrittenDataset(dataset.name(), dataset.variables(), rows);
    }

    private RandomStudy mapped(UnaryOperator<WrittenDataset> change) {
        return new RandomStudy(datasets.stream().map(change).toList(), settings);
    }

    private static int index(WrittenDataset dataset, String variable) {
        return dataset.variables().stream().map(Variable::name).toList().indexOf(variable);
    }
}
