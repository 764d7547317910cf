package org.tabularium.table.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.MissingComponent.OfInstrument;
import org.tabularium.study.MissingComponent.OfCode;
import org.tabularium.study.MissingComponent.Instrument;
import org.tabularium.study.MissingComponent;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointRule;
import org.tabularium.study.EndpointRule.Bicla;
import org.tabularium.study.EndpointRule.BilagScore;
import org.tabularium.study.EndpointRule.ClinicalSledai;
import org.tabularium.study.EndpointRule.ConvertedAssessment;
import org.tabularium.study.EndpointRule.ConvertedDose;
import org.tabularium.study.EndpointRule.Flare;
import org.tabularium.study.EndpointRule.ImputedComponents;
import org.tabularium.study.EndpointRule.LowActivity;
import org.tabularium.study.EndpointRule.Missing;
import org.tabularium.study.EndpointRule.Relapse;
import org.tabularium.study.EndpointRule.Remission;
import org.tabularium.study.EndpointRule.SledaiScoring;
import org.tabularium.study.EndpointRule.SledaiTotal;
import org.tabularium.study.EndpointRule.Sri;
import org.tabularium.study.EndpointRule.Steroid;
import org.tabularium.study.settings.UpperLimit;

/// The rules of derived endpoints of lupus.
final class EndpointWords {

    private static final String ASSESSMENT = "PGA (0 to 3) ";
    private static final String STABLE = EndpointReasonWords.of(EndpointComponent.STABLE_IMMUNOSUPPRESSION);
    private static final String RISE = " rise of " + ASSESSMENT;

    private EndpointWords() {}

    static String of(EndpointRule rule, PrintedNames names) {
        return switch (rule) {
            case SledaiTotal() -> "SLEDAI-2K is derived: the sum of its 24 items; missing where an item is missing.";
            case ClinicalSledai() ->
                "The clinical SLEDAI-2K is derived: the sum of its items without low complement and increased DNA binding; missing"
                        + " where an item is missing.";
            case BilagScore() ->
                "The BILAG-2004 score is derived: A = 12, B = 8, C = 1, D = E = 0, added over the nine systems; missing where a grade"
                        + " is missing.";
            case Sri(int points, UpperLimit rise) ->
                "SRI-" + points + " is derived: SLEDAI-2K at least " + points
                        + " points below baseline, no new BILAG-2004 A and at most one new B," + RISE + rise.words() + ".";
            case Bicla(UpperLimit rise) ->
                "BICLA is derived: every BILAG-2004 A and B of baseline improved, no new A and at most one new B, SLEDAI-2K not above"
                        + " baseline," + RISE + rise.words() + ". Treatment outside of the protocol is not assessed.";
            case LowActivity state -> of(state);
            case Remission(UpperLimit assessment, Steroid steroid, boolean assessed) ->
                "DORIS 2021 remission is derived: clinical SLEDAI-2K 0, " + ASSESSMENT + assessment.words() + ", " + of(steroid)
                        + (assessed ? ", " + STABLE + "." : ". Not assessed: " + STABLE + ".");
            case Flare(BigDecimal above) ->
                "A flare is derived: SLEDAI-2K more than " + text(above) + " points above the previous assessment.";
            case Relapse(BigDecimal above) ->
                "A relapse is derived: SLEDAI-2K more than " + text(above)
                        + " points above the subject's last visit in DORIS remission; subjects without an earlier remission are not"
                        + " counted.";
            case ConvertedAssessment(int highest) ->
                "The PGA was collected on 0 to " + highest + " and is converted to 0 to 3.";
            case ConvertedDose(String unit) -> "Doses of prednisolone in " + unit + " are converted to mg/day.";
            case SledaiScoring(Integer days, Integer joints) -> scoring(days, joints);
            case ImputedComponents(String label, int visits, SortedMap<String, Integer> derivations) ->
                names.ofText(label) + Plural.of(visits, " is made of an imputed value at {n} visit",
                        " is made of imputed values at {n} visits")
                        + " (" + derivations.entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + ").";
            case Missing(String label, int visits, Map<EndpointComponent, Integer> components) ->
                names.ofText(label) + Plural.of(visits, " is missing at {n} assessed visit", " is missing at {n} assessed visits")
                        + " for want of " + components.entrySet().stream()
                                .map(e -> EndpointReasonWords.of(e.getKey()) + " (" + e.getValue() + ")").sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
        };
    }

    private static String of(LowActivity state) {
        String assessed = state.assessed().stream()
                .map(sign -> (sign == EndpointComponent.STABLE_IMMUNOSUPPRESSION ? ", " : ", no ")
                        + EndpointReasonWords.of(sign))
                .collect(Collectors.joining());
        String others = state.notAssessed().stream().map(EndpointReasonWords::of).collect(Collectors.joining(", "));
        return "LLDAS is derived: SLEDAI-2K " + state.sledai().words()
                + " without activity in major organs (kidney, nervous system, heart and lung, vasculitis, fever), no item of it that"
                + " was absent at the previous assessment, " + ASSESSMENT + state.assessment().words() + ", "
                + of(state.steroid()) + assessed + "." + (others.isEmpty() ? "" : " Not assessed: " + others + ".");
    }

    private static String of(Steroid steroid) {
        UpperLimit perKilogram = steroid.perKilogram();
        return "prednisolone " + steroid.daily().words() + " mg/day"
                + (perKilogram == null ? "" : " and " + perKilogram.words() + " mg/kg/day");
    }

    private static String scoring(@Nullable Integer days, @Nullable Integer joints) {
        List<String> said = new ArrayList<>();
        if (days != null) {
            said.add("over the " + days + " days before the visit");
        }
        if (joints != null) {
            said.add("with arthritis from " + joints + " joints on");
        }
        return "SLEDAI-2K is scored " + String.join(", ", said) + ".";
    }

    /// Components that are missing, one after the other.
    static String of(List<MissingComponent> missing) {
        return missing.stream().map(EndpointWords::of).collect(Collectors.joining(", "));
    }

    /// The same for readers of a display: without codes.
    static String forReaders(List<MissingComponent> missing, PrintedNames names) {
        return missing.stream().map(component -> switch (component) {
            case OfCode(String code) -> names.ofParameter(code);
            case OfInstrument(Instrument instrument, List<String> _, int _) -> forReaders(instrument);
        }).collect(Collectors.joining(", "));
    }

    private static String forReaders(Instrument instrument) {
        return switch (instrument) {
            case BILAG_SYSTEMS -> "BILAG-2004 by system";
            case SLEDAI_ITEMS -> "the items of SLEDAI-2K";
            case SLEDAI_TOTAL -> "SLEDAI-2K or its items";
            case CLINICAL_SLEDAI -> "the clinical SLEDAI-2K or the items of SLEDAI-2K";
        };
    }

    private static String of(MissingComponent missing) {
        return switch (missing) {
            case OfCode(String code) -> code;
            case OfInstrument(Instrument instrument, List<String> absent, int more) ->
                of(instrument) + " (" + String.join(", ", absent) + (more > 0 ? " and " + more + " more" : "") + ")";
        };
    }

    private static String of(Instrument instrument) {
        return switch (instrument) {
            case BILAG_SYSTEMS -> "BILAG-2004 by system";
            case SLEDAI_ITEMS -> "the items of SLEDAI-2K";
            case SLEDAI_TOTAL -> "SLEDAI2K or the items of SLEDAI-2K";
            case CLINICAL_SLEDAI -> "CSLEDAI or the items of SLEDAI-2K";
        };
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
