package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.endpoint.lupus.ComponentReader.VisitStatistics;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.PlacedVisit;
import org.tabularium.study.StudyData;

/// The components of a study's endpoints by subject and scheduled visit, the visits in order.
public final class LupusRecords {

    static final String PGA = "PGA";
    static final String PREDNISOLONE = "PREDDOSE";

    static final List<String> ITEM_CODES = Sledai2k.ITEMS.stream().map(Sledai2k.Item::parameter).toList();
    static final List<String> SYSTEM_CODES = Stream.of(BilagSystem.values()).map(BilagSystem::parameter).toList();
    private static final List<String> SIGN_CODES = Stream.of(LupusSign.values()).map(LupusSign::parameter).toList();

    /// Every component there is.
    public static final List<String> CODES = Stream.of(
            List.of(Sledai2k.TOTAL, Sledai2k.CLINICAL), ITEM_CODES, List.of(Bilag2004.TOTAL), SYSTEM_CODES,
            List.of(PGA, PREDNISOLONE), SIGN_CODES)
            .flatMap(List::stream)
            .toList();

    private static final BigDecimal PGA_HIGHEST = BigDecimal.valueOf(AssessmentScale.STANDARD);

    private final StudyData data;
    private final Map<String, ComponentRecords> components;
    private final Map<String, DerivationObstacle> inTwoDatasets;
    private final List<VisitStatistics> visits;
    private final int firstAfterBaseline;
    private final @Nullable NumericColumn weights;
    private final AssessmentScale assessmentScale;
    private final SteroidUnit steroidUnit;

    LupusRecords(StudyData data, Map<String, ComponentRecords> components, Map<String, DerivationObstacle> inTwoDatasets,
            List<VisitStatistics> visits) {
        this.data = data;
        this.components = components;
        this.inTwoDatasets = inTwoDatasets;
        this.visits = PlacedVisit.inOrder(visits, VisitStatistics::placed);
        this.firstAfterBaseline = IntStream.range(0, this.visits.size())
                .filter(i -> this.visits.get(i).isBaseline())
                .findFirst()
                .orElse(-1) + 1;
        this.assessmentScale = AssessmentScale.of(data);
        this.steroidUnit = SteroidUnit.of(data);
        this.weights = data.adsl().column("WEIGHTBL").orElse(null) instanceof NumericColumn numbers ? numbers : null;
    }

    public StudyData data() {
        return data;
    }

    public boolean isEmpty() {
        return components.isEmpty();
    }

    boolean has(String code) {
        return components.containsKey(code);
    }

    boolean hasAll(Collection<String> codes) {
        return components.keySet().containsAll(codes);
    }

    /// The dataset that holds the first of some components that is there.
    public String datasetOf(Collection<String> codes) {
        return present(codes).map(ComponentRecords::datasetName).findFirst().orElseThrow();
    }

    /// Why endpoints cannot be made of some components, of those that are there; null where they can.
    public @Nullable DerivationObstacle obstacle(Collection<String> codes) {
        if (codes.contains(PGA) && has(PGA) && !assessmentScale.isKnown()) {
            return new DerivationObstacle.UnknownAssessmentScale();
        }
        if (codes.contains(PREDNISOLONE) && has(PREDNISOLONE) && !steroidUnit.isKnown()) {
            return new DerivationObstacle.OtherDoseUnit(PREDNISOLONE, steroidUnit.written(), steroidUnit.otherDrug());
        }
        return codes.stream()
                .flatMap(code -> Stream.concat(
                        Optional.ofNullable(inTwoDatasets.get(code)).stream(),
                        Optional.ofNullable(components.get(code)).flatMap(ComponentRecords::ambiguity).stream()))
                .findFirst()
                .orElse(null);
    }

    /// The scheduled visits in order.
    public List<VisitStatistics> visits() {
        return visits;
    }

    public boolean isAfterBaseline(int visit) {
        return visit >= firstAfterBaseline && !visits.get(visit).isBaseline();
    }

    /// The subject's weight in kg at baseline; null where unknown.
    @Nullable
    BigDecimal weight(int subject) {
        return weights == null || !(weights.value(subject) > 0) || Double.isInfinite(weights.value(subject))
                ? null
                : Decimals.asWritten(weights.value(subject));
    }

    /// What is known of a subject at a visit.
    LupusVisit at(int subject, int visit) {
        return visit(records -> records.at(subject, key(visit)));
    }

    /// What is known of a subject before treatment.
    LupusVisit baseline(int subject) {
        return visit(records -> records.flagged(subject));
    }

    /// Whether a subject's records of some components at a visit are its baseline records.
    public boolean isBaselineRecord(int subject, int visit, Collection<String> codes) {
        return present(codes).anyMatch(records -> records.at(subject, key(visit)) != ComponentRecords.NONE
                && records.at(subject, key(visit)) == records.flagged(subject));
    }

    /// Whether a subject has baseline records of some components, all of them outside of the scheduled visits.
    public boolean hasUnscheduledBaseline(int subject, Collection<String> codes) {
        return present(codes).anyMatch(records -> records.flagged(subject) != ComponentRecords.NONE)
                && IntStream.range(0, visits.size()).noneMatch(visit -> isBaselineRecord(subject, visit, codes));
    }

    /// The last date of a subject's components at a visit, in days since 1970-01-01; [DatasetDates#ABSENT] for none.
    public int epochDay(int subject, int visit, Collection<String> codes) {
        return present(codes).mapToInt(records -> records.epochDay(records.at(subject, key(visit)))).max()
                .orElse(DatasetDates.ABSENT);
    }

    /// How values of some components of a subject at a visit were imputed, each way once.
    public Set<String> imputations(int subject, int visit, Collection<String> codes) {
        return present(codes).map(records -> records.imputation(records.at(subject, key(visit)))).filter(way -> !way.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ComponentRecords> present(Collection<String> codes) {
        return codes.stream().flatMap(code -> Optional.ofNullable(components.get(code)).stream());
    }

    private String key(int visit) {
        return visits.get(visit).name.key();
    }

    private LupusVisit visit(ToIntFunction<ComponentRecords> row) {
        List<ItemAnswer> answers = new ArrayList<>();
        for (Sledai2k.Item item : Sledai2k.ITEMS) {
            ComponentRecords records = components.get(item.parameter());
            answers.add(records == null ? ItemAnswer.MISSING : records.answer(row.applyAsInt(records), item.weight()));
        }
        Map<BilagSystem, BilagGrade> grades = new EnumMap<>(BilagSystem.class);
        for (BilagSystem system : BilagSystem.values()) {
            Optional.ofNullable(components.get(system.parameter()))
                    .flatMap(records -> grade(records, row.applyAsInt(records)))
                    .ifPresent(grade -> grades.put(system, grade));
        }
        Map<LupusSign, Boolean> signs = new EnumMap<>(LupusSign.class);
        for (LupusSign sign : LupusSign.values()) {
            ComponentRecords records = components.get(sign.parameter());
            Boolean answer = records == null ? null : records.yes(row.applyAsInt(records));
            if (answer != null) {
                signs.put(sign, answer);
            }
        }
        return new LupusVisit(number(Sledai2k.TOTAL, row), number(Sledai2k.CLINICAL, row), new SledaiItems(answers),
                new Bilag2004(grades), pga(number(PGA, row)), dose(number(PREDNISOLONE, row)), signs);
    }

    private static Optional<BilagGrade> grade(ComponentRecords records, int row) {
        BigDecimal number = records.number(row);
        return BilagGrade.of(records.text(row), number == null ? Double.NaN : number.doubleValue());
    }

    private @Nullable BigDecimal number(String code, ToIntFunction<ComponentRecords> row) {
        ComponentRecords records = components.get(code);
        return records == null ? null : records.number(row.applyAsInt(records));
    }

    /// The scale on which the physician's global assessment was collected.
    AssessmentScale assessmentScale() {
        return assessmentScale;
    }

    /// On the scale from 0 to 3; null for what lies outside of the scale.
    private @Nullable BigDecimal pga(@Nullable BigDecimal collected) {
        BigDecimal scale = BigDecimal.valueOf(assessmentScale.highest());
        if (collected == null || collected.signum() < 0 || collected.compareTo(scale) > 0) {
            return null;
        }
        // 3, 10 and 100 divide into decimals
        return collected.multiply(PGA_HIGHEST).divide(scale);
    }

    /// The unit of the dose of prednisolone.
    SteroidUnit steroidUnit() {
        return steroidUnit;
    }

    /// In mg/day; null for what is below 0.
    private @Nullable BigDecimal dose(@Nullable BigDecimal dose) {
        return dose == null || dose.signum() < 0 ? null : steroidUnit.aDay(dose);
    }

    /// The signs that the study records.
    Set<LupusSign> assessed() {
        return Stream.of(LupusSign.values()).filter(sign -> has(sign.parameter())).collect(Collectors.toUnmodifiableSet());
    }
}
