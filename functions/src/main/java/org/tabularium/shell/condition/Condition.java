package org.tabularium.shell.condition;

import java.util.List;

/// A filter as data: comparisons joined by and, or, not, like the where-clauses of CDISC ARS. In YAML:
///
///     where: {TRTEMFL: Y}                                   # equals; several keys of one map are joined by and
///     where: {AREL: [POSSIBLE, PROBABLE]}                   # one of
///     where: {ATOXGRN: {ge: 3}}                             # eq ne lt le gt ge in not-in missing is
///     where: {AREL: {is: related}}                          # a named set of values: study.yaml `values`, else the built-in one
///     where: {term: Cytokine release syndrome}              # AEDECOD, CQzzNAM or SMQzzNAM, in any letter case
///     where: {or: [{AESER: Y}, {not: {AEOUT: RECOVERED}}]}
///
/// A missing value satisfies only `missing: true`, `ne`, `not-in` and what `not` makes of the others.
public sealed interface Condition {

    /// How a value is compared.
    enum Comparator {
        EQ("="), NE("≠"), LT("<"), LE("≤"), GT(">"), GE("≥"), IN("in"), NOT_IN("not in");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        /// The comparator's name in CDISC ARS.
        public String ars() {
            return this == NOT_IN ? "NOTIN" : name();
        }

        /// The sign in the words of a filter.
        public String sign() {
            return sign;
        }
    }

    /// `variable comparator values`; one value but for IN and NOT_IN. Numbers are compared as numbers where the variable is
    /// numeric.
    record Compare(String variable, Comparator comparator, List<String> values) implements Condition {}

    /// The variable has no value (`missing` true) or has one.
    record Missing(String variable, boolean missing) implements Condition {}

    /// The variable's value is one of a named set, such as `related`.
    record Named(String variable, String set) implements Condition {}

    /// An adverse event term or a group of terms (CQzzNAM, SMQzzNAM), in any letter case.
    record Term(String name) implements Condition {}

    record And(List<Condition> conditions) implements Condition {}

    record Or(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}
}
