package org.tabularium.shell.rows;

/// Method of a proportion's interval.
public enum IntervalMethod {
    CLOPPER_PEARSON, WILSON, JEFFREYS, AGRESTI_COULL, WALD, WALD_CORRECTED, NONE
}
