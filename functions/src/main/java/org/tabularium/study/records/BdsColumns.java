package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
import org.tabularium.study.RowSubjects;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;

/// A BDS dataset row by row, each row's parameter and scheduled visit as numbers from 0.
///
/// What a row says is looked up by its dictionary codes whenever somebody asks; nothing is held a row, but the visits where some
/// have no AVISIT.
final class BdsColumns {

    static final int NONE = -1;

    private final Dataset dataset;
    private final RowSubjects subjects;
    private final int subjectCount;
    private final RowNumbers parameterOf;
    private final RowNumbers visitOf;
    private final Map<String, Integer> parameters = new HashMap<>();
    private final List<VisitName> visits = new ArrayList<>();
    private final Map<String, Integer> visitKeys = new HashMap<>();
    private final @Nullable NumericColumn visitNumber;
    private final IntPredicate valued;
    private final boolean allValued;
    /// Whether it is certain, without looking at any row, that each has a parameter, a subject in ADSL and a value.
    private final boolean allCounted;
    private final @Nullable TextColumn derivation;
    private final DerivationType[] derivationOfCode;

    BdsColumns(StudyData data, Dataset dataset) {
        this.dataset = dataset;
        this.subjects = data.subjectsOf(dataset);
        this.subjectCount = data.subjectCount();
        this.visitNumber = dataset.column("AVISITN").orElse(null) instanceof NumericColumn numbers ? numbers : null;
        this.allValued = dataset.column("AVAL").orElse(null) instanceof NumericColumn number && !number.mayBeMissing();
        this.valued = allValued ? row -> true : valued(dataset.column("AVAL").orElse(null), dataset.column("AVALC").orElse(null));
        this.derivation = text("DTYPE");
        this.derivationOfCode = derivation == null
                ? new DerivationType[0]
                : derivation.dictionary().stream().map(DerivationType::of).toArray(DerivationType[]::new);
        TextColumn codes = text("PARAMCD");
        this.parameterOf = codes == null
                ? row -> NONE
                : new RowNumbers.Coded(codes, codes.dictionary().stream().mapToInt(this::parameterNumber).toArray());
        this.allCounted = allValued && subjects.areAllKnown() && codes != null
                && codes.dictionary().stream().noneMatch(String::isBlank);
        this.visitOf = visitOf(dataset.column("AVISIT").orElse(null), dataset.column("AVISITN").orElse(null));
    }

    private static IntPredicate valued(@Nullable Column value, @Nullable Column text) {
        if (value == null || text == null) {
            Column one = value == null ? text : value;
            return one == null ? row -> false : row -> !one.isMissing(row);
        }
        return row -> !value.isMissing(row) || !text.isMissing(row);
    }

    private @Nullable TextColumn text(String variable) {
        return dataset.column(variable).orElse(null) instanceof TextColumn texts ? texts : null;
    }

    private int parameterNumber(String code) {
        String key = code.strip().toUpperCase(Locale.ROOT);
        return key.isEmpty() ? NONE : parameters.computeIfAbsent(key, k -> parameters.size());
    }

    private RowNumbers visitOf(@Nullable Column name, @Nullable Column number) {
        int[] byCode = name instanceof TextColumn texts
                ? texts.dictionary().stream().mapToInt(text -> visit(text.strip())).toArray()
                : new int[0];
        boolean named = name instanceof TextColumn texts && texts.dictionary().stream().noneMatch(String::isBlank);
        if (name instanceof TextColumn texts && (named || number == null)) {
            return new RowNumbers.Coded(texts, byCode);
        }
        int[] visitOfRow = new int[dataset.rows()];
        Map<String, Integer> numbered = new HashMap<>();
        for (int row = 0; row < visitOfRow.length; row++) {
            if (name != null && !name.isMissing(row)) {
                visitOfRow[row] = name instanceof TextColumn texts ? byCode[texts.code(row)] : visit(ValueText.text(name, row));
            } else {
                String text = number == null ? "" : ValueText.text(number, row);
                visitOfRow[row] = text.isEmpty()
                        ? NONE
                        : numbered.computeIfAbsent(text, n -> visit(VisitName.numbered(n).written()));
            }
        }
        return row -> visitOfRow[row];
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
        return dataset.rows();
    }

    /// The subject's row in ADSL, or [StudyData#UNKNOWN].
    int subject(int row) {
        return subjects.of(row);
    }

    int subjectCount() {
        return subjectCount;
    }

    /// [#NONE] where PARAMCD is blank.
    int parameter(int row) {
        return parameterOf.of(row);
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
        return visitOf.of(row);
    }

    List<VisitName> visits() {
        return visits;
    }

    /// The number of a visit by its key; [#NONE] where the dataset does not have it.
    int visitOfKey(String key) {
        return visitKeys.getOrDefault(key, NONE);
    }

    /// Looks up what the rows of a block say.
    void fill(BdsBlock block, int from, int count) {
        subjects.fill(from, count, block.subject);
        parameterOf.fill(from, count, block.parameter);
        visitOf.fill(from, count, block.visit);
    }

    /// The rows of a parameter that passes.
    BitSet rowsOfParameters(IntPredicate passes) {
        return parameterOf.rows(rows(), passes);
    }

    /// The rows of a visit that passes.
    BitSet rowsOfVisits(IntPredicate passes) {
        return visitOf.rows(rows(), passes);
    }

    /// Those of some rows that have a parameter, a subject in ADSL and a value.
    BitSet counted(BitSet rows) {
        BitSet counted = (BitSet) rows.clone();
        for (int row = allCounted ? -1 : rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (parameter(row) == NONE || subject(row) == StudyData.UNKNOWN || !isValued(row)) {
                counted.clear(row);
            }
        }
        return counted;
    }

    /// The rows whose flag is Y.
    BitSet flagged(String flag) {
        TextColumn texts = text(flag);
        return texts == null ? new BitSet() : texts.rows(yes(texts));
    }

    /// AVISITN; NaN where missing.
    double visitNumber(int row) {
        return visitNumber == null ? Double.NaN : visitNumber.value(row);
    }

    /// AVISITN of rows that follow each other; NaN where missing.
    void visitNumbers(int from, int count, double[] into) {
        if (visitNumber == null) {
            Arrays.fill(into, 0, count, Double.NaN);
        } else {
            visitNumber.values(from, count, into);
        }
    }

    /// Whether it is certain, without looking at any row, that each has a value.
    boolean areAllValued() {
        return allValued;
    }

    boolean isValued(int row) {
        return valued.test(row);
    }

    private static boolean[] yes(TextColumn texts) {
        boolean[] yes = new boolean[texts.dictionary().size()];
        for (int code = 0; code < yes.length; code++) {
            yes[code] = texts.dictionary().get(code).strip().equalsIgnoreCase("Y");
        }
        return yes;
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

    /// What DTYPE says of a row.
    DerivationType derivation(int row) {
        return derivation == null ? DerivationType.OBSERVED : derivationOfCode[derivation.code(row)];
    }

    /// Whether DTYPE may say this of some row; never of [DerivationType#OBSERVED], which needs no DTYPE.
    boolean mayBe(DerivationType type) {
        return Arrays.asList(derivationOfCode).contains(type);
    }

    /// For each scheduled visit whether it is called baseline.
    boolean[] baselineVisits() {
        boolean[] baseline = new boolean[visits.size()];
        for (int visit = 0; visit < baseline.length; visit++) {
            baseline[visit] = visits.get(visit).isBaseline();
        }
        return baseline;
    }

    /// The dates of a variable; empty where the dataset has none.
    Optional<DatasetDates> dates(String variable) {
        return dataset.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
    }
}
