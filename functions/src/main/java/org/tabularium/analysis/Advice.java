package org.tabularium.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.obstacle.StudyYamlAdvice;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.laboratory.LabGrades;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.YesNo;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.yaml.NearestWord;

/// Which line of study.yaml would make a table that was not made, and which datasets, variables and parameters of the study look
/// like what it lacks.
final class Advice {

    /// Where a dataset has one of these it holds what the dataset of ours does, whatever it is called.
    private static final Map<String, List<String>> SIGNS = Map.of(
            "ADAE", List.of("AEDECOD", "AETERM"),
            "ADTTE", List.of("CNSR"),
            "ADIE", List.of("IETESTCD"),
            "ADMH", List.of("MHDECOD", "MHTERM"),
            "ADCM", List.of("CMDECOD", "CMTRT"),
            "ADDV", List.of("DVDECOD", "DVTERM"));
    /// Where a dataset has one of these parameters by visit it holds what the dataset of ours does.
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "ADVS", Set.of("SYSBP", "DIABP", "PULSE", "TEMP", "RESP", "WEIGHT"),
            "ADEG", Set.of("QTCF", "QTCB", "QT", "PR", "QRS", "EGHRMN"),
            "ADLB", Set.of("ALT", "AST", "BILI", "CREAT", "HGB", "WBC", "PLAT", "NEUT"));
    /// So short a code is another one where two of its letters are others.
    private static final int SHORT = 4;
    private static final String QUESTIONNAIRES = "ADQS";
    private static final String RESPONSES = "ADEFF";
    /// Names that say what a dataset holds.
    private static final Set<String> KNOWN = Set.of(Study.ADSL, "ADAE", "ADTTE", "ADIE", "ADMH", "ADCM", "ADDV", "ADLB", "ADQS",
            "ADEX", "ADEFF", "ADRS", "ADVS",
            "ADEG", "ADPC", "ADPP");

    private final Study study;
    private final StudyData data;
    private final Shell shell;

    private Advice(StudyData data, Shell shell) {
        this.study = data.study();
        this.data = data;
        this.shell = shell;
    }

    /// The line that would make a table.
    ///
    /// @return empty where no line of study.yaml would help
    static Optional<StudyYamlAdvice> of(StudyData data, Shell shell) {
        Advice advice = new Advice(data, shell);
        return advice.dataset().or(advice::variable).or(advice::parameters);
    }

    private Optional<StudyYamlAdvice> dataset() {
        String ours = shell.dataset();
        if (ours.isEmpty() || study.has(ours)) {
            return Optional.empty();
        }
        List<String> alike = alike(ours);
        boolean parts = !SIGNS.containsKey(ours) || alike.stream().allMatch(name -> name.startsWith(ours));
        if (!parts && alike.size() > 1) {
            return Optional.of(new StudyYamlAdvice.OneOfDatasets(ours, alike));
        }
        return Optional.of(alike.isEmpty()
                ? new StudyYamlAdvice.NameDataset(ours)
                : new StudyYamlAdvice.DatasetsAlike(ours, alike));
    }

    /// Datasets that hold what one of ours does by their variables; among those with parameters the ones whose names say so, else
    /// all whose names say nothing that we know.
    private List<String> alike(String ours) {
        List<String> signs = SIGNS.get(ours);
        List<String> others = study.datasets().stream().filter(name -> !KNOWN.contains(name)).toList();
        if (signs != null) {
            return others.stream().filter(name -> signs.stream().anyMatch(sign -> study.has(name, sign))).toList();
        }
        List<String> withParameters = others.stream().filter(name -> study.has(name, "PARAMCD")).toList();
        String kind = ours.startsWith("AD") ? ours.substring(2) : ours;
        List<String> named = withParameters.stream().filter(name -> name.contains(kind)).toList();
        if (named.isEmpty() && ours.equals(QUESTIONNAIRES)) {
            return withParameters;
        }
        Set<String> parameters = PARAMETERS.getOrDefault(ours, Set.of());
        Map<String, Set<String>> codes = named.isEmpty() ? codes() : Map.of();
        return named.isEmpty()
                ? withParameters.stream()
                        .filter(name -> codes.getOrDefault(name, Set.of()).stream().anyMatch(parameters::contains))
                        .toList()
                : named;
    }

    private Optional<StudyYamlAdvice> variable() {
        for (String required : TableRequirements.lacking(study, shell.requires())) {
            int dot = required.indexOf('.');
            if (dot > 0 && study.has(required.substring(0, dot))) {
                String ours = required.substring(dot + 1);
                List<String> relationships = study.variables(required.substring(0, dot)).stream()
                        .filter(RelationWords::areOfOneTreatment).sorted().toList();
                if (ours.equals("AREL") && relationships.size() > 1) {
                    return Optional.of(new StudyYamlAdvice.Relationships(relationships));
                }
                List<String> unknown = study.variables(required.substring(0, dot)).stream()
                        .filter(name -> AdamVariables.label(name).isEmpty()).toList();
                return Optional.of(NearestWord.of(ours, unknown)
                        .<StudyYamlAdvice>map(near -> new StudyYamlAdvice.VariableAlike(ours, near))
                        .orElseGet(() -> new StudyYamlAdvice.NameVariable(ours)));
            }
        }
        return Optional.empty();
    }

    private Optional<StudyYamlAdvice> parameters() {
        Map<String, Set<String>> codes = codes();
        if (shell.isOnePerParameter()) {
            boolean searched = TableRequirements.unmet(study, shell).isEmpty() && Analyses.parameters(data, shell).isEmpty();
            return searched ? ofOpenParameter(codes) : Optional.empty();
        }
        Set<String> wanted = new LinkedHashSet<>();
        shell.rows().forEach(rows -> wanted.addAll(rows.parameters()));
        if (wanted.isEmpty() || wanted.contains(DeclaredRows.ALL) || wanted.stream().anyMatch(code -> isThere(code, codes))) {
            return Optional.empty();
        }
        List<String> responses = shell.rows().stream().anyMatch(DeclaredResponses.Response.class::isInstance)
                ? responses(codes)
                : List.of();
        if (!responses.isEmpty()) {
            return Optional.of(new StudyYamlAdvice.DatasetsAlike(RESPONSES, responses));
        }
        List<String> all = codes.values().stream().flatMap(Set::stream).distinct().toList();
        for (String code : wanted) {
            Optional<String> near = NearestWord.of(code,
                    all.stream().filter(there -> !LabGrades.isAnotherTest(code, there)).toList(),
                    code.length() <= SHORT ? 1 : 2);
            if (near.isPresent()) {
                return Optional.of(new StudyYamlAdvice.ParameterAlike(code, near.get()));
            }
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new StudyYamlAdvice.NameParameter(wanted.iterator().next(), List.copyOf(codes.keySet())));
    }

    /// Datasets that are none of ours and whose values are all yes or no in words, where there is none of responses.
    private List<String> responses(Map<String, Set<String>> codes) {
        return study.has(RESPONSES)
                ? List.of()
                : codes.keySet().stream()
                        .filter(name -> !KNOWN.contains(name) && data.dataset(name).flatMap(d -> d.column("AVALC"))
                                .orElse(null) instanceof TextColumn words && isAnswered(words))
                        .toList();
    }

    private static boolean isAnswered(TextColumn words) {
        List<String> used = Arrays.stream(words.uses().used()).mapToObj(code -> words.dictionary().get(code).strip())
                .filter(word -> !word.isEmpty()).toList();
        return !used.isEmpty() && used.stream().allMatch(word -> YesNo.of(word).isPresent());
    }

    private boolean isThere(String code, Map<String, Set<String>> codes) {
        String theirs = study.names().parameter(code).toUpperCase(Locale.ROOT);
        return data.derived(code).isPresent() || codes.values().stream().anyMatch(of -> of.contains(theirs));
    }

    /// The first dataset whose name says nothing that we know, else the first, and its parameters: a figure of one is made where it
    /// is asked for by name.
    private Optional<StudyYamlAdvice> ofOpenParameter(Map<String, Set<String>> codes) {
        return codes.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst()
                .or(() -> codes.keySet().stream().findFirst())
                .map(name -> new StudyYamlAdvice.ParameterByName(shell.id(), name, List.copyOf(codes.get(name))));
    }

    /// The PARAMCDs of each dataset with parameters by visit.
    private Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (String dataset : BdsParameter.candidates(study, "")) {
            if (data.dataset(dataset).flatMap(d -> d.column("PARAMCD")).orElse(null) instanceof TextColumn parameter) {
                Set<String> of = new LinkedHashSet<>();
                parameter.dictionary().stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).filter(code -> !code.isEmpty())
                        .forEach(of::add);
                if (!of.isEmpty()) {
                    codes.put(dataset, of);
                }
            }
        }
        return codes;
    }
}
