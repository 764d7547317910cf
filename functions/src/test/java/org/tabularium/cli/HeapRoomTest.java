package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In a process of its own, whose log of collections says who asked for them.
class HeapRoomTest {

    private static final String ASKED_FOR = "Pause Full (System.gc())";

    @Test
    void looksForWhatIsNoLongerUsedWhenTheHeapHasGrown() throws IOException, InterruptedException {
        assertThat(log("-Dtabularium.heap=small")).contains(ASKED_FOR).contains("done");
    }

    @Test
    void isOffUnlessTheLauncherSaysSo() throws IOException, InterruptedException {
        assertThat(log("-Dtabularium.heap=large")).doesNotContain(ASKED_FOR).contains("done");
    }

    private static String log(String property) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xms16m", "-Xmn8m",
                "-Xmx400m", "-Xlog:gc:stdout", property, "-cp", System.getProperty("java.class.path"), Growing.class.getName())
                .redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return log;
    }

    /// A program that holds more and more.
    static final class Growing {

        private static final int PIECE = 1 << 20;
        private static final int PIECES = 60;
        private static final int PAUSE = 10;

        private Growing() {}

        public static void main(String[] arguments) throws InterruptedException {
            HeapRoom.watch();
            List<byte[]> held = new ArrayList<>();
            for (int i = 0; i < PIECES; i++) {
                held.add(new byte[PIECE]);
                Thread.sleep(PAUSE);
            }
            System.out.println(held.size() == PIECES ? "done" : "");
        }
    }
}
