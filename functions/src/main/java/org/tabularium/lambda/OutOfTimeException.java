package org.tabularium.lambda;

/// The function is about to reach its deadline; what it was doing is given back unfinished.
final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
        super("the function's time is used up");
    }
}
