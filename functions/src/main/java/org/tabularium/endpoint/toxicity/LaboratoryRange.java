package org.tabularium.endpoint.toxicity;

/// What a laboratory value is held against, in the unit of the value.
///
/// @param lower lower limit of normal; NaN where missing
/// @param upper upper limit of normal; NaN where missing
/// @param baseline the subject's value before treatment; NaN where missing, and for the baseline value itself
public record LaboratoryRange(double lower, double upper, double baseline) {

    /// Whether a number can be a measurement or a limit: neither missing, infinite nor negative.
    static boolean isMeasured(double number) {
        return number >= 0 && number < Double.POSITIVE_INFINITY;
    }
}
