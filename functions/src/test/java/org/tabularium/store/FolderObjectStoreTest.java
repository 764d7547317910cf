package org.tabularium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

@Shows(Requirement.NOTHING_LOST)
class FolderObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path temp;

    private ObjectStore store = new FolderObjectStore(Path.of("unused"));

    @BeforeEach
    void open() {
        store = new FolderObjectStore(temp.resolve("bucket"));
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    /// SHA-256 of "abc": FIPS 180-4's example.
    @Test
    void eTagIsTheHash() throws Exception {
        store.putIfAbsent("k", utf8("abc"));

        assertThat(store.get("k").orElseThrow().eTag())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/../../secret", "/tabularium/absent", "a//b", "", ".", "a/", ".lock"})
    void keyThatIsNoPathInsideIsRefused(String key) {
        assertThatThrownBy(() -> store.putIfAbsent(key, utf8("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.get(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deadWritersHalfFileIsNoObjectAndIsOverwritten() throws Exception {
        store.putIfAbsent("a/k", utf8("x"));
        Files.writeString(temp.resolve("bucket/a/.writing-l"), "half");

        assertThat(store.list("a/")).extracting(ObjectVersion::key).containsExactly("a/k");
        assertThat(store.putIfAbsent("a/l", utf8("whole"))).isTrue();
        assertThat(store.list("a/")).extracting(ObjectVersion::key).containsExactly("a/k", "a/l");
    }
}
