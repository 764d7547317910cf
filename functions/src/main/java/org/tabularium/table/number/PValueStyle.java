package org.tabularium.table.number;

/// How a p-value is printed.
public enum PValueStyle {
    /// "0.0130", "<0.0001", ">0.9999": four decimals, for a column headed "p-value".
    FOUR_DECIMALS,
    /// "p=0.013", "p<0.0001", "p>0.99": two significant figures with the p before them, as The Lancet prints them.
    TWO_FIGURES
}
