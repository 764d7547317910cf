package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a person watches. Java knows only whether standard input and output both are terminals; what matters here is standard
/// error alone, so Linux is
/// asked what is behind the descriptor. Elsewhere nobody is taken to watch, and neither colours nor progress are shown.
final class Terminal {

    private Terminal() {}

    static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /// As no-color.org asks: any NO_COLOR that is not empty means no.
    static boolean wantsColours() {
        String no = System.getenv("NO_COLOR");
        return (no == null || no.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }
}
