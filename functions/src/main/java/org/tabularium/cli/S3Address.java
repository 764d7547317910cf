package org.tabularium.cli;

import java.util.Optional;

/// A place in S3 as a user names it, `s3://bucket/prefix`; characters stand for themselves, as in the AWS command line.
///
/// @param prefix ends in `/`, or is empty for the whole bucket
record S3Address(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    /// Empty where the argument names no place in S3.
    ///
    /// @throws CommandException where it has no bucket
    static Optional<S3Address> of(String argument) {
        if (!argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String path = argument.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (bucket.isBlank()) {
            throw new CommandException("%s names no bucket; write s3://bucket/prefix".formatted(argument));
        }
        String prefix = slash < 0 ? "" : path.substring(slash + 1);
        return Optional.of(new S3Address(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
    }
}
