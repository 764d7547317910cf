package org.tabularium.validation.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ControlArm;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.SettingsLines;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.TreatmentSettings;
import org.tabularium.validation.rule.Rule;
import org.tabularium.yaml.NearestWord;

/// Which arm the others are compared with is known, or somebody is told that nothing is compared.
public final class ControlArms implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Arms arms = Arms.of(data, Shell.BY_TREATMENT, PopulationName.EFFICACY);
        TreatmentSettings treatment = data.settings().treatment();
        ControlArm control = ControlArm.of(arms.labels(), null, treatment);
        if (arms.several() == null && arms.labels().size() > 1) {
            finding(control, arms.labels(), data.settings()).ifPresent(findings);
        }
    }

    private static Optional<Finding> finding(ControlArm control, List<String> arms, StudySettings settings) {
        String remedy = "treatment: {control: …} in study.yaml names it";
        return switch (control.basis()) {
            case ASKED, NAMED, PLACEBO -> Optional.empty();
            case CALLED -> Optional.of(
                    Finding.note("CONTROL_BY_NAME", "is taken for the control by its name; the other arms are compared with it")
                            .value(String.valueOf(control.arm())).of("treatment.control").remedy(remedy));
            case SEVERAL -> Optional.of(
                    Finding.note("CONTROL_UNKNOWN", "several arms are called as controls are, so nothing is compared with one")
                            .of("treatment.control").remedy(remedy));
            case NONE ->
                Optional.of(Finding.note("CONTROL_UNKNOWN", "no arm is known to be the control, so nothing is compared with one")
                        .of("treatment.control").remedy(remedy));
            case ABSENT -> {
                String name = String.valueOf(settings.treatment().control());
                Finding absent = Finding
                        .warning("CONTROL_ABSENT", "is named as the control, but no subject has this arm; nothing is compared")
                        .of("treatment.control").value(name)
                        .remedy(NearestWord.of(name, arms).map(near -> "write " + near + ", if that is meant")
                                .orElse("the arms are " + String.join(", ", arms)));
                yield Optional.of(SettingsLines.of(settings).at(absent, "treatment", "control"));
            }
        };
    }
}
