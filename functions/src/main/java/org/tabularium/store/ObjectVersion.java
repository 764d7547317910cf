package org.tabularium.store;

import java.time.Instant;

/// One version of an object, as a listing gives it.
///
/// @param versionId the store's name of the version; `null` in a bucket without versioning, where the ETag must tell
/// @param size in bytes
/// @param lastModified when it was written, as the store says
public record ObjectVersion(String key, String versionId, String eTag, long size, Instant lastModified) {}
