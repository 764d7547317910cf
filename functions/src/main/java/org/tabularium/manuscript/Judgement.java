package org.tabularium.manuscript;

import java.util.List;
import org.tabularium.manuscript.evidence.Fact;

/// What is found of one number.
///
/// @param keys of the results that say so
/// @param says what the run has instead, or the cell that confirms it; empty for nothing
record Judgement(Verdict verdict, List<String> keys, String says) {

    static final Judgement UNKNOWN = new Judgement(Verdict.UNKNOWN, List.of(), "");

    static Judgement confirmed(Fact fact) {
        return new Judgement(Verdict.CONFIRMED, List.of(fact.key()), shown(fact));
    }

    static Judgement contradicted(Fact fact) {
        return new Judgement(Verdict.CONTRADICTED, List.of(fact.key()), shown(fact));
    }

    private static String shown(Fact fact) {
        return fact.text() == null ? number(fact.value()) : fact.text();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
