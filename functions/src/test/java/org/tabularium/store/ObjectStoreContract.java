package org.tabularium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every object store promises; each kind of store has a test that inherits these.
public abstract class ObjectStoreContract {

    /// An empty store; the same one for the whole of one test.
    protected abstract ObjectStore store();

    /// Writes as a sponsor does: whatever is there.
    protected void upload(String key, byte[] bytes) throws IOException {
        if (!store().putIfAbsent(key, bytes)) {
            store().putIfMatch(key, bytes, store().get(key).orElseThrow().eTag());
        }
    }

    protected void upload(String key, String text) throws IOException {
        upload(key, utf8(text));
    }

    @Test
    void absentObjectIsEmpty() throws IOException {
        assertThat(store().get("studies/A/latest.json")).isEmpty();
        assertThat(store().list("studies/A/")).isEmpty();
        assertThat(store().folders("studies/")).isEmpty();
    }

    @Test
    void writtenObjectIsReadBackWithItsETag() throws IOException {
        assertThat(store().putIfAbsent("studies/A/status.json", utf8("{}"))).isTrue();

        StoredObject object = store().get("studies/A/status.json").orElseThrow();

        assertThat(object.bytes()).isEqualTo(utf8("{}"));
        assertThat(store().list("studies/A/")).extracting(ObjectVersion::key, ObjectVersion::size, ObjectVersion::eTag)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("studies/A/status.json", 2L, object.eTag()));
    }

    @Test
    void objectThatIsThereIsNotWrittenAgain() throws IOException {
        store().putIfAbsent("k", utf8("first"));

        assertThat(store().putIfAbsent("k", utf8("second"))).isFalse();

        assertThat(store().get("k").orElseThrow().bytes()).isEqualTo(utf8("first"));
    }

    @Test
    void objectIsReplacedOnlyAsItWasRead() throws IOException {
        store().putIfAbsent("k", utf8("first"));
        String eTag = store().get("k").orElseThrow().eTag();

        store().putIfMatch("k", utf8("second"), eTag);

        assertThat(store().get("k").orElseThrow().bytes()).isEqualTo(utf8("second"));
        assertThatThrownBy(() -> store().putIfMatch("k", utf8("third"), eTag)).isInstanceOf(ConflictException.class);
        assertThat(store().get("k").orElseThrow().bytes()).isEqualTo(utf8("second"));
    }

    @Test
    void absentObjectCannotBeReplaced() {
        assertThatThrownBy(() -> store().putIfMatch("k", utf8("x"), "\"0123456789abcdef0123456789abcdef\""))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void listingIsSortedAndKeepsToThePrefix() throws IOException {
        for (String key : List.of("studies/AB/adsl.xpt", "studies/A/b.csv", "studies/A/a.csv", "studies/A/templates/t.yaml")) {
            upload(key, "x");
        }

        assertThat(store().list("studies/A/")).extracting(ObjectVersion::key)
                .containsExactly("studies/A/a.csv", "studies/A/b.csv", "studies/A/templates/t.yaml");
        assertThat(store().folders("studies/")).containsExactly("A", "AB");
        assertThat(store().folders("studies/A/")).containsExactly("templates");
    }

    @Test
    void pageOfKeysBeginsAfterTheLastOne() throws IOException {
        for (String key : List.of("catalog/a", "catalog/b", "catalog/c", "catalogue", "other")) {
            upload(key, "x");
        }

        assertThat(store().keys("catalog/", "", 2)).containsExactly("catalog/a", "catalog/b");
        assertThat(store().keys("catalog/", "catalog/b", 2)).containsExactly("catalog/c");
        assertThat(store().keys("catalog/", "catalog/aa", 1)).containsExactly("catalog/b");
        assertThat(store().keys("catalog/", "catalog/c", 5)).isEmpty();
        assertThat(store().keys("catalog/", "a", 5)).hasSize(3);
    }

    @Test
    void keysMayHoldSpacesPlusAndAnyLetter() throws IOException {
        List<String> keys = List.of("studies/A b+c/adsl.csv", "studies/A%20b/adsl.csv", "studies/患者 01/ädsl.csv");
        for (String key : keys) {
            upload(key, key);
        }

        assertThat(store().folders("studies/")).containsExactlyInAnyOrder("A b+c", "A%20b", "患者 01");
        for (String key : keys) {
            ObjectVersion version = store().list(key.substring(0, key.lastIndexOf('/') + 1)).getFirst();
            assertThat(version.key()).isEqualTo(key);
            assertThat(read(store().content(version))).isEqualTo(utf8(key));
        }
    }

    @Test
    void replacedObjectHasAnotherVersionAndETag() throws IOException {
        upload("k", "first");
        ObjectVersion first = store().list("k").getFirst();
        upload("k", "second");
        ObjectVersion second = store().list("k").getFirst();

        assertThat(second.versionId()).isNotEqualTo(first.versionId());
        assertThat(second.eTag()).isNotEqualTo(first.eTag());
        assertThat(read(store().content(second))).isEqualTo(utf8("second"));
    }

    /// A store with versions gives the pinned bytes, one without refuses; none gives other bytes.
    @Test
    void pinnedVersionNeverGivesOtherBytes() throws IOException {
        upload("k", "first");
        Content pinned = store().content(store().list("k").getFirst());
        upload("k", "other");

        try {
            assertThat(read(pinned)).isEqualTo(utf8("first"));
        } catch (NoSuchFileException e) {
            assertThat(pinned.unchanged()).isFalse();
        }
    }

    @Test
    void largeObjectIsStreamedWholeAndMoreThanOnce() throws IOException {
        byte[] bytes = new byte[(20 << 20) + 12_345];
        new Random(5).nextBytes(bytes);
        upload("studies/A/adlb.xpt", bytes);
        Content content = store().content(store().list("studies/A/").getFirst());

        assertThat(content.size()).isEqualTo(bytes.length);
        assertThat(Arrays.equals(read(content), bytes)).isTrue();
        try (InputStream in = content.open()) {
            in.skipNBytes(17L << 20);
            assertThat(in.readNBytes(4)).isEqualTo(Arrays.copyOfRange(bytes, 17 << 20, (17 << 20) + 4));
        }
    }

    @Test
    void emptyObjectIsAnObject() throws IOException {
        upload("studies/A/_READY", "");

        ObjectVersion version = store().list("studies/A/").getFirst();

        assertThat(version.size()).isZero();
        assertThat(read(store().content(version))).isEmpty();
    }

    @Test
    void ofManyWritersOfOneKeyOneWins() throws Exception {
        int writers = 8;
        store().putIfAbsent("pointer", utf8("start"));
        String eTag = store().get("pointer").orElseThrow().eTag();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> absent = new ArrayList<>();
        List<Future<Boolean>> match = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                byte[] bytes = utf8("writer " + i);
                absent.add(executor.submit(() -> wins(start, () -> store().putIfAbsent("run", bytes))));
                match.add(executor.submit(() -> wins(start, () -> {
                    store().putIfMatch("pointer", bytes, eTag);
                    return true;
                })));
            }
            start.countDown();
        }

        assertThat(winners(absent)).isEqualTo(1);
        assertThat(winners(match)).isEqualTo(1);
    }

    private interface Write {
        boolean call() throws IOException;
    }

    private static boolean wins(CountDownLatch start, Write write) throws Exception {
        start.await();
        try {
            return write.call();
        } catch (ConflictException e) {
            return false;
        }
    }

    private static long winners(List<Future<Boolean>> writers) throws Exception {
        long winners = 0;
        for (Future<Boolean> writer : writers) {
            winners += writer.get() ? 1 : 0;
        }
        return winners;
    }

    protected static byte[] read(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    protected static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
