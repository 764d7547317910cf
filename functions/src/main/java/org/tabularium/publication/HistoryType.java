package org.tabularium.publication;

import java.util.Locale;

/// What can happen to a study.
public enum HistoryType {
    /// Somebody was given a link to upload one object.
    UPLOAD_GRANTED,
    /// An object came, as the store's notice says.
    UPLOADED,
    /// A run was made, or found, of a snapshot.
    RUN,
    /// `latest.json` was pointed to a run.
    POINTER,
    /// Somebody looked at the study's page.
    VIEWED,
    /// Somebody was given a link to a file of a run; that is not yet a download.
    LINK_GIVEN,
    /// Somebody asked for what is not granted to them.
    REFUSED,
    /// The study was taken out of use.
    WITHDRAWN,
    /// Old versions of the uploads were removed.
    ARCHIVED,
    /// Everything was removed.
    ERASED;

    /// The word in keys and files, e.g. `upload-granted`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
