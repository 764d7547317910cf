package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Lines as Lambda and the report function write them.
class StartLogTest {

    private static final String INIT = "INIT_REPORT Init Duration: 812.25 ms";
    private static final String REPORT = "{\"level\":\"INFO\",\"message\":\"reported\",\"seconds\":0.5,\"milliseconds\":{\"reading\":12,\"drawing\":30.5}}";
    private static final String CALL = "REPORT RequestId: a-1\tDuration: 640.00 ms\tBilled Duration: 641 ms\tMemory Size: 2048 MB\tMax Memory Used: 2048 MB\t\n";

    @Test
    void figuresAreThoseOfTheLines() {
        StartLog log = new StartLog(
                List.of(INIT, "START RequestId: a-1 Version: 2", REPORT, CALL, "{\"message\":\"nothing to do\"}", REPORT));
        assertThat(log.init()).isEqualTo(OptionalDouble.of(812.25));
        assertThat(log.calls()).containsExactly(640.0);
        assertThat(log.reports()).containsExactly(new StartLog.Report(42.5, 500), new StartLog.Report(42.5, 500));
        assertThat(log.warm()).hasSize(1);
        assertThat(log.isComplete(2)).isTrue();
        assertThat(log).hasToString("init 812 ms, calls [640] ms, their reports [500, 500] ms, without S3 [43, 43] ms");
    }

    @Test
    void logWithoutItsLastLineOrItsFirstHasTheFiguresThatAreThere() {
        assertThat(new StartLog(List.of(INIT, REPORT, CALL)).isComplete(2)).isFalse();
        StartLog headless = new StartLog(List.of(REPORT, REPORT));
        assertThat(headless.isComplete(2)).isFalse();
        assertThat(headless.init()).isEmpty();
        assertThat(headless.warm()).hasSize(1);
        assertThat(new StartLog(List.of()).warm()).isEmpty();
    }
}
