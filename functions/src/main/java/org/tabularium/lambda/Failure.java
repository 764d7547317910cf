package org.tabularium.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.lambda.deadline.OutOfTimeException;

/// Why something could not be done, fit for a log, a notice and `status.json`: what the message of an exception says is only
/// repeated where we wrote it
/// ourselves, since any other one could hold values of a dataset.
///
/// @param why for people
/// @param outOfTime whether the time was used up, so that a further try is likely to need as much
/// @param where the innermost calls, of each exception of the chain; for those who mend the program
record Failure(String why, boolean outOfTime, List<String> where) {

    private static final int CALLS = 12;
    private static final int CAUSES = 5;

    static Failure of(Throwable e) {
        if (isOutOfTime(e)) {
            return new Failure("the function's time was used up", true, List.of());
        }
        if (e instanceof IOException) {
            return new Failure(String.valueOf(e.getMessage()), false, List.of());
        }
        List<String> where = new ArrayList<>();
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            where.add(cause.getClass().getName());
            StackTraceElement[] calls = cause.getStackTrace();
            for (int i = 0; i < Math.min(CALLS, calls.length); i++) {
                where.add("at " + calls[i]);
            }
        }
        return new Failure(e.getClass().getSimpleName(), false, where);
    }

    private static boolean isOutOfTime(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof OutOfTimeException) {
                return true;
            }
        }
        return false;
    }

    /// Writes it to the log as an error.
    void log(EventLog log, String what, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (!where.isEmpty()) {
            all.put("where", where);
        }
        log.error(what + ": " + why, all);
    }
}
