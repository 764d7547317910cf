package org.tabularium.result.display;

import org.tabularium.shell.PopulationName;

/// The subjects a table is about, as the rooms after the analysis know them (an analysis set in CDISC ARS terms).
///
/// @param name what the shell asked for
/// @param members who they are, for the line under the title
public record AnalysisSet(PopulationName name, PopulationName.Members members) {}
