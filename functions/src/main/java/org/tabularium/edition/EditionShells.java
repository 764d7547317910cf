package org.tabularium.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.shell.Edition;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.DeclaredValues;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.shell.rows.Prose;

/// Which displays an edition may have, and how they are declared in it. Both are lists of what may be shown: a display of a kind
/// that nobody thought of is in the full edition alone.
///
/// - The public edition has displays that count and summarise: no listings, case series, narratives, swimmers, waterfalls and
///   trajectories.
/// - The blinded edition has those of our own displays that say nothing of a dose or of what only one treatment does; all their
///   subjects stand in one column.
///
/// @param edition which is made
/// @param smallestCount counts below it are not shown; 0 shows all
/// @param oneColumn whether all subjects stand in one column, in the blinded edition or since an arm is too small to be shown
public record EditionShells(Edition edition, int smallestCount, boolean oneColumn) {

    private static final Set<Class<? extends DeclaredRows>> OF_MANY = Set.of(DeclaredSubjects.Summary.class,
            DeclaredSubjects.Categories.class, DeclaredSubjects.Flags.class, DeclaredEvents.Subjects.class,
            DeclaredEvents.Nest.class,
            DeclaredEvents.Grades.class, DeclaredVisits.Change.class, DeclaredResponses.Attainment.class,
            DeclaredVisits.Shift.class,
            DeclaredVisits.Thresholds.class, DeclaredResponses.Criteria.class, DeclaredValues.Transition.class,
            DeclaredResponses.Response.class, DeclaredModels.TimeToEvent.class, DeclaredModels.Ancova.class,
            DeclaredModels.Mmrm.class,
            DeclaredModels.Cmh.class,
            DeclaredEvents.Dlt.class, DeclaredSubjects.Eligibility.class, DeclaredSubjects.Exposure.class, Prose.class,
            DeclaredFigure.Km.class, DeclaredFigure.Course.class, DeclaredFigure.Flow.class, DeclaredFigure.Forest.class,
            DeclaredFigure.AeProfile.class);

    /// What cannot be without columns of arms.
    private static final Set<Class<? extends DeclaredRows>> BETWEEN_ARMS = Set.of(DeclaredModels.Ancova.class,
            DeclaredModels.Mmrm.class,
            DeclaredModels.Cmh.class, DeclaredEvents.Dlt.class, DeclaredFigure.Flow.class, DeclaredFigure.Forest.class,
            DeclaredFigure.AeProfile.class);

    /// What would add up, compare, or draw one by one subjects that a table does not show.
    private static final Set<Class<? extends DeclaredRows>> OF_ALL_COUNTS = Set.of(Prose.class,
            DeclaredFigure.Km.class, DeclaredFigure.Forest.class, DeclaredFigure.AeProfile.class);

    private static final Set<String> BLINDED = Set.of("baseline", "disposition", "populations", "eligibility", "follow-up",
            "ae-overview", "ae-soc-pt", "ae-grade", "ae-serious", "ae-common", "ae-related", "deaths", "infections", "lab-shift",
            "lab-change", "response", "first-response", "sustained-response", "change", "bilag", "renal-response", "steroid",
            "time-to-event", "km", "vital-signs", "ecg", "medications", "medical-history", "deviations", "enrolment",
            "ae-discontinuation", "ae-severity-relationship");

    /// The edition of a report as it is asked for.
    public static EditionShells of(Edition edition, int smallestCount) {
        return new EditionShells(edition, edition.isFull() ? 0 : smallestCount, edition == Edition.BLINDED);
    }

    /// The same with all subjects in one column.
    public EditionShells inOneColumn() {
        return new EditionShells(edition, smallestCount, true);
    }

    /// A display's declaration in the edition; empty where the edition does not have it.
    public Optional<Shell> of(Shell shell) {
        if (edition.isFull()) {
            return Optional.of(shell);
        }
        return mayBeShown(shell) ? Optional.of(narrowed(shell)) : Optional.empty();
    }

    private boolean mayBeShown(Shell shell) {
        return (edition != Edition.BLINDED || BLINDED.contains(shell.id())) && shell.rows().stream().map(DeclaredRows::getClass)
                .allMatch(kind -> OF_MANY.contains(kind) && !(oneColumn && BETWEEN_ARMS.contains(kind))
                        && !(smallestCount > 0 && OF_ALL_COUNTS.contains(kind))
                        && !(edition == Edition.BLINDED && kind == Prose.class));
    }

    private Shell narrowed(Shell shell) {
        Shell narrowed = shell.withRows(shell.rows().stream().map(EditionShells::withoutExtremes).toList());
        return oneColumn ? narrowed.inOneColumn() : narrowed;
    }

    private static DeclaredRows withoutExtremes(DeclaredRows rows) {
        if (rows instanceof DeclaredSubjects.Summary summary) {
            return new DeclaredSubjects.Summary(summary.variables(), withoutExtremes(summary.statistics()), summary.missing(),
                    summary.where(), summary.groups());
        }
        return rows;
    }

    /// What a table computes of itself, without least and greatest values: those are values that one subject has.
    public HouseDefaults of(HouseDefaults defaults) {
        return edition.isFull()
                ? defaults
                : new HouseDefaults(withoutExtremes(defaults.continuous()), withoutExtremes(defaults.byVisit()),
                        defaults.yesOnly());
    }

    /// A median with its range becomes one with its quartiles.
    private static List<String> withoutExtremes(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String word : lines) {
            SummaryLine line = SummaryLine.of(word);
            if (line == SummaryLine.Several.MEDIAN_MIN_MAX) {
                kept.add(SummaryLine.Several.MEDIAN_Q1_Q3.word());
            } else
                if (Stream.of(Statistic.MIN, Statistic.MAX, Statistic.RANGE, Statistic.PERCENTILE)
                        .noneMatch(line.statistics()::contains)) {
                            kept.add(word);
                        }
        }
        return kept.stream().distinct().toList();
    }
}
