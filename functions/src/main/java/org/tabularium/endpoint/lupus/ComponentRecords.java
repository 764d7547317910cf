package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.DerivationType;

/// The records of one parameter that endpoints are made of: of each subject the one at each visit and the one before treatment.
public final class ComponentRecords {

    public static final int NONE = -1;
    private static final int NAMED = 5;

    private final String code;
    private final Dataset dataset;
    private final @Nullable NumericColumn number;
    private final @Nullable TextColumn text;
    private final @Nullable DatasetDates dates;
    private final @Nullable Column derivation;
    private final int[] flagged;
    private final Map<String, int[]> byVisit = new LinkedHashMap<>();
    private final List<DerivationObstacle.Pair> twice = new ArrayList<>();

    ComponentRecords(String code, Dataset dataset, int subjects) {
        this.code = code;
        this.dataset = dataset;
        Column value = dataset.column("AVAL").orElse(null);
        this.number = value instanceof NumericColumn numbers ? numbers : null;
        Column written = dataset.column("AVALC").orElse(null);
        this.text = written instanceof TextColumn texts ? texts : null;
        this.dates = dataset.column("ADT").map(DatasetDates::of).orElse(null);
        this.derivation = dataset.column("DTYPE").orElse(null);
        this.flagged = none(subjects);
    }

    private static int[] none(int subjects) {
        int[] none = new int[subjects];
        Arrays.fill(none, NONE);
        return none;
    }

    /// Takes a record with a value in. What a subject has twice is remembered; of two records at a visit, one of which is
    /// baseline, that one counts.
    ///
    /// @param visit key of the scheduled visit; empty for none
    /// @param baseline whether it is the subject's baseline
    void add(int subject, String visit, boolean baseline, int row) {
        if (!visit.isEmpty()) {
            int[] rows = byVisit.computeIfAbsent(visit, v -> none(flagged.length));
            int earlier = rows[subject];
            boolean wasBaseline = earlier != NONE && earlier == flagged[subject];
            if (earlier == NONE || baseline == wasBaseline) {
                put(rows, subject, row);
            } else if (baseline) {
                rows[subject] = row;
            }
        }
        if (baseline) {
            put(flagged, subject, row);
        }
    }

    private void put(int[] rows, int subject, int row) {
        if (rows[subject] != NONE) {
            twice.add(new DerivationObstacle.Pair(dataset.sourceRow(rows[subject]), dataset.sourceRow(row)));
        }
        rows[subject] = row;
    }

    String datasetName() {
        return dataset.name();
    }

    /// Why the parameter cannot be used: a subject has it twice at a visit; empty where it can.
    Optional<DerivationObstacle> ambiguity() {
        if (twice.isEmpty()) {
            return Optional.empty();
        }
        List<DerivationObstacle.Pair> named = twice.stream().distinct().limit(NAMED).toList();
        return Optional.of(new DerivationObstacle.SeveralAtVisit(dataset.name(), code, named,
                named.size() < twice.stream().distinct().count()));
    }

    /// The row of a subject's record at a visit; [#NONE] for none.
    int at(int subject, String visit) {
        int[] rows = byVisit.get(visit);
        return rows == null ? NONE : rows[subject];
    }

    /// The row of a subject's baseline record; [#NONE] for none.
    int flagged(int subject) {
        return flagged[subject];
    }

    /// AVAL as written; null where missing.
    @Nullable
    BigDecimal number(int row) {
        return row == NONE || number == null || !Double.isFinite(number.value(row))
                ? null
                : Decimals.asWritten(number.value(row));
    }

    /// AVALC; empty where missing.
    String text(int row) {
        return row == NONE || text == null ? "" : text.value(row).strip();
    }

    /// The answer to an item of SLEDAI-2K.
    ItemAnswer answer(int row, int weight) {
        if (row == NONE) {
            return ItemAnswer.MISSING;
        }
        return ItemAnswer.of(number == null ? Double.NaN : number.value(row), text(row), weight);
    }

    /// Yes or no: AVALC in words, else AVAL 1 or 0; null for anything else.
    @Nullable
    Boolean yes(int row) {
        ItemAnswer written = row == NONE ? ItemAnswer.MISSING : ItemAnswer.of(Double.NaN, text(row), 1);
        ItemAnswer answer = written == ItemAnswer.MISSING ? answer(row, 1) : written;
        return switch (answer) {
            case PRESENT -> Boolean.TRUE;
            case ABSENT -> Boolean.FALSE;
            case MISSING, ODD -> null;
        };
    }

    /// How the value was imputed, as DTYPE says; empty for one that was collected.
    String imputation(int row) {
        String word = row == NONE || derivation == null ? "" : ValueText.text(derivation, row);
        return DerivationType.of(word) == DerivationType.IMPUTED ? word : "";
    }

    /// Days since 1970-01-01 of ADT; [DatasetDates#ABSENT] where there is none.
    int epochDay(int row) {
        return row == NONE || dates == null ? DatasetDates.ABSENT : dates.epochDay(row);
    }
}
