package org.tabularium.validation.define;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.FlagCoding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.define.CodeList;
import org.tabularium.study.define.DefinedVariable;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A variable has no values but those that define.xml lists for it. Missing values are no values; letter case counts; numbers are
/// compared as numbers; a flag of 1 and 0 or of Yes and No, which is read as Y and N, has the values of its list then.
public final class DefinedCodes implements Rule {

    private static final int NAMED = 6;
    private static final Set<String> ANSWERS = Set.of("Y", "N", "U", "NA");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        WholeDatasets.names(study).forEach(name -> requested.ask(name,
                listed(study, name).stream().map(DefinedVariable::name).toList()));
    }

    /// The variables for which define.xml lists values, by their own names.
    private static List<DefinedVariable> listed(Study study, String name) {
        return WholeDatasets.definition(study, name).stream().flatMap(defined -> defined.variables().values().stream())
                .filter(variable -> !variable.codes().isEmpty() && study.variables(name).contains(variable.name())).toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, WholeDatasets.names(data.study())).forEach(dataset -> listed(data.study(), dataset.name())
                .forEach(variable -> dataset.column(variable.name())
                        .ifPresent(column -> check(data, dataset, column, variable.codes(), findings))));
    }

    private static void check(StudyData data, ExaminedDataset dataset, Column column, CodeList codes,
            Consumer<Finding> findings) {
        String file = data.study().definition().file();
        Finding pattern = Finding.warning("DEFINE_CODES", "is no value that " + file + " lists: " + words(codes))
                .of(column.variable().name()).remedy("correct the data, or add the value to the list");
        IntPredicate outside = outside(column, codes);
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (!column.isMissing(row) && outside.test(row)) {
                    rows.add(row, at -> ValueText.text(column, at));
                }
            }
        }
    }

    private static IntPredicate outside(Column column, CodeList codes) {
        Set<String> answers = FlagCoding.isFlag(column.variable().name())
                ? codes.codes().stream().flatMap(code -> FlagCoding.answer(code.value()).stream()).collect(Collectors.toSet())
                : Set.of();
        return switch (column) {
            case TextColumn text -> ExaminedDataset.where(text,
                    value -> !value.isEmpty() && !codes.has(value) && !answers.contains(value));
            case NumericColumn number -> row -> !codes.has(ValueText.text(number, row));
        };
    }

    /// "Y (Yes), N (No)"; of an answer only what it is.
    private static String words(CodeList codes) {
        List<CodeList.Code> all = codes.codes();
        boolean answers = all.stream().map(CodeList.Code::value).allMatch(ANSWERS::contains);
        String first = all.stream().limit(NAMED).map(code -> answers || code.decode().isEmpty()
                || code.decode().equalsIgnoreCase(code.value()) ? code.value() : code.value() + " (" + code.decode() + ")")
                .collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
    }
}
