package org.tabularium.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.endpoint.lupus.ComponentReader.VisitStatistics;
import org.tabularium.endpoint.lupus.EndpointDefinition.Judgement;
import org.tabularium.study.EndpointReasons;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The records of a derived parameter, in the layout of a BDS dataset, while they are made.
public final class DerivedRows {

    private static final String FLAG = "Y";

    private final String code;
    private final String label;
    private final Column subjects;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
    private final List<EndpointReasons> reasons = new ArrayList<>();
    private int rows;

    public DerivedRows(String code, String label, StudyData data) {
        this.code = code;
        this.label = label;
        this.subjects = data.adsl().column("USUBJID").orElseThrow();
        Stream.of("USUBJID", "PARAMCD", "PARAM", "AVISIT", "ADT", "AVALC", "ABLFL", "ANL01FL")
                .forEach(variable -> texts.put(variable, new ArrayList<>()));
        Stream.of("AVISITN", "AVAL").forEach(variable -> numbers.put(variable, new ArrayList<>()));
    }

    /// A record of a scheduled visit.
    ///
    /// @param day ISO 8601; empty for none
    /// @param baseline whether it is the subject's baseline record
    public void add(int subject, VisitStatistics visit, String day, Judgement judgement, boolean baseline) {
        add(subject, visit.name.written(), visit.number(), day, judgement, baseline);
    }

    /// A baseline record that belongs to no scheduled visit.
    public void addBaseline(int subject, Judgement judgement) {
        add(subject, "", Double.NaN, "", judgement, true);
    }

    private void add(int subject, String visit, double visitNumber, String day, Judgement judgement, boolean baseline) {
        rows++;
        BigDecimal value = judgement.value();
        text("USUBJID", ValueText.text(subjects, subject));
        text("PARAMCD", code);
        text("PARAM", label);
        text("AVISIT", visit);
        number("AVISITN", Double.isNaN(visitNumber) ? Missing.DOT : visitNumber);
        text("ADT", day);
        number("AVAL", value == null ? Missing.DOT : value.doubleValue());
        text("AVALC", value == null || !judgement.response() ? "" : word(value));
        text("ABLFL", baseline ? FLAG : "");
        text("ANL01FL", FLAG);
        reasons.add(judgement.reasons());
    }

    private static String word(BigDecimal response) {
        return response.signum() == 0 ? "N" : FLAG;
    }

    private void text(String variable, String value) {
        texts.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
    }

    private void number(String variable, double value) {
        numbers.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
    }

    /// Why a record is not met, or which component is missing, a row each.
    public List<EndpointReasons> reasons() {
        return List.copyOf(reasons);
    }

    public Dataset dataset(String name) {
        List<Column> columns = new ArrayList<>();
        texts.forEach((variable, values) -> columns.add(TextColumn.of(new Variable(variable, "", Kind.TEXT, ""), values)));
        numbers.forEach((variable, values) -> columns.add(new NumericColumn(
                new Variable(variable, "", Kind.NUMERIC, ""), values.stream().mapToDouble(Double::doubleValue).toArray())));
        return new Dataset(name, "", rows, columns);
    }
}
