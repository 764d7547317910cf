package org.tabularium.dataset.xport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFiles;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TestContent;
import org.tabularium.dataset.XportWriter;

class IbmFloatTest {

    @ParameterizedTest
    // By hand from the format's definition; -118.625, the largest and the smallest normalised number are the examples of the IBM
    // manual.
    @CsvSource({"4110000000000000, 1", "C110000000000000, -1", "401999999999999A, 0.1", "C276A00000000000, -118.625",
        "4264000000000000, 100",
        "7FFFFFFFFFFFFFFF, 7.237005577332262213973186563043e75", "0010000000000000, 5.397605346934027891e-79",
        "0000000000000001, 1.1985091468012028e-94",
        "4200000000000001, 3.552713678800501e-15", "0000000000000000, 0", "8000000000000000, 0", "3000000000000000, 0"})
    void bytesGiveTheNumber(String hex, double number) {
        assertThat(IbmFloat.toDouble(Long.parseUnsignedLong(hex, 16))).isEqualTo(number);
    }

    @Test
    void allTwentyEightMissingValuesKeepTheirCode() {
        String codes = "._ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int i = 0; i < codes.length(); i++) {
            char code = codes.charAt(i);
            double missing = IbmFloat.toDouble((long) code << 56);
            assertThat(missing).isNaN();
            assertThat(Missing.code(missing)).isEqualTo(code);
        }
        assertThat(codes).hasSize(28);
    }

    @Test
    void aFirstByteOfALetterWithAFractionIsANumber() {
        // 0x41 is both 'A' and the exponent of 1 to 15.
        assertThat(IbmFloat.toDouble(0x4150_0000_0000_0000L)).isEqualTo(5.0);
        assertThat(IbmFloat.toDouble(0x4100_0000_0000_0001L)).isEqualTo(0x1p-52);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyDoubleInRangeComesBackExactly(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = (random.nextBoolean() ? 1 : -1) * (1 + random.nextDouble())
                    * Math.scalb(1.0, random.nextInt(500) - 259);
            long ibm = ByteBuffer.wrap(XportWriter.ibm(new BigDecimal(number))).getLong();
            assertThat(IbmFloat.toDouble(ibm)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void everyBitPatternIsItsValueRoundedOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long ibm = random.nextLong();
            long fraction = ibm & 0x00ff_ffff_ffff_ffffL;
            int exponent = (int) ((ibm >>> 56) & 0x7f) - 64;
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(fraction)).divide(new BigDecimal(BigInteger.TWO.pow(56)))
                    .multiply(exponent >= 0 ? new BigDecimal(BigInteger.valueOf(16).pow(exponent)) : BigDecimal.ONE)
                    .divide(exponent < 0 ? new BigDecimal(BigInteger.valueOf(16).pow(-exponent)) : BigDecimal.ONE,
                            new MathContext(400, RoundingMode.UNNECESSARY));
            assertThat(IbmFloat.toDouble(ibm)).isEqualTo((ibm < 0 ? exact.negate() : exact).doubleValue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aShorterNumberLacksOnlyItsLastBytes(int length) throws Exception {
        // -118.625 needs three bytes; with two its fraction 0x76A0… is cut to 0x76: -118.
        byte[] file = new XportWriter("DM").number("X", length, "", 0).text("T", 3).row(-118.625, "abc").row('Z', "d").bytes();
        Dataset dataset = DatasetFiles.open("dm.xpt", new TestContent(file), note -> {}).read(Set.of("X"),
                note -> {});
        NumericColumn x = (NumericColumn) dataset.column("X").orElseThrow();
        assertThat(x.value(0)).isEqualTo(length == 2 ? -118.0 : -118.625);
        assertThat(Missing.code(x.value(1))).isEqualTo('Z');
    }
}
