package org.tabularium.selection.bds.laboratory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.endpoint.EstimatedGfr;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.ValueText;

/// The estimated glomerular filtration rate ([EstimatedGfr]), derived from creatinine where no dataset has it, by age, sex and
/// height of ADSL.
public final class DerivedGfr {

    /// Our PARAMCD.
    public static final String CODE = "EGFR";

    /// That of the creatinine it is derived from.
    public static final String CREATININE = "CREAT";

    /// What is read of ADSL.
    public static final List<String> OF_SUBJECT = List.of("AGE", "AGEU", "SEX", "HEIGHTBL", "TRTSDT");

    private static final double MICROMOLES_A_MILLIGRAM = 88.4;
    private static final Clauses DERIVED = Clauses.of(Criterion.EGFR_DERIVED);
    private static final String LABEL = "Estimated GFR (mL/min/1.73 m²)";

    /// What the dataset says of creatinine and not of what is derived from it.
    private static final List<String> HIDDEN = List.of("AVALC", "BASE", "CHG", "PCHG", "R2BASE", "ATOXGR", "BTOXGR", "ANRIND",
            "BNRIND", "ANRLO", "ANRHI");

    private DerivedGfr() {}

    /// The rate by the records of creatinine; missing where age, or a child's height or an adult's sex, is not known.
    ///
    /// @return empty where the unit of creatinine or every age is not known
    static Optional<BdsParameter> of(BdsParameter creatinine) {
        JoinedRecords records = creatinine.records();
        double factor = toMilligrams(LabGrades.unit(creatinine));
        Optional<NumericColumn> age = ofSubject(records, "AGE");
        Optional<NumericColumn> height = ofSubject(records, "HEIGHTBL");
        Optional<Column> sex = records.data().adsl().column("SEX");
        if (Double.isNaN(factor) || age.isEmpty()) {
            return Optional.empty();
        }
        Variable variable = new Variable("AVAL", "", Kind.NUMERIC, "");
        NumericColumn rate = NumericColumn.computed(variable, records.size(), row -> {
            int subject = records.subject(row);
            return subject < 0
                    ? Double.NaN
                    : EstimatedGfr.of(age.get().value(subject), height.map(h -> h.value(subject)).orElse(Double.NaN),
                            sex.map(s -> ValueText.text(s, subject)).orElse(""), factor * AnalysisValue.number(records, row));
        });
        Map<String, Optional<JoinedColumn>> more = new HashMap<>();
        HIDDEN.forEach(name -> more.put(name, Optional.empty()));
        more.put("AVAL", Optional.of(new JoinedColumn(rate, null)));
        return Optional.of(new BdsParameter(CODE, creatinine.theirs(), LABEL, creatinine.within(), records.with(more),
                creatinine.rows(),
                creatinine.every(), creatinine.clauses().and(DERIVED), creatinine.everyClauses().and(DERIVED),
                creatinine.remarks()));
    }

    private static Optional<NumericColumn> ofSubject(JoinedRecords records, String variable) {
        Optional<Column> column = records.data().adsl().column(variable);
        return column.filter(c -> c instanceof NumericColumn).map(c -> (NumericColumn) c);
    }

    /// What creatinine in a unit is to be multiplied with to be in mg/dL; NaN for a unit that is not known.
    private static double toMilligrams(String unit) {
        return switch (unit.strip().replace('µ', 'u').replace('μ', 'u').toLowerCase(Locale.ROOT)) {
            case "mg/dl" -> 1;
            case "umol/l" -> 1 / MICROMOLES_A_MILLIGRAM;
            default -> Double.NaN;
        };
    }
}
