package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Values taken after the first dose at a visit and time point that also has the subject's baseline: a table by visit shows the
/// baseline there and has no row for them.
public final class ValuesAfterDose implements Rule {

    private static final int NAMED = 5;
    private static final List<String> PLACE = List.of("PARAMCD", "AVISIT", "AVISITN", "ATPT", "BASETYPE");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Optional<Dataset> dataset = data.dataset(name).filter(d -> d.has("ADTM") && data.adsl().has("TRTSDTM"));
            Optional<ExaminedDataset> examined = ExaminedDataset.of(data, name);
            if (dataset.isPresent() && examined.isPresent()) {
                check(examined.get(), dataset.get(), BdsRecords.of(data, dataset.get()), findings);
            }
        }
    }

    private record At(int subject, List<String> place) {}

    private static void check(ExaminedDataset examined, Dataset dataset, BdsRecords records, Consumer<Finding> findings) {
        List<Column> place = PLACE.stream().flatMap(name -> dataset.column(name).stream()).toList();
        List<Column> values = List.of("AVAL", "AVALC").stream().flatMap(name -> dataset.column(name).stream()).toList();
        List<Integer> after = new ArrayList<>();
        for (int row = 0; row < dataset.rows(); row++) {
            int at = row;
            if (examined.subjects().of(row) >= 0 && records.isAfterDose(row).orElse(false) && records.counts(row)
                    && values.stream().anyMatch(value -> !value.isMissing(at))) {
                after.add(row);
            }
        }
        if (after.isEmpty()) {
            return;
        }
        Set<At> baselines = new HashSet<>();
        for (int row = records.nextBaseline(0); row >= 0; row = records.nextBaseline(row + 1)) {
            baselines.add(at(examined, place, row));
        }
        List<Integer> hidden = after.stream().filter(row -> baselines.contains(at(examined, place, row))).toList();
        Set<String> codes = new TreeSet<>();
        hidden.forEach(row -> dataset.column("PARAMCD").ifPresent(code -> codes.add(ValueText.text(code, row))));
        int count = hidden.size();
        if (count > 0) {
            String many = count == 1 ? "1 value" : count + " values";
            findings.accept(examined.in(Finding.warning("VALUE_AFTER_DOSE", "has " + many
                    + " taken after the first dose at the visit of the subject's baseline, whose row shows the baseline: no row of"
                    + " that visit has " + (count == 1 ? "it" : "them") + "; tables of any time after baseline count "
                    + (count == 1 ? "it" : "them"))
                    .of(examined.named("PARAMCD"))
                    .value(String.join(", ", codes.stream().limit(NAMED).toList()) + (codes.size() > NAMED ? ", …" : ""))
                    .remedy("give what was taken after the dose a visit or a time point of its own (AVISIT, ATPT)")));
        }
    }

    private static At at(ExaminedDataset examined, List<Column> place, int row) {
        return new At(examined.subjects().of(row), place.stream().map(column -> ValueText.text(column, row)).toList());
    }
}
