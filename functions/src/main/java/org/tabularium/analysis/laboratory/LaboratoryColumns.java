package org.tabularium.analysis.laboratory;

import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.selection.bds.laboratory.DerivedGfr;
import org.tabularium.selection.bds.laboratory.LabGrades;
import org.tabularium.selection.bds.laboratory.RangeLevels;

/// What every kind of rows of this room may look at.
final class LaboratoryColumns {

    private static final List<String> RATIOS = List.of("R2ANRLO", "R2ANRHI");

    private LaboratoryColumns() {}

    static void ask(ColumnRequest request) {
        request.ofParameters();
        request.beside(ShiftAnalysis.READ);
        request.beside(LabGrades.READ);
        request.beside(RangeLevels.READ);
        request.beside(RATIOS);
        request.ofAdsl(DerivedGfr.OF_SUBJECT);
    }
}
