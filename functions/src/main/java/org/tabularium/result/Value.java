package org.tabularium.result;

/// The value of one result.
public sealed interface Value {

    /// A count.
    record Whole(long value) implements Value {}

    /// A number at full precision.
    record Real(double value) implements Value {}

    /// The text of a listing's cell or a decision.
    record Text(String value) implements Value {}

    /// Cannot be computed.
    ///
    /// @param reason why, for the reader of `results.json`
    record NotEstimable(String reason) implements Value {}
}
