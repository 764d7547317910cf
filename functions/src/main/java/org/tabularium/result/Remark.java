package org.tabularium.result;

/// What a computation says of itself in a footnote, as data: which rule was followed, who is left out, what could not be told.
/// `table.wording`
/// makes the sentence.
public sealed interface Remark
        permits ComparisonRemark, DoseRemark, EfficacyRemark, EventRemark, LaboratoryRemark, PopulationRemark, RecordRemark,
        Remark.Within, SubjectRemark {

    /// A remark on one subgroup.
    ///
    /// @param variable of ADSL
    /// @param level of it
    record Within(String variable, String level, Remark remark) implements Remark {}
}
