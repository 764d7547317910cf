package org.tabularium.selection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.display.ComparisonRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.TreatmentSettings;

/// The arm that the others are compared with: the one that the table asks for (`against`), else that of study.yaml (`treatment:
/// {control: …}`), else the only arm with the word placebo,
/// else, where no arm has it, the only one that is called control, vehicle, sham or standard of care. Without one nothing is
/// compared.
///
/// @param arm as the columns have it; null for none
/// @param basis why it is this one, or why none
public record ControlArm(@Nullable String arm, Basis basis) {

    private static final Pattern PLACEBO = Pattern.compile("\\bplacebo\\b");
    private static final Pattern MARK = Pattern.compile("^(?:(?:arm|group|cohort)\\s+)?\\(?(?:\\p{L}|\\d+)\\)?\\s*(?:[.:)=–-]\\s*|\\s+)");
    private static final Pattern JOINTS = Pattern.compile("[\\s_-]+");
    private static final Set<String> CONTROLS = Set.of("control", "control arm", "control group", "vehicle", "sham", "standard of care");

    /// Why.
    public enum Basis {
        /// The table names it.
        ASKED,
        /// study.yaml names it.
        NAMED,
        /// The only arm with the word placebo.
        PLACEBO,
        /// The only arm that is called as controls are.
        CALLED,
        /// study.yaml or the table names one that is not among these columns.
        ABSENT,
        /// Several arms have the word.
        SEVERAL,
        /// No arm has such a name.
        NONE
    }

    /// Finds it.
    ///
    /// @param arms the columns but the total
    /// @param against what the table asks for; null where it does not
    public static ControlArm of(List<String> arms, @Nullable String against, TreatmentSettings treatment) {
        if (against != null) {
            return named(arms, against, Basis.ASKED);
        }
        if (treatment.control() != null) {
            return named(arms, treatment.control(), Basis.NAMED);
        }
        List<String> placebo = arms.stream().filter(arm -> PLACEBO.matcher(arm.toLowerCase(Locale.ROOT)).find()).toList();
        return placebo.isEmpty() ? only(arms, ControlArm::isCalledControl, Basis.CALLED) : only(placebo, arm -> true, Basis.PLACEBO);
    }

    private static ControlArm named(List<String> arms, String name, Basis basis) {
        Optional<String> arm = arms.stream().filter(a -> ValueText.folded(a).equals(ValueText.folded(name))).findFirst();
        return arm.map(a -> new ControlArm(a, basis)).orElseGet(() -> new ControlArm(null, Basis.ABSENT));
    }

    private static ControlArm only(List<String> arms, Predicate<String> test, Basis basis) {
        List<String> found = arms.stream().filter(test).toList();
        if (found.size() == 1) {
            return new ControlArm(found.getFirst(), basis);
        }
        return new ControlArm(null, found.isEmpty() ? Basis.NONE : Basis.SEVERAL);
    }

    /// Whether a name without a letter or number in front is one that controls have.
    private static boolean isCalledControl(String arm) {
        String name = arm.strip().toLowerCase(Locale.ROOT);
        return CONTROLS.contains(JOINTS.matcher(name).replaceAll(" "))
                || CONTROLS.contains(JOINTS.matcher(MARK.matcher(name).replaceFirst("")).replaceAll(" "));
    }

    /// The footnote of a table that compares, or would; empty where what is compared says enough.
    public Optional<Remark> remark() {
        return switch (basis) {
            case ASKED, NAMED, PLACEBO -> Optional.empty();
            case CALLED -> Optional.ofNullable(arm).map(ComparisonRemark.ControlByName::new);
            case ABSENT, SEVERAL, NONE -> Optional.of(new ComparisonRemark.NoControl());
        };
    }
}
