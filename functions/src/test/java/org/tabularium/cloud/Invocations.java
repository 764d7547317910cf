package org.tabularium.cloud;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.output.OutputFrame;

/// Which functions' containers are at work and which were killed at it, from what `notice_dead_functions.py` writes into
/// LocalStack's log.
final class Invocations implements Consumer<OutputFrame> {

    private static final Pattern LINE = Pattern.compile(" (begins to work|ends to work|killed at work): (\\S+)");

    private final Set<String> atWork = new LinkedHashSet<>();
    private int killed;

    @Override
    public synchronized void accept(OutputFrame frame) {
        Matcher line = LINE.matcher(frame.getUtf8String());
        while (line.find()) {
            switch (line.group(1)) {
                case "begins to work" -> atWork.add(line.group(2));
                case "killed at work" -> killed++;
                default -> atWork.remove(line.group(2));
            }
        }
    }

    /// Names of the containers that work, the one that has worked longest first.
    synchronized List<String> atWork() {
        return new ArrayList<>(atWork);
    }

    /// How many were killed so far while they worked.
    synchronized int killedAtWork() {
        return killed;
    }
}
