package org.tabularium.table;

/// What a house style prints around each page.
public enum PageFurniture {
    /// Sponsor, protocol and study, status and cut-off above; run and page numbers below.
    FULL,
    /// What study.yaml gives of sponsor, protocol and status above, the page's number below.
    NUMBER,
    /// Nothing but the status that study.yaml gives.
    NONE
}
