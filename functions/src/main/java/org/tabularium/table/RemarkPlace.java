package org.tabularium.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.DoseRemark;
import org.tabularium.result.EfficacyRemark;
import org.tabularium.result.EventRemark;
import org.tabularium.result.LaboratoryRemark;
import org.tabularium.result.RecordRemark;
import org.tabularium.result.Remark;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;

/// Which rows a remark explains: those of a name, or those of the parameters that it is of.
final class RemarkPlace {

    private static final Map<Class<? extends Remark>, RowName> ROWS = Map.ofEntries(
            Map.entry(EventRemark.Onset.class, RowName.ONSET),
            Map.entry(EventRemark.EpisodeDurations.class, RowName.DURATION),
            Map.entry(EventRemark.GradeZero.class, RowName.GRADE_ZERO_BY_COMPONENTS),
            Map.entry(EfficacyRemark.KaplanMeier.class, RowName.MEDIAN_TIME),
            Map.entry(EfficacyRemark.HazardRatios.class, RowName.HAZARD_RATIO),
            Map.entry(EfficacyRemark.NoHazardRatio.class, RowName.HAZARD_RATIO),
            Map.entry(EfficacyRemark.DoseResponse.class, RowName.DOSE_RESPONSE),
            Map.entry(EfficacyRemark.LeastSquares.class, RowName.LS_MEAN),
            Map.entry(DoseRemark.NoOrder.class, RowName.DECISION),
            Map.entry(DoseRemark.ThreePlusThree.class, RowName.DECISION),
            Map.entry(DoseRemark.Pending.class, RowName.IN_DLT_WINDOW),
            Map.entry(DoseRemark.EvaluableByWindow.class, RowName.DLT_EVALUABLE),
            Map.entry(DoseRemark.Percentages.class, RowName.DLT));

    private RemarkPlace() {}

    /// Whether a remark explains the row of this label.
    static boolean isAt(Remark remark, RowLabel label) {
        RowName name = ROWS.get(remark.getClass());
        return name == null ? parameters(remark).contains(parameter(label)) : name == name(label);
    }

    private static @Nullable RowName name(RowLabel label) {
        return switch (label) {
            case RowLabel.Named(RowName name) -> name;
            case RowLabel.WithInterval(RowName name, double _) -> name;
            case RowLabel.Against(RowName name, String _) -> name;
            case RowLabel.Holding(RowLabel of, RowLabel.Cells _) -> name(of);
            case RowLabel.Given _,RowLabel.OfVariable _,RowLabel.OfLevel _,RowLabel.OfGrade _,RowLabel.AtBaseline _,RowLabel.Shifted _,RowLabel.InDirection _,RowLabel.OfLine _,RowLabel.TimeToEvent _,RowLabel.AtTime _,RowLabel.DaysTo _,RowLabel.NothingFrequent _,RowLabel.Because _ ->
                null;
        };
    }

    /// The parameter, criterion or condition whose rows begin with this label; empty for none.
    private static String parameter(RowLabel label) {
        if (label instanceof RowLabel.InDirection(String of, var _)) {
            return of;
        }
        return label instanceof RowLabel.Given(String text) ? text : "";
    }

    private static List<String> parameters(Remark remark) {
        if (remark instanceof LaboratoryRemark laboratory) {
            return ofLaboratory(laboratory);
        }
        if (remark instanceof RecordRemark.AbsentVisit visit) {
            return List.of(visit.label());
        }
        if (remark instanceof RecordRemark.AbsentVisits visits) {
            return List.of(visits.label());
        }
        if (remark instanceof RecordRemark.Imputed imputed) {
            return List.of(imputed.label());
        }
        return remark instanceof EfficacyRemark efficacy ? ofEfficacy(efficacy) : List.of();
    }

    private static List<String> ofLaboratory(LaboratoryRemark remark) {
        if (remark instanceof LaboratoryRemark.CriterionPercentages of) {
            return List.of(of.label());
        }
        if (remark instanceof LaboratoryRemark.NotAssessed of) {
            return List.of(of.label());
        }
        if (remark instanceof LaboratoryRemark.DerivedGrades of) {
            return of.parameters();
        }
        return remark instanceof LaboratoryRemark.Undirected of
                ? of.parameters().stream().map(Map.Entry::getKey).toList()
                : List.of();
    }

    private static List<String> ofEfficacy(EfficacyRemark remark) {
        if (remark instanceof EfficacyRemark.NotOfEndpoint of) {
            return List.of(of.label());
        }
        if (remark instanceof EfficacyRemark.NoVisits of) {
            return List.of(of.label());
        }
        return remark instanceof EfficacyRemark.WithoutVisit of ? List.of(of.label()) : List.of();
    }
}
