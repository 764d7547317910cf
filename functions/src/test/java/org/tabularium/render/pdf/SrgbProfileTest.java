package org.tabularium.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.snapshot.Sha256;

class SrgbProfileTest {

    /// What sRGB-README.txt beside the profile says.
    @Test
    void profileIsTheOneThatItsOriginSpeaksOf() {
        assertThat(Sha256.of(SrgbProfile.bytes())).isEqualTo("59a1b3f682ac7e64d6020d874c745a6c84c5617fb64b2c6a8af29c0d8fed9651");
    }

    /// The oracle is the JDK's own sRGB profile: a colour read through ours comes out of it unchanged.
    @ParameterizedTest
    @CsvSource({"0,0,0", "1,1,1", "0.5,0.2,0.8", "0.02,0.9,0.4"})
    void coloursAreThoseOfTheJdksProfile(float red, float green, float blue) {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        float[] seen = ours.toRGB(new float[]{red, green, blue});
        assertThat(seen[0]).isCloseTo(red, within(0.01f));
        assertThat(seen[1]).isCloseTo(green, within(0.01f));
        assertThat(seen[2]).isCloseTo(blue, within(0.01f));
    }
}
