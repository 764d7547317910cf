package org.tabularium.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabularium.study.settings.StudySettings;

/// Finds a study's name for a thing that the shells know by ours.
///
/// The order is: study.yaml's mapping, then our own name, then the aliases every study may use without saying so.
public final class NameMapping {

    private static final Map<String, List<String>> VARIABLE_ALIASES = Map.ofEntries(
            Map.entry("EOSSTT", List.of("DCDECOD")),
            Map.entry("DCSREAS", List.of("DCREASCD")),
            Map.entry("AREL", List.of("AEREL")),
            // Events that are collected apart, as clinical events, may be a part of those that tables of events read.
            Map.entry("AEDECOD", List.of("CEDECOD")),
            Map.entry("AETERM", List.of("CETERM")),
            Map.entry("AESTDTC", List.of("CESTDTC")),
            Map.entry("AEENDTC", List.of("CEENDTC")),
            Map.entry("AEBODSYS", List.of("AESOC", "CEBODSYS", "CESOC")),
            Map.entry("MHBODSYS", List.of("MHSOC")),
            Map.entry("AESEV", List.of("ASEV", "CESEV")),
            // SDTM's supplemental flag, and ADaM's numeric companion.
            Map.entry("TRTEMFL", List.of("AETRTEM", "TRTEMFN")),
            Map.entry("ATOXGR", List.of("AETOXGR", "CETOXGR")),
            Map.entry("ATOXGRN", List.of("AETOXGRN")),
            Map.entry("DISDUR", List.of("DURDIS")),
            Map.entry("AEDLTFL", List.of("DLTFL")),
            // ADaM's numeric companions of flags hold 1 and 0.
            Map.entry("ENRLFL", List.of("ENRLFN")),
            Map.entry("ITTFL", List.of("ITTFN")),
            Map.entry("FASFL", List.of("FASFN")),
            Map.entry("SAFFL", List.of("SAFFN")),
            Map.entry("EFFFL", List.of("EFFFN")),
            Map.entry("PPROTFL", List.of("PPROTFN")),
            // The date is a part of a datetime.
            Map.entry("TRTSDT", List.of("TRTSDTM")),
            Map.entry("TRTEDT", List.of("TRTEDTM")),
            Map.entry("ASTDT", List.of("ASTDTM")),
            Map.entry("AENDT", List.of("AENDTM")),
            Map.entry("ADT", List.of("ADTM")),
            Map.entry("RANDDT", List.of("RANDDTM")),
            Map.entry("INFDT", List.of("INFDTM")),
            Map.entry("EOSDT", List.of("EOSDTM")),
            Map.entry("DTHDT", List.of("DTHDTM")),
            Map.entry("LSTALVDT", List.of("LSTALVDTM")),
            Map.entry("TRT01P", List.of("TRTP")),
            Map.entry("TRT01A", List.of("TRTA")));

    private static final Map<String, List<String>> DATASET_ALIASES = Map.of("ADIE", List.of("IE"), "ADEFF", List.of("ADRS"));

    private static final String RELATIONSHIP = "AREL";

    private final StudySettings settings;

    public NameMapping(StudySettings settings) {
        this.settings = settings;
    }

    /// The study's name of a variable of ours, among those a dataset has.
    ///
    /// @param ours upper case
    /// @param present the dataset's variables, upper case
    public Optional<String> variable(String ours, Set<String> present) {
        List<String> several = several(ours, present);
        if (!several.isEmpty()) {
            return Optional.of(several.getFirst());
        }
        String mapped = settings.variables().get(ours);
        if (mapped != null && present.contains(mapped)) {
            return Optional.of(mapped);
        }
        if (present.contains(ours)) {
            return Optional.of(ours);
        }
        return firstOf(VARIABLE_ALIASES.getOrDefault(ours, List.of()), present);
    }

    /// Our names of variables that a study may have under other names without saying so.
    public static Set<String> aliased() {
        return VARIABLE_ALIASES.keySet();
    }

    /// The other names that a variable of ours may have without study.yaml saying so, the likeliest first.
    public static List<String> aliases(String ours) {
        return VARIABLE_ALIASES.getOrDefault(ours, List.of());
    }

    /// The variables that together are one of ours, which is the relationship of events to several treatments alone
    /// (`relatedness-of` of study.yaml); empty where one variable is it.
    ///
    /// @param ours upper case
    /// @param present the dataset's variables, upper case
    public List<String> several(String ours, Set<String> present) {
        return ours.equals(RELATIONSHIP)
                ? settings.records().relatednessOf().stream().filter(present::contains).toList()
                : List.of();
    }

    /// The study's datasets behind a dataset of ours: those of study.yaml, else the one of this name, else an alias.
    ///
    /// @param present the study's datasets, upper case
    public List<String> datasets(String ours, Set<String> present) {
        List<String> mapped = new ArrayList<>(settings.datasets().getOrDefault(ours, List.of()));
        mapped.retainAll(present);
        if (!mapped.isEmpty()) {
            return List.copyOf(mapped);
        }
        if (present.contains(ours)) {
            return List.of(ours);
        }
        return firstOf(DATASET_ALIASES.getOrDefault(ours, List.of()), present).map(List::of).orElse(List.of());
    }

    private static Optional<String> firstOf(List<String> names, Set<String> present) {
        for (String name : names) {
            if (present.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /// The study's PARAMCD for one of ours.
    public String parameter(String ours) {
        return settings.parameters().getOrDefault(ours, ours);
    }
}
