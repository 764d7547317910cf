package org.tabularium.endpoint.lupus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.PlacedVisit;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords;

/// Finds the components of the endpoints in whatever BDS dataset they are.
///
/// Records count, and are baseline, as in every table ([BdsRecords]): those with a value, of subjects in ADSL; unscheduled visits
/// are passed over.
public final class ComponentReader {

    /// Datasets that hold something else and would only be read for nothing.
    private static final Set<String> PASSED_OVER = Set.of("ADLB", "ADEX", "ADTTE", "ADVS");

    private final StudyData data;
    private final List<String> codes;
    private final Map<String, ComponentRecords> found = new LinkedHashMap<>();
    private final Map<String, DerivationObstacle> twice = new TreeMap<>();
    private final Map<String, VisitStatistics> visits = new LinkedHashMap<>();

    public ComponentReader(StudyData data, List<String> codes) {
        this.data = data;
        this.codes = codes;
    }

    /// The datasets that may hold components.
    public static List<String> datasets(Study study) {
        return study.datasets().stream()
                .filter(name -> !PASSED_OVER.contains(name))
                .filter(name -> study.has(name, "PARAMCD") && study.has(name, "USUBJID"))
                .filter(name -> study.has(name, "AVISIT") || study.has(name, "AVISITN"))
                .toList();
    }

    /// What was counted of a visit over all components.
    public static final class VisitStatistics {
        final VisitName name;
        private double number = Double.NaN;
        private int rows;
        private int flagged;

        VisitStatistics(VisitName name) {
            this.name = name;
        }

        private void add(double visitNumber, boolean baseline) {
            rows++;
            flagged += baseline ? 1 : 0;
            if (!Double.isNaN(visitNumber)) {
                number = Double.isNaN(number) ? visitNumber : Math.min(number, visitNumber);
            }
        }

        double number() {
            return number;
        }

        boolean isBaseline() {
            return name.isBaseline() || 2 * flagged > rows;
        }

        PlacedVisit placed() {
            return new PlacedVisit(name, number, isBaseline());
        }
    }

    public LupusRecords read() {
        for (String name : datasets(data.study())) {
            data.dataset(name).ifPresent(dataset -> read(name, dataset));
        }
        return new LupusRecords(data, found, twice, List.copyOf(visits.values()));
    }

    private void read(String name, Dataset dataset) {
        if (!(dataset.column("PARAMCD").orElse(null) instanceof TextColumn parameters)) {
            return;
        }
        Map<String, String> ours = new HashMap<>();
        codes.forEach(code -> ours.put(data.study().names().parameter(code), code));
        List<@Nullable String> byCode = new ArrayList<>();
        parameters.dictionary().forEach(theirs -> byCode.add(ours.get(theirs.strip())));
        if (byCode.stream().allMatch(code -> code == null)) {
            return;
        }
        Rows rows = new Rows(name, dataset, parameters, byCode);
        rows.found.forEach((code, records) -> {
            ComponentRecords other = found.putIfAbsent(code, records);
            if (other != null) {
                twice.put(code, new DerivationObstacle.InTwoDatasets(code, other.datasetName(), name));
            }
        });
    }

    /// One dataset's rows of components.
    private final class Rows {
        private final Map<String, ComponentRecords> found = new LinkedHashMap<>();
        private final Dataset dataset;
        private final @Nullable Column visit;
        private final @Nullable Column visitNumber;
        private final Map<String, String> keys = new HashMap<>();

        Rows(String name, Dataset dataset, TextColumn parameters, List<@Nullable String> byCode) {
            this.dataset = dataset;
            this.visit = dataset.column("AVISIT").orElse(null);
            this.visitNumber = dataset.column("AVISITN").orElse(null);
            RowSubjects subjects = data.subjects(name);
            BdsRecords known = BdsRecords.of(data, dataset);
            for (int row = 0; row < dataset.rows(); row++) {
                String code = byCode.get(parameters.code(row));
                int subject = code == null ? StudyData.UNKNOWN : subjects.of(row);
                if (code != null && subject != StudyData.UNKNOWN) {
                    ComponentRecords records = found.computeIfAbsent(
                            code, c -> new ComponentRecords(c, dataset, data.subjectCount()));
                    if (known.counts(row) && hasValue(row)) {
                        records.add(subject, key(row, known.isBaseline(row)), known.isBaseline(row), row);
                    }
                }
            }
        }

        private boolean hasValue(int row) {
            return dataset.column("AVAL").filter(c -> !c.isMissing(row)).isPresent()
                    || dataset.column("AVALC").filter(c -> !c.isMissing(row)).isPresent();
        }

        /// The key of the row's scheduled visit, which is counted; empty for none.
        private String key(int row, boolean baseline) {
            String number = visitNumber == null ? "" : ValueText.text(visitNumber, row);
            String written = visit == null ? "" : ValueText.text(visit, row);
            String name = written.isEmpty() && !number.isEmpty() ? VisitName.numbered(number).written() : written;
            String key = keys.computeIfAbsent(name, n -> {
                VisitName visitName = new VisitName(n);
                return n.isEmpty() || visitName.isUnscheduled() ? "" : visitName.key();
            });
            if (!key.isEmpty()) {
                double of = visitNumber instanceof NumericColumn numbers ? numbers.value(row) : Double.NaN;
                visits.computeIfAbsent(key, k -> new VisitStatistics(new VisitName(name))).add(of, baseline);
            }
            return key;
        }
    }
}
