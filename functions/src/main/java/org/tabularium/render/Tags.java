package org.tabularium.render;

import org.tabularium.result.Result;

/// Names the results of a run in what is made of them, so that a number can be found again in another run.
@FunctionalInterface
public interface Tags {

    /// Results without names.
    Tags NONE = result -> "";

    /// The tag of a result of the run, which the statistics of one row and column share; empty where it has none.
    String of(Result result);
}
