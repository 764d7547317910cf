package org.tabularium.table.wording;

/// What variables, their levels and arms of the study are called in print.
public interface PrintedNames {

    /// A variable by its label.
    String ofVariable(String variable);

    /// A level of a variable.
    String ofLevel(String variable, String level);

    /// An arm.
    String ofArm(String arm);
}
