package org.tabularium.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangedStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 100, 101, 1_000})
    void rangesInAnySpeedGiveTheBytesInOrder(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Random pause = new Random(7);

        try (RangedStream stream = new RangedStream((from, length) -> {
            sleep(pause.nextInt(3));
            return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
        }, size, 10)) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void headerAloneFetchesOneRange() throws IOException {
        List<Long> fetched = new CopyOnWriteArrayList<>();
        try (RangedStream stream = new RangedStream((from, length) -> {
            fetched.add(from);
            return new byte[length];
        }, 1_000, 10)) {
            stream.readNBytes(10);
        }
        assertThat(fetched).containsExactly(0L);
    }

    @Test
    void noMoreThanFiveRangesAreInMemory() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        try (RangedStream stream = new RangedStream((from, length) -> {
            fetched.incrementAndGet();
            return new byte[length];
        }, 1_000, 10)) {
            stream.readNBytes(11);
            sleep(50);
            assertThat(fetched.get()).isLessThanOrEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bytesPassedOverAreMissedByNobody(int seed) throws IOException {
        byte[] bytes = new byte[1_003];
        Random random = new Random(seed);
        random.nextBytes(bytes);
        try (RangedStream stream = new RangedStream((from, length) -> Arrays.copyOfRange(bytes, (int) from, (int) from + length),
                bytes.length, 10)) {
            int at = 0;
            while (at < bytes.length) {
                int skip = random.nextInt(1 + Math.min(120, bytes.length - at));
                stream.skipNBytes(skip);
                at += skip;
                int read = random.nextInt(1 + Math.min(25, bytes.length - at));
                assertThat(stream.readNBytes(read)).isEqualTo(Arrays.copyOfRange(bytes, at, at + read));
                at += read;
            }
            assertThat(stream.skip(5)).isZero();
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void rangesThatArePassedOverAreNotFetched() throws IOException {
        List<Long> fetched = new CopyOnWriteArrayList<>();
        try (RangedStream stream = new RangedStream((from, length) -> {
            fetched.add(from);
            return new byte[length];
        }, 1_000, 10)) {
            stream.skipNBytes(995);
            assertThat(stream.readNBytes(10)).hasSize(5);
        }
        assertThat(fetched).containsExactly(995L);
    }

    @Test
    void failedRangeFailsTheRead() {
        RangedStream stream = new RangedStream((from, length) -> {
            if (from >= 20) {
                throw new IOException("lost");
            }
            return new byte[length];
        }, 100, 10);

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class).hasMessage("lost");
        stream.close();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
