package org.tabularium.manuscript.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.evidence.Concept;
import org.tabularium.manuscript.language.Grade;
import org.tabularium.manuscript.language.Timepoint;

/// What a sentence names besides numbers of its own: when, how severe, whom, what.
///
/// Each stands from the token `start` to before `end`.
public sealed interface Mention {

    int start();

    int end();

    /// A visit.
    ///
    /// @param token its number; -1 where none is printed, as in "at baseline"
    record OfVisit(int start, int end, int token, Timepoint visit) implements Mention {}

    record OfGrade(int start, int end, int token, Grade grade) implements Mention {}

    /// An arm.
    ///
    /// @param token its first number; -1 for none
    /// @param arm null where it has the form of an arm and is none
    record OfArm(int start, int end, int token, @Nullable String arm) implements Mention {}

    /// What is counted or measured.
    ///
    /// @param concepts what it names; where it has the form of a level and is none, the level that it is likest
    /// @param wrong tokens of numbers that the likest level has otherwise; empty where it is one
    record OfConcepts(int start, int end, List<Concept> concepts, int size, List<Integer> wrong) implements Mention {}

    /// A date, or what else is a number and no result; it is said whether the run knows it.
    record OfDate(int start, int end, int token, String date) implements Mention {}
}
