package org.tabularium.dataset.xport;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DecimalNumbers;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.StoredNumbers;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.ByteDictionary;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Numbers of a mapped file, in what takes the least room of three ways, each given up for the next where the numbers are not so:
/// few distinct ones (visit numbers, grades) as codes; those of few decimals (measurements) as [DecimalNumbers], unless the rows
/// are very many; others stay in the file, and only which of them are missing is held.
final class MappedColumn implements XportColumn {

    /// As many as one byte tells apart.
    private static final int FEW = 256;
    /// Of more rows decimals would take more memory than a report should.
    private static final int MOST_HELD = 12_000_000;

    private final XportHeader.Field field;
    private final MappedNumbers numbers;
    private final ByteDictionary<UnreadableDatasetException> dictionary;
    private final int expected;
    /// Null once there are too many distinct numbers.
    private @Nullable PackedCodes codes;
    private double[] distinct = new double[FEW];
    private int found;
    /// Null while there are few numbers, and once they have too many decimals.
    private @Nullable DecimalNumbers decimals;
    private final BitSet missing = new BitSet();
    private double bound;
    private int[] codesOfBlock = {};
    private double[] valuesOfBlock = {};
    private int size;

    MappedColumn(XportHeader.Field field, int expected, MappedNumbers numbers) {
        this.field = field;
        this.numbers = numbers;
        this.expected = expected;
        this.dictionary = new ByteDictionary<>(field.position(), field.length(), (buffer, from, row) -> {
            distinct = found < distinct.length ? distinct : Arrays.copyOf(distinct, 2 * found);
            distinct[found] = XportColumn.toDouble(buffer, from, field.length());
            return found++;
        });
        this.codes = new PackedCodes(expected);
    }

    @Override
    public void append(XportRows block, int[] starts, int count) throws UnreadableDatasetException {
        if (codes == null || !appendCodes(codes, block, starts, count)) {
            valuesOfBlock = valuesOfBlock.length < count ? new double[count] : valuesOfBlock;
            byte[] buffer = block.buffer();
            for (int i = 0; i < count; i++) {
                valuesOfBlock[i] = XportColumn.toDouble(buffer, starts[i] + field.position(), field.length());
            }
            if (decimals != null && !decimals.add(valuesOfBlock, count)) {
                leave(decimals, size);
                decimals = null;
            }
            if (decimals == null) {
                keepInFile(count);
            }
        }
        size += count;
    }

    /// @return false where the numbers are no longer few; those of the block are not here then
    private boolean appendCodes(PackedCodes few, XportRows block, int[] starts, int count) throws UnreadableDatasetException {
        codesOfBlock = codesOfBlock.length < count ? new int[count] : codesOfBlock;
        dictionary.encode(block, starts, count, codesOfBlock);
        if (found <= FEW) {
            few.add(codesOfBlock, count);
            return true;
        }
        StoredNumbers held = new StoredNumbers.Coded(few, distinct);
        codes = null;
        decimals = expected <= MOST_HELD ? decimals(held) : null;
        if (decimals == null) {
            leave(held, size);
        }
        return false;
    }

    private @Nullable DecimalNumbers decimals(StoredNumbers held) {
        DecimalNumbers made = new DecimalNumbers(expected);
        double[] one = new double[1];
        for (int row = 0; row < size; row++) {
            one[0] = held.get(row);
            if (!made.add(one, 1)) {
                return null;
            }
        }
        return made;
    }

    /// Leaves in the file what was held so far.
    private void leave(StoredNumbers held, int rows) {
        for (int row = 0; row < rows; row++) {
            missing.set(row, held.isMissing(row));
        }
        bound = held.bound();
    }

    private void keepInFile(int count) {
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(valuesOfBlock[i])) {
                missing.set(size + i);
            } else if (Math.abs(valuesOfBlock[i]) > bound) {
                bound = Math.abs(valuesOfBlock[i]);
            }
        }
    }

    @Override
    public Column column() {
        return new NumericColumn(field.variable(), size, stored());
    }

    private StoredNumbers stored() {
        if (codes != null) {
            return new StoredNumbers.Coded(codes, distinct);
        }
        return decimals != null ? decimals : new InFile(numbers, missing, bound);
    }

    /// Numbers in the file; whether a row has one is known without looking there.
    record InFile(MappedNumbers numbers, BitSet missing, double bound) implements StoredNumbers {
        @Override
        public double get(int row) {
            return numbers.get(row);
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        @Override
        public BitSet missing(int size) {
            return (BitSet) missing.clone();
        }

        @Override
        public boolean mayBeMissing() {
            return !missing.isEmpty();
        }
    }
}
