package org.tabularium.validation.structure;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.KnownVariables;
import org.tabularium.validation.rule.Rule;

/// What tables calculate with is numeric, and what they filter by is text. A variable without any value has no type that could be
/// wrong.
public final class VariableTypes implements Rule {

    private static final List<String> SUBJECT_NUMBERS = List.of("AGE", "WEIGHTBL", "TRT01PN", "TRT01AN");
    private static final List<String> EVENT_NUMBERS = List.of("ASTDY", "AENDY");
    /// Orders visits, which their names do as well.
    private static final String VISIT_NUMBER = "AVISITN";

    private static final List<String> PARAMETER_NUMBERS = List.of("AVAL", "BASE", "CHG", "AVISITN", "CNSR");
    private static final List<String> PARAMETER_TEXTS = List.of("USUBJID", "PARAMCD", "ANL01FL", "ABLFL");
    private static final List<String> EVENT_TEXTS = List.of("USUBJID", "TRTEMFL", "AESER", "AESDTH", "AEDLTFL");

    private final Set<String> read;

    /// The rule for one run.
    ///
    /// @param read our names of the datasets that tables of this run read: elsewhere a wrong type harms nobody and is a warning
    public VariableTypes(Set<String> read) {
        this.read = Set.copyOf(read);
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.names(study)) {
            requested.ask(name, numbers(study, name));
            requested.ask(name, texts(study, name));
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(study))) {
            for (String variable : numbers(study, dataset.name())) {
                dataset.text(variable).ifPresent(text -> requireNumber(dataset, text, findings));
            }
            for (String variable : texts(study, dataset.name())) {
                dataset.number(variable).ifPresent(number -> requireText(dataset, number, findings));
            }
        }
    }

    private static List<String> numbers(Study study, String dataset) {
        return choose(study, dataset, SUBJECT_NUMBERS, PARAMETER_NUMBERS, EVENT_NUMBERS, List.of());
    }

    private static List<String> texts(Study study, String dataset) {
        List<String> subject = Stream.concat(KnownVariables.POPULATION_FLAGS.stream(), Stream.of("SCRFFL", "DTHFL")).toList();
        return choose(study, dataset, subject, PARAMETER_TEXTS, EVENT_TEXTS, List.of("USUBJID"));
    }

    private static List<String> choose(
            Study study, String dataset, List<String> subject, List<String> parameter, List<String> event, List<String> other) {
        if (dataset.equals(Study.ADSL)) {
            return subject;
        }
        if (study.has(dataset, "PARAMCD")) {
            return parameter;
        }
        return ExaminedDataset.withEvents(study).contains(dataset) ? event : other;
    }

    private void requireNumber(ExaminedDataset dataset, TextColumn text, Consumer<Finding> findings) {
        int filled = firstFilled(text);
        if (filled < 0) {
            return;
        }
        if (text.variable().name().equalsIgnoreCase(dataset.named(VISIT_NUMBER))) {
            findings.accept(dataset.in(Finding.warning("WRONG_TYPE",
                    "is text; a number was expected; visits stand in the order of their names and days")
                    .of(dataset.named(VISIT_NUMBER)).remedy("deliver the variable as numeric")));
            return;
        }
        int worst = firstWithoutNumber(text);
        Finding finding = wrong(dataset, "is text; a number was expected")
                .of(dataset.named(text.variable().name()))
                .remedy("deliver the variable as numeric");
        findings.accept(worst < 0 ? dataset.in(finding) : dataset.at(worst, finding.value(text.value(worst).strip())));
    }

    private void requireText(ExaminedDataset dataset, NumericColumn number, Consumer<Finding> findings) {
        if (firstFilled(number) >= 0) {
            String variable = number.variable().name();
            String expected = variable.endsWith("FL") || variable.startsWith("AES") ? "Y or N" : "text";
            findings.accept(dataset.in(wrong(dataset, "is numeric; " + expected + " was expected")
                    .of(dataset.named(variable))
                    .remedy("deliver the variable as character")));
        }
    }

    private Finding wrong(ExaminedDataset dataset, String message) {
        return dataset.name().equals(Study.ADSL) || read.contains(dataset.name())
                ? Finding.error("WRONG_TYPE", message)
                : Finding.warning("WRONG_TYPE", message + "; no table of this run reads the dataset");
    }

    private static int firstFilled(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return row;
            }
        }
        return -1;
    }

    private static int firstWithoutNumber(TextColumn text) {
        var offending = ExaminedDataset.where(text,
                value -> !value.isEmpty() && !value.matches("[+-]?\\d*\\.?\\d+(?:[eE][+-]?\\d+)?"));
        for (int row = 0; row < text.size(); row++) {
            if (offending.test(row)) {
                return row;
            }
        }
        return -1;
    }
}
