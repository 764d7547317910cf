package org.tabularium.statistic.sample;

/// The values of a sample as descriptive statistics look at them: by rank, and summed.
public sealed interface Sample permits SelectedValues, Tally {

    /// The values in whichever way takes the least work.
    ///
    /// @param values in any order; is not changed
    /// @throws IllegalArgumentException if a value is NaN
    static Sample of(double[] values) {
        Tally tally = Tally.of(values);
        return tally == null ? new SelectedValues(values.clone()) : tally;
    }

    /// How many values there are.
    int size();

    /// A value by its rank.
    ///
    /// @param rank from 0, the smallest value
    double at(int rank);

    /// Adds each value.
    void addTo(ExactSum sum);

    /// Adds what the values differ from a centre, and the squares of that.
    void addDeviations(double centre, ExactSum deviations, ExactSum squares);
}
