package org.tabularium.endpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.EnumMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tabularium.study.MissingComponent;
import org.tabularium.study.EndpointComponent;
import org.tabularium.study.EndpointRule;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.lupus.AssessmentScale;
import org.tabularium.endpoint.lupus.ComponentReader;
import org.tabularium.endpoint.lupus.ComponentRecords;
import org.tabularium.endpoint.lupus.DerivedRows;
import org.tabularium.endpoint.lupus.EndpointDefinition.Judgement;
import org.tabularium.endpoint.lupus.EndpointDefinition;
import org.tabularium.endpoint.lupus.EndpointDefinitions;
import org.tabularium.endpoint.lupus.LupusRecords;
import org.tabularium.endpoint.lupus.MissingComponents;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.DayZero;

/// The front door of the derivation: adds to a study's data every endpoint that its components give, as parameters of their own
/// (docs/endpoints.md).
///
/// An endpoint that the study delivers is derived too, so that the two can be compared; tables use the delivered one.
public final class DerivedEndpoints {

    private DerivedEndpoints() {}

    /// Asks for the columns that the components may be in, before anything is read.
    public static void ask(Study study, RequestedColumns requested) {
        for (String dataset : ComponentReader.datasets(study)) {
            BdsRecords.ask(study, dataset, requested);
            requested.ask(dataset, AssessmentScale.VARIABLES);
            study.settings().records().flag(dataset).ifPresent(flag -> requested.ask(dataset, flag));
        }
        requested.ask(Study.ADSL, "WEIGHTBL");
        requested.ask(Study.ADSL, DayZero.VARIABLES);
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> requested.ask(Study.ADSL, day));
    }

    /// The data with the derived parameters, and with the grades of events that were derived.
    public static StudyData addTo(StudyData study) {
        StudyData data = AstctGrades.addTo(study);
        LupusRecords records = new ComponentReader(data, LupusRecords.CODES).read();
        return records.isEmpty()
                ? data
                : data.with(EndpointDefinitions.of(records).stream().map(definition -> derive(definition, records)).toList());
    }

    /// Which components the study lacks to derive an endpoint; empty where it has them all, or none of any
    /// endpoint.
    ///
    /// @param code our PARAMCD
    public static List<MissingComponent> missing(StudyData data, String code) {
        return MissingComponents.of(new ComponentReader(data, LupusRecords.CODES).read(), code);
    }

    private static DerivedParameter derive(EndpointDefinition definition, LupusRecords records) {
        DerivedRows rows = new DerivedRows(definition.code(), definition.label(), records.data());
        DerivationObstacle obstacle = records.obstacle(definition.components());
        Map<EndpointComponent, Integer> missing = new EnumMap<>(EndpointComponent.class);
        int without = 0;
        SortedMap<String, Integer> imputed = new TreeMap<>();
        int withImputed = 0;
        for (int visit = 0; visit < records.visits().size() && obstacle == null; visit++) {
            if (definition.afterBaseline() && !records.isAfterBaseline(visit)) {
                continue;
            }
            for (int subject = 0; subject < records.data().subjectCount(); subject++) {
                Judgement judgement = definition.judge().of(records, subject, visit).orElse(null);
                if (judgement != null) {
                    rows.add(subject, records.visits().get(visit), day(definition, records, subject, visit), judgement,
                            !definition.afterBaseline() && records.isBaselineRecord(subject, visit, definition.components()));
                    judgement.reasons().missing().forEach(component -> missing.merge(component, 1, Integer::sum));
                    without += judgement.reasons().missing().isEmpty() ? 0 : 1;
                    Set<String> ways = judgement.reasons().missing().isEmpty()
                            ? records.imputations(subject, visit, definition.components())
                            : Set.of();
                    ways.forEach(way -> imputed.merge(way, 1, Integer::sum));
                    withImputed += ways.isEmpty() ? 0 : 1;
                }
            }
        }
        if (!definition.afterBaseline() && obstacle == null) {
            addUnscheduledBaselines(definition, records, rows);
        }
        List<EndpointRule> remarks = new ArrayList<>(definition.remarks());
        if (withImputed > 0) {
            remarks.add(new EndpointRule.ImputedComponents(definition.label(), withImputed, imputed));
        }
        if (without > 0) {
            remarks.add(new EndpointRule.Missing(definition.label(), without, missing));
        }
        return new DerivedParameter(
                definition.code(),
                rows.dataset(records.datasetOf(definition.components())),
                rows.reasons(),
                definition.from(),
                List.copyOf(remarks),
                obstacle);
    }

    /// A score's baseline record that belongs to no scheduled visit.
    private static void addUnscheduledBaselines(EndpointDefinition definition, LupusRecords records, DerivedRows rows) {
        for (int subject = 0; subject < records.data().subjectCount(); subject++) {
            if (records.hasUnscheduledBaseline(subject, definition.components())) {
                Judgement judgement = definition.judge().of(records, subject, ComponentRecords.NONE).orElse(null);
                if (judgement != null) {
                    rows.addBaseline(subject, judgement);
                }
            }
        }
    }

    private static String day(EndpointDefinition definition, LupusRecords records, int subject, int visit) {
        int day = records.epochDay(subject, visit, definition.components());
        return day == DatasetDates.ABSENT ? "" : LocalDate.ofEpochDay(day).toString();
    }

}
