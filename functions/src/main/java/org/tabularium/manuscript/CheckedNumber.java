package org.tabularium.manuscript;

import java.util.List;

/// A number of a manuscript and what a run says about it.
///
/// @param text as printed
/// @param place where it stands
/// @param verdict what the run says
/// @param keys of the results that say so; empty where nothing is known
/// @param says the displayed cell that confirms it or says otherwise; empty for nothing
/// @param around a few words around it
/// @param passage the paragraph, from 0
/// @param start of its first character in the paragraph
/// @param end behind its last character
public record CheckedNumber(String text, Place place, Verdict verdict, List<String> keys, String says, String around, int passage,
        int start, int end) {}
