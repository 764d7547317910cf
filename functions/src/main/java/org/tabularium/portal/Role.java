package org.tabularium.portal;

import java.util.Locale;

/// What somebody may do with a study.
public enum Role {
    /// Reads reports.
    READER,
    /// Uploads datasets and sees what became of them.
    UPLOADER,
    /// Runs the system.
    OPERATOR,
    /// Reads reports and who did what.
    AUDITOR;

    /// The word in `access.json`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
