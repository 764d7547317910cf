package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.dictionary.PackedCodes;

/// The oracle are the columns as they were given.
class SharedCodesTest {

    private static final int ROWS = 5_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 300, 4_000})
    void columnsSayWhatTheySaid(int distinct) {
        Random random = new Random(distinct);
        int[] codes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            codes[row] = row < distinct ? row : random.nextInt(distinct);
        }
        int[] others = codes.clone();
        others[ROWS - 1] = distinct - 1 - codes[ROWS - 1];
        double[] numbers = new double[distinct];
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < distinct; i++) {
            numbers[i] = i == 0 ? Missing.of('.') : random.nextDouble();
            names.add("N" + i);
            labels.add("Label " + i);
        }
        List<Column> given = List.of(
                new TextColumn(variable("NAME", Kind.TEXT), codes, names),
                new TextColumn(variable("LABEL", Kind.TEXT), codes, labels),
                new TextColumn(variable("OTHER", Kind.TEXT), others, names),
                new NumericColumn(variable("NUMBER", Kind.NUMERIC), ROWS, new StoredNumbers.Coded(packed(codes), numbers)),
                new NumericColumn(variable("HELD", Kind.NUMERIC), new double[ROWS]));
        List<Column> shared = SharedCodes.of(given);
        for (int i = 0; i < given.size(); i++) {
            assertThat(shared.get(i).variable()).isEqualTo(given.get(i).variable());
            for (int row = 0; row < ROWS; row++) {
                assertThat(value(shared.get(i), row)).isEqualTo(value(given.get(i), row));
            }
        }
        assertThat(((TextColumn) shared.get(1)).packed()).isSameAs(((TextColumn) shared.get(0)).packed());
        assertThat(((NumericColumn) shared.get(4)).packed()).isEmpty();
    }

    private static Object value(Column column, int row) {
        return switch (column) {
            case TextColumn text -> text.value(row);
            case NumericColumn number -> Double.doubleToRawLongBits(number.value(row));
        };
    }

    private static PackedCodes packed(int[] codes) {
        PackedCodes packed = new PackedCodes(ROWS);
        packed.add(codes, codes.length);
        return packed;
    }

    private static Variable variable(String name, Kind kind) {
        return new Variable(name, "", kind, "");
    }
}
