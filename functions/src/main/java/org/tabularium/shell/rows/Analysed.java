package org.tabularium.shell.rows;

/// What of a parameter a model is of.
public enum Analysed {
    CHANGE, VALUE
}
