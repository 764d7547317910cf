package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.study.settings.TreatmentSettings;

/// Which arm the others are compared with.
class ControlArmTest {

    private static ControlArm control(String arms, @Nullable String named, @Nullable String against) {
        TreatmentSettings settings = new TreatmentSettings(null, null, named, List.of(), "Total");
        return ControlArm.of(Arrays.asList(arms.split(";")), against, settings);
    }

    @ParameterizedTest
    @CsvSource({
        "Drug 5 mg;Placebo, Placebo", "Drug;Placebo + standard of care, Placebo + standard of care",
        "Drug;PLACEBO BID, PLACEBO BID",
        "Drug;Control, Control", "A: Drug;B: Standard of Care, B: Standard of Care", "1 Sham;2 Drug, 1 Sham",
        "Drug;Arm B - vehicle, Arm B - vehicle",
        "Drug;Vehicle;Placebo, Placebo"})
    void theControlIsKnownByItsName(String arms, String control) {
        assertThat(control(arms, null, null).arm()).isEqualTo(control);
    }

    @ParameterizedTest
    @CsvSource({
        "1*10^9;3*10^9, NONE", "Drug + Placebo;Placebo;Active, SEVERAL", "Control;Sham;Drug, SEVERAL",
        "Controlled release;Drug, NONE",
        "Placebonol;Drug, NONE", "Vehicle cream 2%;Drug, NONE"})
    void noneOrSeveralMeanThatNothingIsCompared(String arms, ControlArm.Basis why) {
        assertThat(control(arms, null, null)).isEqualTo(new ControlArm(null, why));
    }

    @Test
    void studyYamlGoesBeforeNamesAndTheTableBeforeStudyYaml() {
        assertThat(control("Drug;Placebo", "drug ", null)).isEqualTo(new ControlArm("Drug", ControlArm.Basis.NAMED));
        assertThat(control("Drug;Placebo;Active", "Drug", "active")).isEqualTo(new ControlArm("Active", ControlArm.Basis.ASKED));
        assertThat(control("Drug;Placebo", "Plazebo", null)).isEqualTo(new ControlArm(null, ControlArm.Basis.ABSENT));
    }
}
