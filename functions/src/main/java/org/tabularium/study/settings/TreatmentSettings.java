package org.tabularium.study.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `treatment:` of study.yaml: where the arms come from and which of them the others are compared with.
///
/// @param planned the variable of ADSL that holds the planned arm; null where study.yaml names none
/// @param actual the variable of ADSL that holds the actual arm; null where study.yaml names none. `variable:` names both at once
/// @param control the arm that the others are compared with, as study.yaml writes it; null where it names none
/// @param order explicit order of the arms; empty for none
/// @param total label of the total column; null for no such column
public record TreatmentSettings(
        @Nullable String planned,
        @Nullable String actual,
        @Nullable String control,
        List<String> order,
        @Nullable String total) {

    /// What study.yaml without `treatment` means.
    public static final TreatmentSettings DEFAULT = new TreatmentSettings(null, null, null, List.of(), "Total");
}
