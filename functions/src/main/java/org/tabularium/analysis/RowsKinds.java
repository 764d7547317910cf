package org.tabularium.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.analysis.efficacy.AncovaRows;
import org.tabularium.analysis.efficacy.ChangeRows;
import org.tabularium.analysis.efficacy.CmhRows;
import org.tabularium.analysis.efficacy.ResponseRows;
import org.tabularium.analysis.efficacy.SurvivalCurves;
import org.tabularium.analysis.efficacy.TimeToEventRows;
import org.tabularium.analysis.figure.SwimmerLanes;
import org.tabularium.analysis.event.DltRows;
import org.tabularium.analysis.event.GradesRows;
import org.tabularium.analysis.event.NestRows;
import org.tabularium.analysis.event.SubjectsRows;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.laboratory.CriteriaRows;
import org.tabularium.analysis.laboratory.ShiftRows;
import org.tabularium.analysis.laboratory.ThresholdsRows;
import org.tabularium.analysis.laboratory.TransitionRows;
import org.tabularium.analysis.listing.ListingRows;
import org.tabularium.analysis.subject.CategoriesRows;
import org.tabularium.analysis.subject.EligibilityRows;
import org.tabularium.analysis.subject.ExposureRows;
import org.tabularium.analysis.subject.FlagsRows;
import org.tabularium.analysis.subject.SummaryRows;
import org.tabularium.shell.DeclaredRows;

/// Every kind of rows there is. A new kind is added here; nothing else of this room changes.
final class RowsKinds {

    static final List<RowsKind<?>> ALL = List.of(
            new SummaryRows(),
            new CategoriesRows(),
            new FlagsRows(),
            new EligibilityRows(),
            new ExposureRows(),
            new SubjectsRows(),
            new NestRows(),
            new GradesRows(),
            new DltRows(),
            new ShiftRows(),
            new ThresholdsRows(),
            new CriteriaRows(),
            new TransitionRows(),
            new ChangeRows(),
            new ResponseRows(),
            new TimeToEventRows(),
            new AncovaRows(),
            new CmhRows(),
            new ListingRows(),
            new SurvivalCurves(),
            new SwimmerLanes());

    private static final Map<Class<?>, RowsKind<?>> BY_DECLARATION = byDeclaration();

    private RowsKinds() {}

    /// @throws IllegalArgumentException for a declaration without a kind, which is a fault of the program
    @SuppressWarnings("unchecked") // a kind is found by the class that it declares
    static <R extends DeclaredRows> RowsKind<R> of(R rows) {
        RowsKind<?> kind = BY_DECLARATION.get(rows.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("no kind of rows is declared by " + rows.getClass().getSimpleName());
        }
        return (RowsKind<R>) kind;
    }

    private static Map<Class<?>, RowsKind<?>> byDeclaration() {
        Map<Class<?>, RowsKind<?>> kinds = new HashMap<>();
        ALL.forEach(kind -> kinds.put(kind.declared(), kind));
        return kinds;
    }
}
