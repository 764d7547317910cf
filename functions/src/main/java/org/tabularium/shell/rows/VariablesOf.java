package org.tabularium.shell.rows;

/// Whose variable a name in a shell is.
public enum VariablesOf {
    /// The shell's dataset, or ADSL.
    RECORDS,
    /// ADSL.
    SUBJECTS,
    /// A parameter's records, with the variables that are derived for them, or ADSL; also the name of a parameter.
    PARAMETER
}
