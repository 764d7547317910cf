package org.tabularium.dataset.sas7bdat;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.StoredNumbers;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.ByteDictionary;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.dataset.dictionary.CharDictionary;
import org.tabularium.dataset.dictionary.PackedCodes;
import org.tabularium.finding.Finding;

/// A column that grows while a file is read.
sealed interface Sas7bdatColumn {

    /// Appends the values of some rows of a block.
    ///
    /// @param starts where each row begins in the block's buffer
    /// @param count how many of `starts` count
    void append(Sas7bdatRows block, int[] starts, int count) throws UnreadableDatasetException;

    /// What was appended, as a column. Ends this one's use.
    Column column();

    /// Numbers, one primitive a row.
    final class Numbers implements Sas7bdatColumn {

        private final Variable variable;
        private final VariableDescription field;
        private final ByteOrder order;
        private final String dataset;
        private double[] values;
        private int size;

        /// @param expected how many rows will come, 0 where it is not known
        Numbers(String dataset, Variable variable, VariableDescription field, ByteOrder order, int expected) {
            this.dataset = dataset;
            this.variable = variable;
            this.field = field;
            this.order = order;
            this.values = new double[expected];
        }

        @Override
        public void append(Sas7bdatRows block, int[] starts, int count) throws UnreadableDatasetException {
            values = values.length < size + count ? Arrays.copyOf(values, Capacity.grown(values.length, size + count)) : values;
            byte[] buffer = block.buffer();
            for (int i = 0; i < count; i++) {
                double number = SasNumber.read(buffer, starts[i] + field.at(), field.length(), order);
                if (Double.isInfinite(number)) {
                    throw new UnreadableDatasetException(
                            Finding.error("INVALID_NUMBER", "is infinite, which SAS has no number for").in(dataset)
                                    .at(block.number(starts[i])).of(variable.name())
                                    .remedy("leave it missing where there is no value"));
                }
                values[size + i] = number;
            }
            size += count;
        }

        @Override
        public Column column() {
            // Room for half as many again at most, which a copy would not leave but needs besides while it is made.
            return new NumericColumn(variable, size, new StoredNumbers.Held(values));
        }
    }

    /// Text: each distinct value becomes a String once.
    final class Texts implements Sas7bdatColumn {

        private final Variable variable;
        private final ByteDictionary<UnreadableDatasetException> bytes;
        private final CharDictionary dictionary = new CharDictionary();
        private final PackedCodes codes;
        private int[] ofBlock = {};

        /// @param expected how many rows will come, 0 where it is not known
        Texts(Variable variable, VariableDescription field, SasText text, int expected, Consumer<Finding> notes) {
            this.variable = variable;
            this.bytes = new ByteDictionary<>(field.at(), field.length(), (buffer, from, row) -> dictionary
                    .code(text.decoded(buffer, from, field.length(), new SasText.Place(row, variable.name()), notes)));
            this.codes = PackedCodes.ofTexts(expected);
        }

        @Override
        public void append(Sas7bdatRows block, int[] starts, int count) throws UnreadableDatasetException {
            ofBlock = ofBlock.length < count ? new int[count] : ofBlock;
            bytes.encode(block, starts, count, ofBlock);
            codes.add(ofBlock, count);
        }

        @Override
        public Column column() {
            return new TextColumn(variable, codes, dictionary.values());
        }
    }
}
