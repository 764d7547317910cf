package org.tabularium.store.s3;

import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// The profile of AWS's shared files that somebody chose.
final class AwsProfile {

    /// What the setting says where nobody named one.
    private static final String UNNAMED = "default";

    private AwsProfile() {}

    /// What to say where AWS_PROFILE names one that is in none of the files; empty where none is named or it is there. Only asked
    /// where something else already lacks.
    static Optional<String> missing() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValue().filter(name -> !name.equals(UNNAMED))
                .flatMap(name -> missing(name, ProfileFile.defaultProfileFile()));
    }

    static Optional<String> missing(String name, ProfileFile files) {
        if (files.profile(name).isPresent()) {
            return Optional.empty();
        }
        String near = files.profiles().keySet().stream().filter(p -> p.equalsIgnoreCase(name))
                .findFirst()
                .map(p -> "; there is one named " + p)
                .orElse("");
        return Optional.of("there is no AWS profile \"" + name + "\"" + near
                + "; check AWS_PROFILE and ~/.aws/config, or set the profile up (aws configure --profile "
                + name + ")");
    }
}
