package org.tabularium.shell;

/// Rows of events by the queries that the sponsor has marked, standardised (SMQzzNAM) and customised (CQzzNAM) ones, each with its
/// preferred terms.
///
/// @param events whether the number of events is shown beside the subjects
public record EventQueries(boolean events) implements DeclaredRows {

    public static final RowsDeclaration<EventQueries> DECLARATION = RowsDeclaration.of("queries", EventQueries.class,
            NamedVariable.Of.RECORDS, map -> new EventQueries(YamlWords.list(map.path("show")).contains("events")));

    @Override
    public boolean comparesCounts() {
        return true;
    }

    @Override
    public boolean countsEvents() {
        return true;
    }
}
