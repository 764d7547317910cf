package org.tabularium.validation.score;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A record whose result is there as a number (AVALC is "4", or the result of SDTM that it was made of, LBSTRESN, is 4) has that
/// number (AVAL): tables of numbers leave out a record without one, as if nothing had been measured. So has a record without any
/// result of which a change, a grade or a level was derived.
///
/// A parameter in which most such records have none is not one of numbers, and not looked at.
public final class ValuesLeftBlank implements Rule {

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+(\\.\\d+)?\\s*");
    private static final Pattern RESULT = Pattern.compile("[A-Z]{2}STRESN");
    /// What is derived of a result.
    private static final List<String> DERIVED = List.of("CHG", "PCHG", "ATOXGR", "ANRIND");
    private static final Finding PATTERN = Finding.warning("VALUE_BLANK", "")
            .remedy("give AVAL, or leave the result out too where the record is not to count");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL")) {
                requested.ask(name, Stream.concat(Stream.of("PARAMCD", "AVAL", "AVALC"), results(study, name)).toList());
                requested.ask(name, DERIVED);
            }
        }
    }

    private static Stream<String> results(Study study, String name) {
        return study.variables(name).stream().filter(RESULT.asMatchPredicate());
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL").filter(NumericColumn::mayBeMissing);
            if (code.isPresent() && value.isPresent()) {
                dataset.text("AVALC").ifPresent(text -> check(dataset, code.get(), value.get(), "AVALC",
                        ExaminedDataset.where(text, NUMBER.asMatchPredicate()), row -> text.value(row).strip(), findings));
                List<String> results = results(data.study(), dataset.name()).toList();
                results.forEach(
                        result -> dataset.number(result).ifPresent(number -> check(dataset, code.get(), value.get(), result,
                                row -> !number.isMissing(row), row -> ValueText.number(number.value(row)), findings)));
                derived(dataset, code.get(), value.get(), findings);
            }
        }
    }

    /// The first of the variables that tells.
    private static void derived(ExaminedDataset dataset, TextColumn code, NumericColumn value, Consumer<Finding> findings) {
        IntPredicate unsaid = dataset.column("AVALC").<IntPredicate>map(text -> text::isMissing).orElse(_ -> true);
        for (String variable : DERIVED) {
            Column column = dataset.column(variable).orElse(null);
            if (column != null && !among(value.missing(), column.missing()).isEmpty()) {
                check(dataset, code, value, variable,
                        row -> !column.isMissing(row) && (!value.isMissing(row) || unsaid.test(row)),
                        row -> ValueText.text(column, row), findings);
            }
        }
    }

    /// Those of some rows that are not among others.
    private static BitSet among(BitSet rows, BitSet others) {
        BitSet among = (BitSet) rows.clone();
        among.andNot(others);
        return among;
    }

    private static void check(ExaminedDataset dataset, TextColumn code, NumericColumn value, String variable, IntPredicate says,
            IntFunction<String> what, Consumer<Finding> findings) {
        boolean derived = DERIVED.contains(variable);
        int[] balance = new int[code.dictionary().size()];
        boolean any = false;
        for (int row = 0; row < dataset.rows(); row++) {
            boolean blank = value.isMissing(row) && says.test(row);
            any |= blank;
            if (blank || !value.isMissing(row)) {
                balance[code.code(row)] += blank ? -1 : 1;
            }
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(variable), findings)) {
            for (int row = 0; row < dataset.rows() && any; row++) {
                if (value.isMissing(row) && says.test(row) && balance[code.code(row)] > 0) {
                    rows.add(row, what,
                            at -> (derived ? "is derived of a result of " : "is a result of ") + code.value(at).strip()
                                    + " that has no number (" + dataset.named("AVAL") + "); "
                                    + (derived
                                            ? "values leave the record out, and changes, grades and levels do not"
                                            : "tables of numbers leave the record out"));
                }
            }
        }
    }
}
