package org.tabularium.validation.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The SLEDAI-2K total is the sum of its items.
///
/// Compared where a subject has the total and all 24 items at a visit. Of several records of one parameter there the one with
/// ANL01FL = Y counts; what
/// remains twice is not compared.
public final class SledaiTotal implements Rule {

    private static final int ITEMS = Sledai2k.ITEMS.size();
    private static final int TOTAL = ITEMS;
    private static final int OTHER = -1;

    /// Datasets that hold something else and would only be read for nothing.
    private static final Set<String> PASSED_OVER = Set.of("ADLB", "ADEX", "ADTTE");

    private static final Finding SUM = Finding.warning("SLEDAI_SUM", "is not the sum of the visit's items")
            .of("AVAL")
            .remedy("correct the total or the items; the tables use the total as delivered");
    private static final Finding ITEM = Finding.warning("SLEDAI_SUM", "is neither absent nor present")
            .of("AVAL")
            .remedy("write an item as 0 or 1, as 0 or its weight, or as N or Y");

    private record Visit(int subject, int name, double number) {}

    /// The rows of a visit: the items', then the total's; [#NONE] where there is none yet, [#TWICE] where one cannot be chosen.
    private static final class Rows {
        private static final int NONE = -1;
        private static final int TWICE = -2;

        private final int[] rows = new int[ITEMS + 1];
        private final boolean[] flagged = new boolean[ITEMS + 1];

        Rows() {
            Arrays.fill(rows, NONE);
        }

        void add(int slot, int row, boolean flag) {
            if (rows[slot] == NONE || (flag && !flagged[slot])) {
                rows[slot] = row;
                flagged[slot] = flag;
            } else if (flag == flagged[slot]) {
                rows[slot] = TWICE;
            }
        }

        boolean complete() {
            return Arrays.stream(rows).allMatch(row -> row >= 0);
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        datasets(study).forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, datasets(data.study()))) {
            dataset.text("PARAMCD").ifPresent(parameter -> {
                int[] slots = slots(data.study(), parameter);
                if (Arrays.stream(slots).filter(slot -> slot != OTHER).distinct().count() == ITEMS + 1) {
                    check(dataset, visits(data, dataset, parameter, slots), findings);
                }
            });
        }
    }

    private static List<String> datasets(Study study) {
        return ExaminedDataset.withParameters(study).stream().filter(name -> !PASSED_OVER.contains(name)).toList();
    }

    /// For each PARAMCD of the dictionary which item it is, or the total, or another parameter.
    private static int[] slots(Study study, TextColumn parameter) {
        Map<String, Integer> slots = new HashMap<>();
        for (int item = 0; item < ITEMS; item++) {
            slots.put(study.names().parameter(Sledai2k.ITEMS.get(item).parameter()), item);
        }
        slots.put(study.names().parameter(Sledai2k.TOTAL), TOTAL);
        return parameter.dictionary().stream().mapToInt(code -> slots.getOrDefault(code.strip(), OTHER)).toArray();
    }

    private static Map<Visit, Rows> visits(StudyData data, ExaminedDataset dataset, TextColumn parameter, int[] slots) {
        @Nullable
        TextColumn name = dataset.text("AVISIT").orElse(null);
        @Nullable
        NumericColumn number = dataset.number("AVISITN").orElse(null);
        BdsRecords known = BdsRecords.of(data, data.dataset(dataset.name()).orElseThrow());
        RowSubjects subjects = dataset.subjects();
        Map<Visit, Rows> visits = new LinkedHashMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            int slot = slots[parameter.code(row)];
            int subject = slot == OTHER ? StudyData.UNKNOWN : subjects.of(row);
            if (subject == StudyData.UNKNOWN) {
                continue;
            }
            Visit visit = new Visit(
                    subject, name == null ? OTHER : name.code(row),
                    number == null || number.isMissing(row) ? OTHER : number.value(row));
            visits.computeIfAbsent(visit, v -> new Rows()).add(slot, row, known.counts(row));
        }
        return visits;
    }

    private static void check(ExaminedDataset dataset, Map<Visit, Rows> visits, Consumer<Finding> findings) {
        @Nullable
        NumericColumn value = dataset.number("AVAL").orElse(null);
        @Nullable
        TextColumn text = dataset.text("AVALC").orElse(null);
        try (RowFindings sums = new RowFindings(dataset, SUM, findings);
                RowFindings items = new RowFindings(dataset, ITEM, findings)) {
            for (Rows visit : visits.values()) {
                int totalRow = visit.rows[TOTAL];
                if (value == null || !visit.complete() || value.isMissing(totalRow)) {
                    continue;
                }
                int sum = 0;
                boolean known = true;
                for (int item = 0; item < ITEMS; item++) {
                    int weight = Sledai2k.ITEMS.get(item).weight();
                    int row = visit.rows[item];
                    ItemAnswer answer = answer(row, weight, value, text);
                    known &= answer == ItemAnswer.PRESENT || answer == ItemAnswer.ABSENT;
                    sum += answer == ItemAnswer.PRESENT ? weight : 0;
                    if (answer == ItemAnswer.ODD && !value.isMissing(row)) {
                        items.add(row, written(row, value, text),
                                "is neither 0, 1 nor the item's weight, " + weight + "; the total was not checked");
                    }
                }
                if (known && value.value(totalRow) != sum) {
                    sums.add(totalRow, ValueText.number(value.value(totalRow)),
                            "is not the sum of the 24 SLEDAI-2K items of the visit, " + sum);
                }
            }
        }
    }

    private static ItemAnswer answer(int row, int weight, NumericColumn value, @Nullable TextColumn text) {
        return ItemAnswer.of(value.value(row), text == null ? "" : text.value(row), weight);
    }

    private static String written(int row, NumericColumn value, @Nullable TextColumn text) {
        return value.isMissing(row) && text != null ? text.value(row).strip() : ValueText.number(value.value(row));
    }
}
