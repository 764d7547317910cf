package org.tabularium.cloud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process to which containers belong, as it stands in their label: whoever comes later can tell what was left behind from
/// what is still used.
///
/// @param host on which it runs, or ran
/// @param pid its number there
/// @param started when it began, in milliseconds: numbers are used again
record Owner(String host, long pid, long started) {

    private static final Pattern LABEL = Pattern.compile("(.+)/(\\d{1,9})/(\\d{1,15})");
    /// Where the clock is adjusted, the start of a process moves by a moment.
    private static final Duration SAME = Duration.ofSeconds(10);

    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(thisHost(), self.pid(), self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /// Reads a label; nothing where it is no owner's.
    static Optional<Owner> of(String label) {
        Matcher matcher = LABEL.matcher(label);
        return matcher.matches()
                ? Optional.of(new Owner(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    String label() {
        return host + "/" + pid + "/" + started;
    }

    /// Whether it is known to have ended; of another host's processes nothing is known.
    boolean hasEnded() {
        return host.equals(thisHost()) && ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> Math.abs(start.toEpochMilli() - started) < SAME.toMillis())
                .isEmpty();
    }
}
