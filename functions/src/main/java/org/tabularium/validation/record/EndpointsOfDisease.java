package org.tabularium.validation.record;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Who is in no denominator of an endpoint of lupus, because nobody of the level has the instrument that it is made of, or of
/// nephrotic syndrome, because the level names another disease and nobody of it has a value
/// ([EndpointSubjects]): somebody has to know, since a level whose values were forgotten looks the same.
public final class EndpointsOfDisease implements Rule {

    private static final List<String> DERIVED = List.of("SRI4", "SRI5", "SRI6", "SRI7", "SRI8", "BICLA", "LLDAS", "DORIS");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD"));
        requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT));
        EndpointSubjects.ask(study, requested);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Set<String> endpoints = new TreeSet<>();
        data.datasets().forEach(dataset -> dataset.column("PARAMCD").ifPresent(codes -> addEndpoints(codes, endpoints)));
        DERIVED.stream().filter(code -> data.derived(code).isPresent()).forEach(endpoints::add);
        Set<String> nephrotic = EndpointSubjects.nephrotic(data);
        if (endpoints.isEmpty() && nephrotic.isEmpty()) {
            return;
        }
        Arms arms = Arms.of(data, Shell.BY_TREATMENT, PopulationName.EFFICACY);
        if (!endpoints.isEmpty()) {
            tell(endpoints, EndpointSubjects.ofDisease(data, arms), "has SLEDAI-2K or whom study.yaml leaves out",
                    "endpoints: {of: …} in study.yaml names the levels that have the disease", findings);
        }
        if (!nephrotic.isEmpty()) {
            tell(nephrotic, EndpointSubjects.ofNephrotic(data, arms), "has a value of such an endpoint",
                    "deliver the values, if they have the disease", findings);
        }
    }

    /// @param nobody what nobody of the levels has
    private static void tell(Set<String> endpoints, EndpointSubjects subjects, String nobody, String remedy,
            Consumer<Finding> findings) {
        int count = subjects.outside().cardinality();
        if (count > 0) {
            findings.accept(Finding
                    .note("ENDPOINT_NOT_OF", String.join(", ", endpoints) + (endpoints.size() == 1 ? " is" : " are") + " not of "
                            + String.join(", ", subjects.levels()) + " (" + count + (count == 1 ? " subject" : " subjects")
                            + "), of whom nobody " + nobody + "; they are in no denominator of "
                            + (endpoints.size() == 1 ? "it" : "them"))
                    .remedy(remedy));
        }
    }

    private static void addEndpoints(Column codes, Set<String> endpoints) {
        List<String> dictionary = codes instanceof TextColumn text ? text.dictionary() : List.of();
        dictionary.stream().map(String::strip).filter(EndpointSubjects::isEndpoint).forEach(endpoints::add);
    }
}
