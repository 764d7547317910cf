package org.tabularium.validation.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.endpoint.toxicity.AstctComponents;
import org.tabularium.study.Study;

/// The variables that the built-in tables read, by dataset.
public final class KnownVariables {

    /// Flags of ADSL that say who belongs to a population.
    public static final List<String> POPULATION_FLAGS = List.of("ENRLFL", "ITTFL", "FASFL", "SAFFL", "EFFFL", "PPROTFL", "INFFL",
            "DLTEVLFL");

    private static final List<String> ADSL = List.of(
            "STUDYID", "USUBJID", "SUBJID", "SITEID", "AGE", "AGEU", "AGEGR1", "AGEGR1N", "SEX", "RACE", "ETHNIC", "COUNTRY",
            "WEIGHTBL", "TRT01P", "TRT01PN", "TRT01A", "TRT01AN", "ARM", "ARMCD", "ARMNRS", "TRTSDT", "TRTEDT", "ENRLFL",
            "SCRFFL",
            "ITTFL", "FASFL", "SAFFL", "EFFFL", "PPROTFL", "INFFL", "DLTEVLFL", "EOSSTT", "DCSREAS", "DTHFL", "DTHDT", "DTHCAUS",
            "DISDUR", "KBIOPSY", "LDREG", "NPRIOR", "FUPDUR");
    private static final List<String> ADAE = List.of(
            "USUBJID", "AEBODSYS", "AEDECOD", "AETERM", "AESEV", "ATOXGR", "ATOXGRN", "ASTCTGR", "AESER", "AREL", "AEACN",
            "AEOUT",
            "AESDTH", "TRTEMFL", "ASTDT", "AENDT", "ASTDY", "AENDY", "AEDLTFL");
    private static final List<String> PARAMETERS = List.of(
            "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADT", "AVAL", "AVALC", "BASE", "CHG", "ABLFL", "ANL01FL");
    private static final Map<String, List<String>> OTHERS = Map.of(
            "ADTTE", List.of("USUBJID", "PARAMCD", "PARAM", "AVAL", "CNSR", "STARTDT", "ADT", "EVNTDESC"),
            "ADLB", List.of("ATOXGR", "BTOXGR", "ANRIND", "BNRIND"),
            "ADIE", List.of("USUBJID", "IECAT", "IETESTCD", "IETEST", "AVALC"));

    private KnownVariables() {}

    /// The variables that tables read in a dataset of ours; empty for one they know nothing of.
    public static Set<String> of(Study study, String dataset) {
        Stream<String> known = switch (dataset) {
            case "ADSL" -> ADSL.stream();
            case "ADAE" -> Stream.concat(ADAE.stream(), AstctComponents.COMPONENTS.stream());
            case "ADTTE", "ADIE" -> OTHERS.getOrDefault(dataset, List.of()).stream();
            default -> Stream.concat(
                    study.has(dataset, "PARAMCD") ? PARAMETERS.stream() : Stream.empty(),
                    OTHERS.getOrDefault(dataset, List.of()).stream());
        };
        return known.collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /// Every variable that tables read anywhere.
    public static Set<String> all() {
        return Stream.concat(
                Stream.of(ADSL, ADAE, AstctComponents.COMPONENTS, PARAMETERS).flatMap(List::stream),
                OTHERS.values().stream().flatMap(List::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The flags (Y, N or blank) among the variables that tables read in a dataset.
    public static List<String> flags(Study study, String dataset) {
        return of(study, dataset).stream()
                .filter(variable -> variable.endsWith("FL") || variable.equals("AESER") || variable.equals("AESDTH"))
                .toList();
    }
}
