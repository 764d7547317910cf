package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointRule;
import org.tabularium.endpoint.lupus.EndpointDefinition.Judge;
import org.tabularium.endpoint.lupus.EndpointDefinition.Judgement;
import org.tabularium.study.settings.EndpointSettings;

/// The endpoints that can be derived from the components a study has.
public final class EndpointDefinitions {

    private static final List<String> CLINICAL_ITEMS = Sledai2k.ITEMS.stream()
            .filter(item -> item.domain() != Sledai2k.Domain.SEROLOGY)
            .map(Sledai2k.Item::parameter)
            .toList();
    private static final List<String> ALL_ITEMS = LupusRecords.ITEM_CODES;

    private final LupusRecords records;
    private final EndpointRules rules;
    private final EndpointSettings settings;
    private final List<EndpointDefinition> found = new ArrayList<>();

    private EndpointDefinitions(LupusRecords records) {
        this.records = records;
        this.settings = records.data().settings().endpoints();
        this.rules = new EndpointRules(settings, records.assessed());
    }

    public static List<EndpointDefinition> of(LupusRecords records) {
        EndpointDefinitions definitions = new EndpointDefinitions(records);
        definitions.addScores();
        definitions.addResponses();
        definitions.addStates();
        return definitions.found;
    }

    private void addScores() {
        if (!records.has(Sledai2k.TOTAL) && records.hasAll(ALL_ITEMS)) {
            addScore(Sledai2k.TOTAL, "SLEDAI-2K Total Score", ALL_ITEMS, "SL2K01 to SL2K24",
                    new EndpointRule.SledaiTotal(), EndpointComponent.PARTS_OF_SLEDAI, LupusVisit::total);
        }
        if (records.hasAll(CLINICAL_ITEMS)) {
            addScore(Sledai2k.CLINICAL, "Clinical SLEDAI-2K", CLINICAL_ITEMS, "SL2K01 to SL2K24",
                    new EndpointRule.ClinicalSledai(), EndpointComponent.PARTS_OF_CLINICAL_SLEDAI,
                    visit -> visit.items().clinical().isPresent()
                            ? BigDecimal.valueOf(visit.items().clinical().getAsInt())
                            : null);
        }
        if (records.hasAll(LupusRecords.SYSTEM_CODES)) {
            addScore(Bilag2004.TOTAL, "BILAG-2004 Numerical Score", LupusRecords.SYSTEM_CODES, "BILAG1 to BILAG9",
                    new EndpointRule.BilagScore(), EndpointComponent.PARTS_OF_BILAG,
                    visit -> visit.bilag().total().isPresent()
                            ? BigDecimal.valueOf(visit.bilag().total().getAsInt())
                            : null);
        }
    }

    /// A number read off a visit.
    private interface ScoreOfVisit {
        @Nullable
        BigDecimal of(LupusVisit visit);
    }

    private void addScore(String code, String label, List<String> components, String from, EndpointRule remark,
            EndpointComponent parts, ScoreOfVisit score) {
        Judge judge = (all, subject, visit) -> {
            LupusVisit at = visit < 0 ? all.baseline(subject) : all.at(subject, visit);
            boolean assessed = code.equals(Bilag2004.TOTAL) ? at.bilag().isAssessed() : at.items().isAssessed();
            return assessed ? Optional.of(Judgement.ofScore(score.of(at), parts)) : Optional.empty();
        };
        List<EndpointRule> remarks = code.equals(Bilag2004.TOTAL) ? List.of(remark) : with(remark, itemRemark());
        found.add(new EndpointDefinition(code, label, components, from, remarks, false, judge));
    }

    private void addResponses() {
        if (!hasSledai() || !records.hasAll(LupusRecords.SYSTEM_CODES) || !records.has(LupusRecords.PGA)) {
            return;
        }
        List<String> components = components(List.of(sledai(), LupusRecords.SYSTEM_CODES, List.of(LupusRecords.PGA)));
        String from = "SLEDAI2K, BILAG, PGA";
        for (int points = 4; points <= 8; points++) {
            SriResponse rule = rules.sri(points);
            add("SRI" + points, "SRI-" + points + " Response", components, from,
                    with(new EndpointRule.Sri(points, rule.pgaIncrease()), itemRemark()),
                    (all, subject, visit) -> assessed(all, subject, visit,
                            at -> rule.judge(all.baseline(subject), at)));
        }
        BiclaResponse bicla = rules.bicla();
        add("BICLA", "BICLA Response", components, from,
                with(new EndpointRule.Bicla(bicla.pgaIncrease()), itemRemark()),
                (all, subject, visit) -> assessed(all, subject, visit, at -> bicla.judge(all.baseline(subject), at)));
    }

    private void addStates() {
        boolean withoutItems = !records.hasAll(ALL_ITEMS);
        boolean noDose = !records.has(LupusRecords.PGA) || !records.has(LupusRecords.PREDNISOLONE);
        if (!withoutItems && !noDose) {
            addLowActivity();
        }
        if (!noDose && (records.has(Sledai2k.CLINICAL) || records.hasAll(CLINICAL_ITEMS))) {
            addRemission();
        }
        if (hasSledai()) {
            addFlare();
        }
    }

    private void addLowActivity() {
        LowActivity rule = rules.lowActivity();
        List<String> signs = Stream.of(LupusSign.values()).filter(rule.assessed()::contains).map(LupusSign::parameter).toList();
        add("LLDAS", "Lupus Low Disease Activity State",
                components(List.of(sledai(), ALL_ITEMS, List.of(LupusRecords.PGA, LupusRecords.PREDNISOLONE), signs)),
                String.join(", ",
                        components(List.of(List.of(Sledai2k.TOTAL, LupusRecords.PGA, LupusRecords.PREDNISOLONE), signs))),
                with(new EndpointRule.LowActivity(rule.sledai(), rule.pga(), rule.steroid().asRule(),
                        signs(rule.assessed()::contains),
                        signs(sign -> !rule.assessed().contains(sign))),
                        itemRemark()),
                (all, subject, visit) -> assessed(all, subject, visit,
                        at -> rule.judge(previous(all, subject, visit, earlier -> earlier.items().isAssessed()), at,
                                all.weight(subject))));
    }

    private static List<EndpointComponent> signs(Predicate<LupusSign> which) {
        return Stream.of(LupusSign.values()).filter(which).map(LupusSign::component).toList();
    }

    private void addRemission() {
        DorisRemission rule = rules.remission();
        boolean stable = rule.assessed().contains(LupusSign.STABLE_IMMUNOSUPPRESSION);
        List<String> signs = stable ? List.of(LupusSign.STABLE_IMMUNOSUPPRESSION.parameter()) : List.of();
        List<String> score = records.has(Sledai2k.CLINICAL) ? List.of(Sledai2k.CLINICAL) : CLINICAL_ITEMS;
        add("DORIS", "DORIS Remission", components(List.of(score, List.of(LupusRecords.PGA, LupusRecords.PREDNISOLONE), signs)),
                String.join(", ",
                        components(List.of(List.of(Sledai2k.CLINICAL, LupusRecords.PGA, LupusRecords.PREDNISOLONE), signs))),
                with(new EndpointRule.Remission(rule.pga(), rule.steroid().asRule(), stable), itemRemark()),
                (all, subject, visit) -> assessed(all, subject, visit, at -> rule.judge(at, all.weight(subject))));
        if (hasSledai()) {
            addRelapse(rule);
        }
    }

    private void addFlare() {
        SledaiFlare rule = rules.flare();
        add("FLARE", "Flare", sledai(), Sledai2k.TOTAL,
                with(new EndpointRule.Flare(rule.above()), itemRemark()),
                (all, subject, visit) -> assessed(all, subject, visit,
                        at -> rule.judge(previous(all, subject, visit, earlier -> earlier.total() != null), at)));
    }

    private void addRelapse(DorisRemission remission) {
        SledaiFlare rule = rules.flare();
        add("RELAPSE", "Relapse", components(List.of(sledai(), List.of(LupusRecords.PGA, LupusRecords.PREDNISOLONE))),
                "SLEDAI2K, DORIS",
                with(new EndpointRule.Relapse(rule.above()), itemRemark()),
                (all, subject, visit) -> {
                    for (int earlier = visit - 1; earlier >= 0 && all.isAfterBaseline(earlier); earlier--) {
                        LupusVisit then = all.at(subject, earlier);
                        if (remission.judge(then, all.weight(subject)).response().orElse(false)) {
                            return assessed(all, subject, visit, at -> rule.judge(then, at));
                        }
                    }
                    return Optional.empty();
                });
    }

    /// A verdict on what is known at a visit.
    private interface OfVisit {
        EndpointStatus judge(LupusVisit at);
    }

    /// The verdict where the subject's lupus was looked at at all at the visit.
    private static Optional<Judgement> assessed(LupusRecords all, int subject, int visit, OfVisit rule) {
        LupusVisit at = all.at(subject, visit);
        boolean looked = at.items().isAssessed() || at.deliveredTotal() != null || at.bilag().isAssessed() || at.pga() != null;
        return looked ? Optional.of(Judgement.of(rule.judge(at))) : Optional.empty();
    }

    /// The subject's latest earlier scheduled visit at which something was assessed.
    private static LupusVisit previous(
            LupusRecords all, int subject, int visit, Predicate<LupusVisit> wasAssessed) {
        for (int earlier = visit - 1; earlier >= 0; earlier--) {
            LupusVisit then = all.at(subject, earlier);
            if (wasAssessed.test(then)) {
                return then;
            }
        }
        LupusVisit baseline = all.baseline(subject);
        return wasAssessed.test(baseline) ? baseline : LupusVisit.UNKNOWN;
    }

    private void add(String code, String label, List<String> components, String from, List<EndpointRule> remarks, Judge judge) {
        int highest = records.assessmentScale().highest();
        Stream<EndpointRule> converted = components.contains(LupusRecords.PGA) && highest != AssessmentScale.STANDARD
                ? Stream.of(new EndpointRule.ConvertedAssessment(highest))
                : Stream.empty();
        SteroidUnit dose = records.steroidUnit();
        Stream<EndpointRule> doses = components.contains(LupusRecords.PREDNISOLONE) && dose.isConverted()
                ? Stream.of(new EndpointRule.ConvertedDose(dose.written()))
                : Stream.empty();
        found.add(new EndpointDefinition(code, label, components, from,
                Stream.of(remarks.stream(), converted, doses).flatMap(Function.identity()).toList(), true, judge));
    }

    private boolean hasSledai() {
        return records.has(Sledai2k.TOTAL) || records.hasAll(ALL_ITEMS);
    }

    private List<String> sledai() {
        return components(List.of(List.of(Sledai2k.TOTAL), ALL_ITEMS));
    }

    private static List<String> components(List<List<String>> codes) {
        return codes.stream().flatMap(List::stream).distinct().toList();
    }

    private static List<EndpointRule> with(EndpointRule remark, Optional<EndpointRule> more) {
        return Stream.concat(Stream.of(remark), more.stream()).toList();
    }

    /// What the study says of how SLEDAI-2K was scored; nothing where it says nothing.
    private Optional<EndpointRule> itemRemark() {
        return settings.window() == null && settings.arthritisJoints() == null
                ? Optional.empty()
                : Optional.of(new EndpointRule.SledaiScoring(settings.window(), settings.arthritisJoints()));
    }
}
