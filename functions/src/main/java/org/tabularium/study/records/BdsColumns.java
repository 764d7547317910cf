package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;

/// A BDS dataset row by row, each row's parameter and scheduled visit as numbers from 0.
final class BdsColumns {

    static final int NONE = -1;

    private final Dataset dataset;
    private final int[] subjectOf;
    private final int[] parameterOf;
    private final int[] visitOf;
    private final Map<String, Integer> parameters = new HashMap<>();
    private final List<VisitName> visits = new ArrayList<>();
    private final Map<String, Integer> visitKeys = new HashMap<>();
    private final @Nullable NumericColumn visitNumber;
    private final IntPredicate valued;

    BdsColumns(StudyData data, Dataset dataset) {
        this.dataset = dataset;
        this.subjectOf = new int[dataset.rows()];
        this.parameterOf = new int[dataset.rows()];
        this.visitOf = new int[dataset.rows()];
        this.visitNumber = dataset.column("AVISITN").orElse(null) instanceof NumericColumn numbers ? numbers : null;
        Optional<Column> value = dataset.column("AVAL");
        Optional<Column> text = dataset.column("AVALC");
        this.valued = row -> value.filter(c -> !c.isMissing(row)).isPresent() || text.filter(c -> !c.isMissing(row)).isPresent();
        var subjects = data.subjectsOf(dataset);
        int[] byCode = dataset.column("PARAMCD").orElse(null) instanceof TextColumn codes
                ? codes.dictionary().stream().mapToInt(this::parameterNumber).toArray()
                : new int[0];
        TextColumn codes = dataset.column("PARAMCD").orElse(null) instanceof TextColumn texts ? texts : null;
        for (int row = 0; row < subjectOf.length; row++) {
            subjectOf[row] = subjects.of(row);
            parameterOf[row] = codes == null ? NONE : byCode[codes.code(row)];
        }
        fillVisits();
    }

    private int parameterNumber(String code) {
        String key = code.strip().toUpperCase(Locale.ROOT);
        return key.isEmpty() ? NONE : parameters.computeIfAbsent(key, k -> parameters.size());
    }

    private void fillVisits() {
        Column name = dataset.column("AVISIT").orElse(null);
        Column number = dataset.column("AVISITN").orElse(null);
        int[] byCode = name instanceof TextColumn texts
                ? texts.dictionary().stream().mapToInt(text -> visit(text.strip())).toArray()
                : new int[0];
        Map<String, Integer> numbered = new HashMap<>();
        for (int row = 0; row < visitOf.length; row++) {
            if (name != null && !name.isMissing(row)) {
                visitOf[row] = name instanceof TextColumn texts ? byCode[texts.code(row)] : visit(ValueText.text(name, row));
            } else {
                String text = number == null ? "" : ValueText.text(number, row);
                visitOf[row] = text.isEmpty()
                        ? NONE
                        : numbered.computeIfAbsent(text, n -> visit(VisitName.numbered(n).written()));
            }
        }
    }

    private int visit(String written) {
        VisitName visit = new VisitName(written);
        if (written.isEmpty() || visit.isUnscheduled()) {
            return NONE;
        }
        return visitKeys.computeIfAbsent(visit.key(), k -> {
            visits.add(visit);
            return visits.size() - 1;
        });
    }

    Dataset dataset() {
        return dataset;
    }

    int rows() {
        return subjectOf.length;
    }

    /// The subject's row in ADSL, or [StudyData#UNKNOWN].
    int subject(int row) {
        return subjectOf[row];
    }

    /// [#NONE] where PARAMCD is blank.
    int parameter(int row) {
        return parameterOf[row];
    }

    int parameterCount() {
        return parameters.size();
    }

    /// The number of a PARAMCD of the study's; [#NONE] where the dataset does not have it.
    int parameter(String theirs) {
        return parameters.getOrDefault(theirs.strip().toUpperCase(Locale.ROOT), NONE);
    }

    /// The scheduled visit; [#NONE] for none and for an unscheduled one.
    int visit(int row) {
        return visitOf[row];
    }

    List<VisitName> visits() {
        return visits;
    }

    /// The number of a visit by its key; [#NONE] where the dataset does not have it.
    int visitOfKey(String key) {
        return visitKeys.getOrDefault(key, NONE);
    }

    /// AVISITN; NaN where missing.
    double visitNumber(int row) {
        return visitNumber == null ? Double.NaN : visitNumber.value(row);
    }

    boolean isValued(int row) {
        return valued.test(row);
    }

    /// Whether a flag of a row is Y.
    IntPredicate isYes(String flag) {
        if (!(dataset.column(flag).orElse(null) instanceof TextColumn texts)) {
            return row -> false;
        }
        boolean[] yes = new boolean[texts.dictionary().size()];
        for (int code = 0; code < yes.length; code++) {
            yes[code] = texts.dictionary().get(code).strip().equalsIgnoreCase("Y");
        }
        return row -> yes[texts.code(row)];
    }

    /// For each row the number of its text of a variable; all 0 where the dataset does not have the variable.
    int[] codes(String variable) {
        int[] codes = new int[rows()];
        Column column = dataset.column(variable).orElse(null);
        if (column == null) {
            return codes;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.computeIfAbsent(ValueText.text(column, row), t -> numbers.size());
        }
        return codes;
    }

    /// What DTYPE says of each row.
    DerivationType[] derivations() {
        DerivationType[] types = new DerivationType[rows()];
        Arrays.fill(types, DerivationType.OBSERVED);
        if (dataset.column("DTYPE").orElse(null) instanceof TextColumn texts) {
            DerivationType[] byCode = texts.dictionary().stream().map(DerivationType::of).toArray(DerivationType[]::new);
            for (int row = 0; row < types.length; row++) {
                types[row] = byCode[texts.code(row)];
            }
        }
        return types;
    }

    /// The dates of a variable; empty where the dataset has none.
    Optional<DatasetDates> dates(String variable) {
        return dataset.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
    }
}
