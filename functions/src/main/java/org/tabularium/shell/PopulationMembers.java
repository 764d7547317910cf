package org.tabularium.shell;

/// Who the subjects of a population are, by the flag that a study has for it.
public enum PopulationMembers {
    SCREENED, ALL, ENROLLED, INTENT_TO_TREAT, FULL_ANALYSIS, EFFICACY, PER_PROTOCOL, SAFETY, TREATED, DLT_EVALUABLE
}
