package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.efficacy.ResponseAnalysis;
import org.tabularium.analysis.efficacy.TimeToEventAnalysis;
import org.tabularium.analysis.event.DltSubjects;
import org.tabularium.analysis.event.GivenTreatments;
import org.tabularium.analysis.frame.ObservationTime;
import org.tabularium.analysis.laboratory.ShiftAnalysis;
import org.tabularium.analysis.listing.ListingAnalysis;
import org.tabularium.analysis.subject.EligibilityAnalysis;
import org.tabularium.analysis.subject.FlagsAnalysis;
import org.tabularium.analysis.subject.SummaryAnalysis;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.DerivedGfr;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.selection.bds.LabGrades;
import org.tabularium.selection.bds.RangeLevels;
import org.tabularium.shell.Condition;
import org.tabularium.shell.DeclaredRows.Labelled;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.ListingColumn.Source;
import org.tabularium.shell.ListingColumn;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.records.CutOff;

/// What a table needs before anything is read: which variables it asks for, and why it cannot be made where they are not there.
public final class Needs {

    private static final String ADAE = "ADAE";
    private static final List<String> EVENT_DAYS = List.of("ASTDY", "AENDY", "ASTDT", "AENDT");

    private Needs() {}

    /// Asks for everything the table may look at.
    static void ask(Study study, Shell shell, RequestedColumns demand) {
        demand.ask(Study.ADSL, Population.VARIABLES);
        demand.ask(Study.ADSL, ScreenFailures.VARIABLES);
        Arms.variable(study, shell.by(), shell.population())
                .ifPresent(v -> demand.ask(Study.ADSL, List.of(v, Arms.companion(v))));
        String dataset = shell.dataset().isEmpty() ? Study.ADSL : shell.dataset();
        Set<String> variables = new LinkedHashSet<>(ConditionVariables.of(shell.where(), study));
        for (DeclaredRows block : shell.rows()) {
            switch (block) {
                case DeclaredRows.Summary summary -> {
                    for (String variable : SummaryAnalysis.variables(summary, study)) {
                        demand.ask(Study.ADSL, List.of(variable, Arms.companion(variable)));
                    }
                    demand.ask(Study.ADSL, "AGEU");
                    demand.ask(Study.ADSL, ConditionVariables.of(summary.where(), study));
                }
                case DeclaredRows.Categories categories ->
                    categories.levels().forEach(level -> demand.ask(Study.ADSL, ConditionVariables.of(level.where(), study)));
                case DeclaredRows.Flags flags -> demand.ask(Study.ADSL, FlagsAnalysis.variables(flags, study));
                case DeclaredRows.Subjects subjects -> variables.addAll(ConditionVariables.of(subjects.where(), study));
                case DeclaredRows.Nest nest -> {
                    variables.addAll(nest.variables());
                    if (nest.grades()) {
                        variables.addAll(EventGrades.READ);
                    }
                }
                case DeclaredRows.Grades grades -> {
                    variables.addAll(EventGrades.READ);
                    variables.add("AEDECOD");
                    variables.addAll(EVENT_DAYS);
                    grades.treatments().forEach(given -> variables.add(given.flag()));
                    if (!grades.treatments().isEmpty()) {
                        variables.addAll(GivenTreatments.TEXTS);
                    }
                    variables.addAll(EventGroups.variables(study));
                }
                case DeclaredRows.Change change -> {
                    askParameters(study, shell, demand);
                    askBeside(study, shell, List.of("PARAMN"), demand);
                }
                case DeclaredRows.Shift shift -> askLaboratory(study, shell, demand);
                case DeclaredRows.Thresholds thresholds -> {
                    askLaboratory(study, shell, demand);
                    askConditions(study, shell, thresholds.where(), thresholds.conditions(), demand);
                }
                case DeclaredRows.Criteria criteria -> {
                    askLaboratory(study, shell, demand);
                    List<Labelled> conditions = new ArrayList<>(criteria.conditions());
                    conditions.add(new Labelled("", criteria.among()));
                    askConditions(study, shell, criteria.where(), conditions, demand);
                }
                case DeclaredRows.Transition transition -> {
                    askLaboratory(study, shell, demand);
                    askConditions(study, shell, transition.where(), List.of(transition.from(), transition.to()), demand);
                }
                case DeclaredRows.Response response -> {
                    askParameters(study, shell, demand);
                    ResponseAnalysis.candidates(study, shell.dataset()).forEach(d -> BdsParameter.ask(study, d, demand));
                    EndpointSubjects.ask(study, demand);
                    CutOff.ask(study, demand);
                }
                case DeclaredRows.Ancova ancova -> {
                    askParameters(study, shell, demand);
                    List<String> used = new ArrayList<>(ancova.covariates());
                    if (ancova.dose() != null) {
                        used.add(ancova.dose());
                    }
                    askBeside(study, shell, used, demand);
                }
                case DeclaredRows.Cmh cmh -> {
                    askParameters(study, shell, demand);
                    askBeside(study, shell, cmh.strata(), demand);
                }
                case DeclaredRows.Dlt dlt -> {
                    variables.add(DltSubjects.TOXICITY);
                    demand.ask(Study.ADSL, DltSubjects.VARIABLES);
                }
                case DeclaredRows.Eligibility eligibility -> variables.addAll(EligibilityAnalysis.VARIABLES);
                case DeclaredRows.Exposure exposure -> BdsParameter.ask(study, dataset, demand);
                case DeclaredRows.TimeToEvent time -> {
                    for (String candidate : TimeToEventAnalysis.candidates(study, shell.dataset())) {
                        BdsParameter.ask(study, candidate, demand);
                        demand.ask(candidate, TimeToEventAnalysis.VARIABLES);
                        demand.ask(candidate, time.strata());
                        demand.ask(candidate, ConditionVariables.of(shell.where(), study));
                    }
                    demand.ask(Study.ADSL, time.strata());
                }
                case DeclaredRows.Listing listing -> {
                    variables.addAll(ListingAnalysis.variables(listing));
                    demand.ask(Study.ADSL, ListingAnalysis.variables(listing));
                    ListingAnalysis.variableOfArms(study, shell)
                            .ifPresent(v -> demand.ask(Study.ADSL, List.of(v, Arms.companion(v))));
                    askSources(listing, study, demand);
                }
            }
        }
        if (!shell.subgroups().isEmpty()) {
            demand.ask(Study.ADSL, shell.subgroups());
            shell.subgroups().forEach(v -> demand.ask(Study.ADSL, Arms.companion(v)));
        }
        if (shell.exposureAdjusted() != null) {
            demand.ask(Study.ADSL, ObservationTime.VARIABLES);
            variables.addAll(EVENT_DAYS);
        }
        demand.ask(dataset, variables);
        // A filter or a listing may look at the subject's variables too.
        demand.ask(Study.ADSL, variables);
    }

    private static void askParameters(Study study, Shell shell, RequestedColumns demand) {
        DerivedEndpoints.ask(study, demand);
        for (String dataset : BdsParameter.candidates(study, shell.dataset())) {
            BdsParameter.ask(study, dataset, demand);
            demand.ask(dataset, ConditionVariables.of(shell.where(), study));
        }
    }

    private static void askLaboratory(Study study, Shell shell, RequestedColumns demand) {
        askParameters(study, shell, demand);
        askBeside(study, shell, ShiftAnalysis.READ, demand);
        askBeside(study, shell, LabGrades.READ, demand);
        askBeside(study, shell, RangeLevels.READ, demand);
        demand.ask(Study.ADSL, DerivedGfr.OF_SUBJECT);
    }

    private static void askConditions(
            Study study, Shell shell, @Nullable Condition where, List<Labelled> conditions, RequestedColumns demand) {
        demand.ask(Study.ADSL, ConditionVariables.of(where, study));
        List<String> variables = ConditionVariables.named(conditions).stream().map(name -> name.substring(name.indexOf('.') + 1))
                .toList();
        askBeside(study, shell, variables, demand);
    }

    /// Why a table of parameters has no row.
    static String nothingOf(Shell shell) {
        Set<String> codes = new LinkedHashSet<>();
        for (DeclaredRows block : shell.rows()) {
            switch (block) {
                case DeclaredRows.Change change -> codes.addAll(change.parameters());
                case DeclaredRows.Shift shift -> codes.addAll(shift.parameters());
                case DeclaredRows.Thresholds thresholds -> codes.addAll(thresholds.parameters());
                case DeclaredRows.Criteria criteria -> codes.addAll(criteria.parameters());
                case DeclaredRows.Transition transition -> codes.addAll(transition.parameters());
                default -> {}
            }
        }
        String place = shell.dataset().isEmpty() ? "no dataset" : shell.dataset();
        return codes.contains(DeclaredRows.ALL)
                ? place + " has no parameter for this table"
                : place + (shell.dataset().isEmpty() ? " has the parameters " : " has none of ") + String.join(", ", codes);
    }

    /// Asks for variables that a parameter's dataset or ADSL may have.
    private static void askBeside(Study study, Shell shell, List<String> variables, RequestedColumns demand) {
        BdsParameter.candidates(study, shell.dataset()).forEach(dataset -> demand.ask(dataset, variables));
        demand.ask(Study.ADSL, variables);
    }

    private static void askSources(DeclaredRows.Listing listing, Study study, RequestedColumns demand) {
        for (ListingColumn column : listing.columns()) {
            switch (column.source()) {
                case Source.Score score -> {
                    DerivedEndpoints.ask(study, demand);
                    BdsParameter.candidates(study, "").forEach(d -> BdsParameter.ask(study, d, demand));
                }
                case Source.WorstGrade grade -> {
                    demand.ask(ADAE, EventGrades.READ);
                    demand.ask(ADAE, "AEDECOD", "TRTEMFL");
                    demand.ask(ADAE, EventGroups.variables(study));
                }
                case Source.Values values -> {}
                case Source.Treatment treatment -> {}
            }
        }
    }

    /// Why the table cannot be made, as far as the datasets' headers tell; empty where it can.
    static Optional<String> unmet(Study study, Shell shell) {
        if (!shell.dataset().isEmpty() && !study.has(shell.dataset())) {
            return Optional.of("the study has no " + shell.dataset());
        }
        Optional<String> columns = Arms.variable(study, shell.by(), shell.population());
        if (columns.isPresent() && !study.has(Study.ADSL, columns.get())) {
            return Optional.of("ADSL has no " + columns.get() + ", which is to give the columns");
        }
        Optional<String> subgroup = shell.subgroups().stream().filter(v -> !study.has(Study.ADSL, v)).findFirst();
        if (subgroup.isPresent()) {
            return Optional.of("ADSL has no " + subgroup.get() + ", which is to give the subgroups");
        }
        List<String> lacking = lacking(study, shell.requires());
        if (!lacking.isEmpty()) {
            return Optional.of("the study has no " + lacking.stream().collect(Collectors.joining(", ")));
        }
        boolean needsParameter = shell.rows().stream()
                .anyMatch(b -> b.hasParameters() && !(b instanceof DeclaredRows.TimeToEvent)
                        && !(b instanceof DeclaredRows.Response && !ResponseAnalysis.candidates(study, shell.dataset()).isEmpty()));
        if (needsParameter && BdsParameter.candidates(study, shell.dataset()).isEmpty()) {
            return Optional.of((shell.dataset().isEmpty() ? "no dataset" : shell.dataset() + " does not")
                    + (shell.dataset().isEmpty() ? " has" : " have") + " PARAMCD, AVISIT and AVAL or AVALC");
        }
        if (shell.rows().stream().anyMatch(b -> b instanceof DeclaredRows.TimeToEvent)
                && TimeToEventAnalysis.candidates(study, shell.dataset()).isEmpty()) {
            return Optional.of((shell.dataset().isEmpty() ? "no dataset has" : shell.dataset() + " does not have")
                    + " PARAMCD, AVAL and CNSR");
        }
        boolean summaries = !shell.rows().isEmpty()
                && shell.rows().stream().allMatch(b -> b instanceof DeclaredRows.Summary || b instanceof DeclaredRows.Flags);
        boolean something = shell.rows().stream()
                .anyMatch(b -> (b instanceof DeclaredRows.Summary s && !SummaryAnalysis.variables(s, study).isEmpty())
                        || (b instanceof DeclaredRows.Flags f && !FlagsAnalysis.variables(f, study).isEmpty()));
        return summaries && !something ? Optional.of("ADSL has none of the table's variables") : Optional.empty();
    }

    /// Those of some variables (`DATASET.VARIABLE`) and datasets (`DATASET`) that the study does not have.
    static List<String> lacking(Study study, List<String> required) {
        return required.stream().filter(r -> !has(study, r)).toList();
    }

    private static boolean has(Study study, String required) {
        int dot = required.indexOf('.');
        return dot < 0
                ? study.has(required)
                : study.has(required.substring(0, dot), required.substring(dot + 1));
    }
}
