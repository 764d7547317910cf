package org.tabularium.publication;

import java.util.Locale;

/// What happened last with a study in the bucket.
public enum StudyState {
    /// `latest.json` names the run of the study as it is.
    REPORTED,
    /// The study as it is has errors; the last good report stays.
    REJECTED,
    /// There is no ADSL yet, or not the object that completes a delivery.
    WAITING,
    /// No report could be made for a reason outside of the study; the last good report stays.
    FAILED;

    /// The word in files and messages.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
