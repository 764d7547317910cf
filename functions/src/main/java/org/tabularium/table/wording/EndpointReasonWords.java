package org.tabularium.table.wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointReasons;
import org.tabularium.study.UnmetCriterion;
import org.tabularium.study.UnmetCriterion.AboveLimit;
import org.tabularium.study.UnmetCriterion.AboveLimitByWeight;
import org.tabularium.study.UnmetCriterion.Absent;
import org.tabularium.study.UnmetCriterion.AssessmentRise;
import org.tabularium.study.UnmetCriterion.BilagNotImproved;
import org.tabularium.study.UnmetCriterion.ClinicalActivity;
import org.tabularium.study.UnmetCriterion.MajorOrgans;
import org.tabularium.study.UnmetCriterion.NewActivity;
import org.tabularium.study.UnmetCriterion.NewBilagA;
import org.tabularium.study.UnmetCriterion.NewBilagB;
import org.tabularium.study.UnmetCriterion.Present;
import org.tabularium.study.UnmetCriterion.SledaiAboveBaseline;
import org.tabularium.study.UnmetCriterion.SledaiFall;
import org.tabularium.study.UnmetCriterion.SledaiRise;
import org.tabularium.study.settings.UpperLimit;

/// Why an endpoint of lupus is not met, or what it cannot be told without.
public final class EndpointReasonWords {

    private EndpointReasonWords() {}

    /// What is missing, else what is not met, one after the other; empty where neither is.
    public static String of(EndpointReasons reasons) {
        return reasons.missing().isEmpty()
                ? reasons.failed().stream().map(EndpointReasonWords::of).collect(Collectors.joining("; "))
                : reasons.missing().stream().map(EndpointReasonWords::of).collect(Collectors.joining("; "));
    }

    /// A component within a sentence.
    static String of(EndpointComponent component) {
        return switch (component) {
            case SLEDAI -> "SLEDAI-2K";
            case SLEDAI_AT_BASELINE -> "SLEDAI-2K at baseline";
            case SLEDAI_EARLIER -> "SLEDAI-2K of the earlier assessment";
            case SLEDAI_ITEMS -> "SLEDAI-2K items";
            case PREVIOUS_ITEMS -> "SLEDAI-2K items of the previous assessment";
            case CLINICAL_SLEDAI -> "clinical SLEDAI-2K";
            case BILAG -> "BILAG-2004";
            case BILAG_AT_BASELINE -> "BILAG-2004 at baseline";
            case PGA -> "PGA";
            case PGA_AT_BASELINE -> "PGA at baseline";
            case PREDNISOLONE -> "prednisolone dose";
            case WEIGHT_AT_BASELINE -> "weight at baseline";
            case HAEMOLYTIC_ANAEMIA -> "haemolytic anaemia";
            case GASTROINTESTINAL_ACTIVITY -> "gastrointestinal activity";
            case STABLE_IMMUNOSUPPRESSION -> "stable immunosuppression";
            case PARTS_OF_SLEDAI -> "SLEDAI-2K Total Score components";
            case PARTS_OF_CLINICAL_SLEDAI -> "Clinical SLEDAI-2K components";
            case PARTS_OF_BILAG -> "BILAG-2004 Numerical Score components";
        };
    }

    private static String of(UnmetCriterion criterion) {
        return switch (criterion) {
            case BilagNotImproved(List<String> systems) -> "BILAG A or B of baseline not improved" + named(systems);
            case NewBilagA(List<String> systems) -> "new BILAG A" + named(systems);
            case NewBilagB(List<String> systems) -> systems.size() + " new BILAG B" + named(systems);
            case SledaiAboveBaseline(BigDecimal before, BigDecimal now) ->
                "SLEDAI-2K " + text(now) + " above " + text(before) + " at baseline";
            case SledaiFall(BigDecimal before, BigDecimal now, int points) ->
                "SLEDAI-2K " + text(before) + " at baseline and " + text(now) + " at the visit, a fall of less than " + points;
            case SledaiRise(BigDecimal before, BigDecimal now) ->
                "SLEDAI-2K " + text(before) + " before and " + text(now) + " at the visit";
            case AssessmentRise(BigDecimal before, BigDecimal now, UpperLimit limit) ->
                "PGA " + text(before) + " at baseline and " + text(now) + " at the visit, a rise by "
                        + text(now.subtract(before)) + allowed(limit, "");
            case ClinicalActivity(BigDecimal score) -> "clinical SLEDAI-2K " + text(score);
            case AboveLimit(EndpointComponent component, BigDecimal value, UpperLimit limit) ->
                component == EndpointComponent.PREDNISOLONE
                        ? "prednisolone " + text(value) + " mg/day" + allowed(limit, "")
                        : of(component) + " " + text(value) + allowed(limit, "");
            case AboveLimitByWeight(BigDecimal dose, BigDecimal kilograms, UpperLimit limit) ->
                "prednisolone " + text(dose) + " mg/day of " + text(kilograms) + " kg" + allowed(limit, " mg/kg/day");
            case MajorOrgans(List<String> items) -> "activity in major organs" + named(items);
            case NewActivity(List<String> items) -> "new activity since the previous assessment" + named(items);
            case Present(EndpointComponent sign) -> of(sign);
            case Absent(EndpointComponent sign) -> "no " + of(sign);
        };
    }

    private static String named(List<String> names) {
        return " (" + String.join(", ", names) + ")";
    }

    private static String allowed(UpperLimit limit, String unit) {
        return " where " + limit.words() + unit + " is allowed";
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
