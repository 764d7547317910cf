package org.tabularium.endpoint.toxicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Gives events of cytokine release syndrome and ICANS in ADAE that come without a grade the one that their components give by
/// the ASTCT consensus.
///
/// A grade of the study's own, in whichever variable, is never changed; none is derived where `scales` of study.yaml names
/// another scale for the toxicity.
public final class AstctGrades {

    /// The grade of the ASTCT consensus.
    public static final String GRADE = "ASTCTGR";

    /// How a grade was derived: one of the marks below; blank for one that was delivered.
    public static final String DERIVED = "ASTCTDFL";

    /// Every component was recorded.
    public static final String WHOLLY = "Y";

    /// The worst of the components recorded; others, which might give a higher grade, were not.
    public static final String PARTLY = "P";

    /// No grade, for want of a component.
    public static final String NOT = "N";

    /// No grade, since study.yaml names another scale, which these components do not give.
    public static final String OTHER_SCALE = "S";

    private static final String EVENTS = "ADAE";

    /// What names the ASTCT consensus: its society, or its paper.
    private static final List<String> NAMES = List.of("ASTCT", "LEE 2019");

    /// Variables that a grade may be in.
    public static final List<String> GRADES = List.of(GRADE, "ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN");

    /// What is read of ADAE for it, beside the grades.
    public static final List<String> VARIABLES = Stream
            .concat(AstctComponents.COMPONENTS.stream(), Stream.of("AEDECOD", "AESDTH", "AEOUT"))
            .toList();

    private AstctGrades() {}

    /// Takes the grades of 0 away that the consensus gives to events of which it knows nothing: that a rash was no cytokine
    /// release syndrome is no grade of the rash.
    ///
    /// @param grades of each event by ASTCTGR; −1 for none
    public static void withoutZerosOfOthers(int[] grades, Dataset events) {
        Column term = events.column("AEDECOD").orElse(null);
        for (int row = 0; row < grades.length && term != null; row++) {
            if (grades[row] == 0 && CellToxicity.of(ValueText.text(term, row)).isEmpty()) {
                grades[row] = -1;
            }
        }
    }

    /// The data with the derived grades; the same where there are no components.
    public static StudyData addTo(StudyData data) {
        Dataset events = data.dataset(EVENTS).orElse(null);
        if (events == null || !new AstctComponents(events).isThere()) {
            return data;
        }
        AstctComponents components = new AstctComponents(events);
        List<Column> given = GRADES.stream().flatMap(variable -> events.column(variable).stream()).toList();
        List<String> grades = new ArrayList<>();
        List<String> derived = new ArrayList<>();
        for (int row = 0; row < events.rows(); row++) {
            int at = row;
            String own = events.column(GRADE).map(column -> ValueText.text(column, at)).orElse("");
            boolean without = components.isGraded(row) && given.stream().allMatch(column -> column.isMissing(at));
            boolean other = isOther(data.settings().scales().get(components.toxicity(row)));
            AstctComponents.Graded graded = without && !other ? components.grade(row) : null;
            OptionalInt grade = graded == null ? OptionalInt.empty() : graded.grade();
            grades.add(grade.isPresent() ? Integer.toString(grade.getAsInt()) : own);
            derived.add(graded == null ? notDerived(without) : mark(graded));
        }
        if (derived.stream().allMatch(String::isEmpty)) {
            return data;
        }
        List<Column> columns = new ArrayList<>(
                events.columns().stream().filter(c -> !c.variable().name().equals(GRADE)).toList());
        columns.add(TextColumn.of(new Variable(GRADE, "ASTCT Grade", Kind.TEXT, ""), grades));
        columns.add(TextColumn.of(new Variable(DERIVED, "", Kind.TEXT, ""), derived));
        return data.with(EVENTS, events.withColumns(columns));
    }

    /// Whether a scale that study.yaml names is another.
    private static boolean isOther(@Nullable String scale) {
        return scale != null && NAMES.stream().noneMatch(scale.toUpperCase(Locale.ROOT)::contains);
    }

    private static String notDerived(boolean without) {
        return without ? OTHER_SCALE : "";
    }

    private static String mark(AstctComponents.Graded graded) {
        if (graded.grade().isEmpty()) {
            return NOT;
        }
        return graded.missing().isEmpty() ? WHOLLY : PARTLY;
    }
}
