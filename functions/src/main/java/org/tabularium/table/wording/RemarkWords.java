package org.tabularium.table.wording;

import org.tabularium.result.ComparisonRemark;
import org.tabularium.result.DoseRemark;
import org.tabularium.result.EfficacyRemark;
import org.tabularium.result.EventRemark;
import org.tabularium.result.LaboratoryRemark;
import org.tabularium.result.PopulationRemark;
import org.tabularium.result.RecordRemark;
import org.tabularium.result.Remark;
import org.tabularium.result.SubjectRemark;

/// The sentence of each remark, a class a family.
public final class RemarkWords {

    private final PrintedNames names;

    public RemarkWords(PrintedNames names) {
        this.names = names;
    }

    /// A footnote.
    public String of(Remark remark) {
        return switch (remark) {
            case PopulationRemark population -> PopulationWords.of(population, names);
            case ComparisonRemark comparison -> ComparisonWords.of(comparison, names);
            case EventRemark event -> EventWords.of(event, names);
            case DoseRemark dose -> DoseWords.of(dose, names);
            case SubjectRemark subject -> SubjectWords.of(subject, names);
            case LaboratoryRemark laboratory -> LaboratoryWords.of(laboratory, names);
            case EfficacyRemark efficacy -> EfficacyWords.of(efficacy, names);
            case RecordRemark record -> RecordWords.of(record);
            case Remark.Within(String variable, String level, Remark of) ->
                "Subgroup " + names.ofVariable(variable) + " = " + names.ofLevel(variable, level) + ": " + of(of);
        };
    }
}
