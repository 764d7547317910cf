package org.tabularium.shell.comparison;

/// What a shell may ask for beside the numbers of its rows.
public enum Comparison {
    TESTS("tests"), RISK_DIFFERENCE("risk-difference"), ODDS_RATIO("odds-ratio"), EXPOSURE_ADJUSTED("exposure-adjusted");

    private final String key;

    Comparison(String key) {
        this.key = key;
    }

    /// The key of a shell that asks for it.
    public String key() {
        return key;
    }
}
