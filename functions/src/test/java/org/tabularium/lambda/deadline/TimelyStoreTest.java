package org.tabularium.lambda.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectVersion;

class TimelyStoreTest {

    private static final int MEGABYTE = 1 << 20;

    private final InMemoryObjectStore store = new InMemoryObjectStore();

    /// An [IOException]: readers take it for what it is, trouble outside of the dataset.
    @Test
    void largeObjectIsReadNoLongerThanThereIsTime() throws IOException {
        ObjectVersion large = store.put("adlb.xpt", new byte[4 * MEGABYTE]);
        AtomicInteger asked = new AtomicInteger();
        TimelyStore timely = new TimelyStore(store, () -> {
            if (asked.incrementAndGet() == 3) {
                throw new OutOfTimeException();
            }
        });

        try (InputStream in = timely.content(large).open()) {
            in.skipNBytes(MEGABYTE / 2);
            assertThat(in.readNBytes(2 * MEGABYTE)).hasSize(2 * MEGABYTE);
            assertThatThrownBy(() -> in.readNBytes(MEGABYTE)).isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(OutOfTimeException.class);
        }
    }

    @Test
    void smallObjectIsReadWithoutLookingAtTheClock() throws IOException {
        ObjectVersion small = store.put("adsl.xpt", new byte[1_000]);

        try (InputStream in = new TimelyStore(store, () -> {
            throw new OutOfTimeException();
        }).content(small).open()) {
            assertThat(in.readAllBytes()).hasSize(1_000);
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}
