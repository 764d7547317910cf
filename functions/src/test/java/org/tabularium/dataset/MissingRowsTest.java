package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.dictionary.PackedCodes;

/// The rows without a value, however a column holds its values: the oracle asks row by row.
class MissingRowsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 2_047, 2_048, 2_049, 10_000})
    void areThoseThatAreMissing(int rows) {
        Random random = new Random(rows);
        for (int oneIn : List.of(1, 2, 30, Integer.MAX_VALUE)) {
            double[] values = new double[rows];
            double[] distinct = {1.5, Missing.of('.'), Missing.of('A'), 0};
            int[] codes = new int[rows];
            List<String> texts = new ArrayList<>();
            DecimalNumbers decimals = new DecimalNumbers(rows);
            for (int row = 0; row < rows; row++) {
                boolean missing = random.nextInt(oneIn) == 0;
                codes[row] = missing ? 1 + random.nextInt(2) : 3 * random.nextInt(2);
                values[row] = distinct[codes[row]];
                texts.add(missing ? "" : "text " + random.nextInt(400));
            }
            decimals.add(values, rows);
            PackedCodes packed = new PackedCodes(rows);
            packed.add(codes, rows);
            Variable number = new Variable("AVAL", "", Kind.NUMERIC, "");
            List<Column> columns = List.of(
                    new NumericColumn(number, values),
                    new NumericColumn(number, rows, new StoredNumbers.Coded(packed, distinct)),
                    new NumericColumn(number, rows, decimals),
                    NumericColumn.computed(number, rows, row -> values[row]),
                    TextColumn.of(new Variable("AVALC", "", Kind.TEXT, ""), texts));
            for (Column column : columns) {
                BitSet expected = new BitSet();
                for (int row = 0; row < rows; row++) {
                    expected.set(row, column.isMissing(row));
                }
                assertThat(column.missing()).isEqualTo(expected);
            }
        }
    }
}
