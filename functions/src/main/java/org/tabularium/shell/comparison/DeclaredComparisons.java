package org.tabularium.shell.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a table compares beside its numbers.
///
/// @param tests tests beside the numbers; null for none
/// @param riskDifference differences of percentages beside counts; null for none
/// @param oddsRatio odds ratios beside counts; null for none
/// @param exposureAdjusted rates by 100 patient-years beside counts; null for none
public record DeclaredComparisons(@Nullable Tests tests, @Nullable RiskDifferences riskDifference,
        @Nullable OddsRatios oddsRatio, @Nullable ExposureAdjusted exposureAdjusted) {

    /// Nothing.
    public static final DeclaredComparisons NONE = new DeclaredComparisons(null, null, null, null);

    /// The variables of ADSL by whose levels comparisons are stratified.
    public List<String> strata() {
        List<String> strata = new ArrayList<>();
        if (tests != null) {
            strata.addAll(tests.strata());
        }
        if (riskDifference != null) {
            strata.addAll(riskDifference.strata());
        }
        if (oddsRatio != null) {
            strata.addAll(oddsRatio.strata());
        }
        return strata.stream().distinct().toList();
    }
}
