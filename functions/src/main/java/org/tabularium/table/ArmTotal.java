package org.tabularium.table;

import org.tabularium.result.Result;

/// The N of an arm where it stands in a header, such as `86` in `Placebo (N=86)`.
///
/// @param result the N
/// @param number as printed
/// @param behind how many characters of the header follow it
public record ArmTotal(Result result, String number, int behind) {

    /// Where it begins in the header, which may have got a mark before it.
    public int start(String header) {
        return header.length() - behind - number.length();
    }

    /// Where it ends in the header.
    public int end(String header) {
        return header.length() - behind;
    }
}
