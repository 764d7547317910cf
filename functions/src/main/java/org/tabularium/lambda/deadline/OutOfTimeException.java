package org.tabularium.lambda.deadline;

/// The function is about to reach its deadline; what it was doing is given back unfinished.
public final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfTimeException() {
        super("the function's time is used up");
    }
}
