package org.tabularium.report;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.analysis.Analyses;
import org.tabularium.edition.EditionShells;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.ReportPlan.Planned;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.run.DisplayStatus;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Edition;
import org.tabularium.shell.Shell;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.study.StudyData;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.TableLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.wording.ObstacleWords;

/// Which displays are made, and why not the others.
final class DisplayStatuses {

    private DisplayStatuses() {}

    /// Which displays a study gives, and why not the others; draws nothing.
    static List<DisplayStatus> of(ReportInputs inputs) throws RejectedException {
        StudyData data = inputs.usable();
        HouseStyle style = HouseStyle.named(inputs.settings().style());
        List<DisplayStatus> statuses = new ArrayList<>();
        for (Planned planned : inputs.plan().tables(data)) {
            try {
                TableResults computed = Computed.compute(planned, data, style, EditionShells.of(Edition.FULL, 0));
                Shell shell = planned.shell();
                String title = TableLayout.title(shell, computed.placeholders(), inputs.settings());
                statuses.add(new DisplayStatus(kind(shell), shell.name(), shell.number(), title, null, planned.requested()));
            } catch (NotProducedException e) {
                statuses.add(notProduced(data, planned, e.obstacle()));
            }
        }
        addUnknown(inputs.plan(), data, statuses);
        return statuses;
    }

    /// What shells declare, without any study.
    static List<DisplayStatus> ofShells(ShellCatalog catalog) {
        return catalog.ids().stream()
                .map(catalog::shell)
                .map(s -> new DisplayStatus(kind(s), s.name(), s.number(), s.plainTitle(), null, false))
                .toList();
    }

    /// Of a display that cannot be made, with the reason and what may help.
    static DisplayStatus notProduced(StudyData data, Planned planned, Obstacle obstacle) {
        Shell shell = planned.shell();
        return new DisplayStatus(kind(shell), shell.name(), shell.number(), shell.plainTitle(),
                ObstacleWords.of(obstacle, Analyses.advice(data, shell, obstacle)), planned.requested());
    }

    /// Of a display that was asked for and that an edition cannot show; why not is a matter of the full edition.
    static DisplayStatus unmade(Shell shell) {
        return new DisplayStatus(kind(shell), shell.name(), shell.number(), shell.plainTitle(),
                "it could not be made of what this edition may show; the full edition tells the reason", true);
    }

    /// What a shell declares.
    static Display.Kind kind(Shell shell) {
        if (shell.figure().isPresent()) {
            return Display.Kind.FIGURE;
        }
        if (shell.text().isPresent()) {
            return Display.Kind.TEXT;
        }
        return shell.isListing() ? Display.Kind.LISTING : Display.Kind.TABLE;
    }

    /// What was asked for by name and the study has not.
    static void addUnknown(ReportPlan plan, StudyData data, List<DisplayStatus> statuses) {
        plan.unknown(plan.tables(data))
                .forEach(name -> statuses
                        .add(new DisplayStatus(Display.Kind.TABLE, name, "", name, "the study has no such table", true)));
    }

    /// What was asked for by name and the edition does not show. Why it does not is a matter of the full edition.
    static void addNotOfEdition(ReportOptions options, List<DisplayStatus> statuses) {
        options.tables().stream()
                .filter(name -> statuses.stream().noneMatch(s -> s.name().equals(name) || s.name().startsWith(name + "-")))
                .forEach(name -> statuses.add(new DisplayStatus(Display.Kind.TABLE, name, "", name,
                        "it is no part of the " + options.edition().word() + " edition", true)));
    }
}
