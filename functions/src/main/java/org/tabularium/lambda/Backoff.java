package org.tabularium.lambda;

import java.time.Duration;

/// Where it is said how long a message stays hidden that must come again.
@FunctionalInterface
interface Backoff {

    /// What comes again the first time waits so long, each further time twice as long.
    Duration FIRST = Duration.ofSeconds(30);
    Duration LONGEST = Duration.ofMinutes(15);

    /// Hides a message from now on.
    ///
    /// @param receipt of this receive; empty for what came from no queue, which is left alone
    void hide(String receipt, Duration time);

    /// How long a message waits that was received so often, 1 for the first time.
    static Duration after(int receives) {
        Duration time = FIRST;
        for (int i = 1; i < receives && time.compareTo(LONGEST) < 0; i++) {
            time = time.multipliedBy(2);
        }
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }
}
