package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.TimeUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The unit of a time to an event is known: PARAM, AVALU or the label of study.yaml says it, and they do not contradict each
/// other.
public final class TimeUnits implements Rule {

    private static final String CODE = "TIME_UNIT";

    /// A unit, and where it is said.
    private record Said(TimeUnit unit, String where) {}

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR"))
                .forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVALU", "CNSR"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn censored = dataset.number("CNSR").orElse(null);
            TextColumn codes = dataset.text("PARAMCD").orElse(null);
            if (censored != null && codes != null) {
                units(data, dataset, codes, censored).forEach((code, said) -> check(data, dataset, code, said, findings));
            }
        }
    }

    private static void check(StudyData data, ExaminedDataset dataset, String code, List<Said> said, Consumer<Finding> findings) {
        if (isMixed(said, "PARAM") || isMixed(said, "AVALU")) {
            return; // values of two units, which PARAMETER_MIXED tells
        }
        Optional<String> unit = said.stream().map(one -> one.unit().word()).findFirst();
        if (said.stream().map(Said::unit).distinct().count() > 1) {
            findings.accept(finding(dataset, code, Finding.warning(CODE, "has times whose unit is said in several ways ("
                    + String.join(", ", said.stream().map(Said::where).toList()) + "); tables print none")
                    .remedy("correct PARAM or AVALU, or say which is right in study.yaml: tables: [time-to-event: {parameter: "
                            + code + ", unit: " + unit.orElseThrow() + "}], beside what else is to be made")));
        } else
            if (unit.isEmpty() && data.settings().tables().stream().noneMatch(table -> table.parameters().node().has("unit"))) {
                findings.accept(finding(dataset, code, Finding.note(CODE,
                        "has times without a unit in PARAM or AVALU; tables print none but where they name it")
                        .remedy("give AVALU, or name it in study.yaml: tables: [time-to-event: {parameter: " + code
                                + ", unit: days}], beside what else is to be made")));
            }
    }

    private static boolean isMixed(List<Said> said, String source) {
        return said.stream().filter(one -> one.where().startsWith(source + ":")).map(Said::unit).distinct().count() > 1;
    }

    private static Finding finding(ExaminedDataset dataset, String code, Finding finding) {
        return dataset.in(finding).of(dataset.named("PARAMCD")).value(code);
    }

    /// PARAMCD → what is said of its unit, each text once; of parameters that have CNSR, in alphabetical order.
    private static Map<String, List<Said>> units(StudyData data, ExaminedDataset dataset, TextColumn codes,
            NumericColumn censored) {
        Map<String, List<Said>> units = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        TextColumn label = dataset.text("PARAM").orElse(null);
        TextColumn given = dataset.text("AVALU").orElse(null);
        for (int row = 0; row < dataset.rows(); row++) {
            if (censored.isMissing(row) || codes.isMissing(row)) {
                continue;
            }
            String code = codes.value(row).strip();
            List<Said> said = units.computeIfAbsent(code, c -> new ArrayList<>());
            if (label != null && seen.add(codes.code(row) + " PARAM " + label.code(row))) {
                add(said, "PARAM", label.value(row).strip(), TimeUnit.ofLabel(label.value(row)));
            }
            if (given != null && seen.add(codes.code(row) + " AVALU " + given.code(row))) {
                add(said, "AVALU", given.value(row).strip(), TimeUnit.written(given.value(row)));
            }
        }
        units.forEach((code, said) -> data.settings().display().label(code)
                .ifPresent(text -> add(said, "labels", text, TimeUnit.ofLabel(text))));
        return units;
    }

    private static void add(List<Said> said, String source, String text, Optional<TimeUnit.Written> unit) {
        unit.ifPresent(of -> said.add(new Said(of.unit(), source + ": " + text)));
    }
}
