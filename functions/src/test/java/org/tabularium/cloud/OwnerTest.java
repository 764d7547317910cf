package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void ownerIsReadFromItsLabel() {
        assertThat(Owner.of(Owner.self().label())).hasValue(Owner.self());
        assertThat(Owner.of("8f1c6a5e-0000-0000-0000-000000000000")).isEmpty();
        assertThat(Owner.of("host/12")).isEmpty();
    }

    @Test
    void runningProcessHasNotEnded() {
        assertThat(Owner.self().hasEnded()).isFalse();
    }

    @Test
    void processThatIsGoneHasEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        long started = process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
        assertThat(process.waitFor()).isZero();

        assertThat(new Owner(Owner.self().host(), process.pid(), started).hasEnded()).isTrue();
    }

    @Test
    void numberThatIsUsedAgainIsAnotherProcess() {
        Owner self = Owner.self();

        assertThat(new Owner(self.host(), self.pid(), self.started() - 60_000).hasEnded()).isTrue();
    }

    @Test
    void ofAnotherHostNothingIsKnown() {
        assertThat(new Owner("elsewhere", 1, 1).hasEnded()).isFalse();
    }
}
