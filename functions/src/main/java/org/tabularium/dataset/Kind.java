package org.tabularium.dataset;

/// The two kinds of a variable in SAS and ADaM.
public enum Kind {
    NUMERIC, TEXT
}
