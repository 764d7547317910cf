package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.VisitName;

/// Whether a parameter has one assessment a subject, not one a visit: no record with a value has a visit, or some have none and
/// no subject has more than one record with a
/// value.
public final class SingleAssessment {

    private SingleAssessment() {}

    public static boolean isOne(BdsParameter parameter) {
        BitSet rows = rows(parameter);
        int without = withoutVisit(parameter);
        return without > 0
                && (without == rows.cardinality() || parameter.records().subjectsOf(rows).cardinality() == rows.cardinality());
    }

    /// The records with a value.
    public static BitSet rows(BdsParameter parameter) {
        BitSet rows = new BitSet();
        parameter.rows().stream().filter(AnalysisValue.valued(parameter.records())).forEach(rows::set);
        return rows;
    }

    /// How many records with a value have no visit.
    public static int withoutVisit(BdsParameter parameter) {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> name = records.field("AVISIT");
        Optional<JoinedColumn> number = records.field("AVISITN");
        IntPredicate without = row -> name.filter(f -> !f.isMissing(row)).or(() -> number.filter(f -> !f.isMissing(row)))
                .isEmpty() || name.filter(f -> new VisitName(f.text(row)).isOfSeveral()).isPresent();
        return (int) rows(parameter).stream().filter(without).count();
    }
}
