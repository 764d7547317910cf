package org.tabularium.finding;

import java.util.Locale;

/// How much a finding matters: an error rejects the study, a warning and a note are printed on the report's last page.
public enum Severity {
    /// A number would be wrong or could not be trusted: the study is rejected.
    ERROR,
    /// Something is odd and was handled in the way the message says.
    WARNING,
    /// Something worth knowing.
    NOTE;

    /// The word in messages and files: `error`, `warning`, `note`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
