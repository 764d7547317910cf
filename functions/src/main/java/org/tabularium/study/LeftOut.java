package org.tabularium.study;

/// What tables do not use of a dataset because it lies after the data cut-off.
///
/// @param records records that begin after it
/// @param ends records that began by then and whose end and outcome are left out
/// @param deaths of ADSL: subjects whose death is left out
/// @param undated records without a complete date, which are used
public record LeftOut(int records, int ends, int deaths, int undated) {

    public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0);

    /// Of both.
    public LeftOut and(LeftOut other) {
        return new LeftOut(records + other.records, ends + other.ends, deaths + other.deaths, undated + other.undated);
    }
}
