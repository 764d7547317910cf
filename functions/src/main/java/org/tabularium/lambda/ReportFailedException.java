package org.tabularium.lambda;

/// A study could not be reported this time. It has no cause, whose message would be written down where no values may be; the log
/// has what is to be known.
final class ReportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportFailedException(String study, String why) {
        super("the study " + study + " could not be reported: " + why);
    }
}
