package org.tabularium.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.profiles.ProfileFile;

class AwsProfileTest {

    private static final ProfileFile FILES = ProfileFile.builder().type(ProfileFile.Type.CONFIGURATION)
            .content(new ByteArrayInputStream("[profile Trials]\nregion = eu-central-1\n".getBytes(StandardCharsets.UTF_8)))
            .build();

    @Test
    void profileThatIsThereIsNotMissing() {
        assertThat(AwsProfile.missing("Trials", FILES)).isEmpty();
    }

    @Test
    void profileThatIsNotThereIsNamedAndSoIsOneInOtherLetters() {
        assertThat(AwsProfile.missing("nope", FILES)).get().asString()
                .startsWith("there is no AWS profile \"nope\"; check AWS_PROFILE");
        assertThat(AwsProfile.missing("trials", FILES)).get().asString().contains("\"trials\"; there is one named Trials;");
    }
}
