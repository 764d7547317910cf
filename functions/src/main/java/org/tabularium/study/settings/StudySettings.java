package org.tabularium.study.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.yaml.YamlMap;

/// `study.yaml` with its defaults filled in.
///
/// @param study printed name
/// @param title printed title; empty for none
/// @param cutOff data cut-off; null where not given
/// @param treatment where the arms come from, their order and control
/// @param style house style: `regulatory`, `abstract` or `lancet`
/// @param quantile Hyndman-Fan type, 1 to 9
/// @param confidence of intervals, between 0 and 1
/// @param baseline variables of the baseline table; empty for the default ones
/// @param tables what to make, in order; empty for every table whose inputs are there
/// @param variables our name of a variable → the study's, both in capital letters
/// @param datasets our name of a dataset → the study's datasets, all in capital letters
/// @param sheets the study's name of a dataset → the sheet of its workbook
/// @param parameters our PARAMCD → the study's
/// @param values variable → name of a set → its values
/// @param scales grading scales named in titles and footnotes, e.g. CRS → ASTCT 2019
/// @param dictionaries coding dictionaries → version
/// @param define the file that defines the datasets; null for the usual one
/// @param dlt how dose-limiting toxicities are looked for
/// @param endpoints thresholds of composite endpoints
/// @param records which records count
/// @param display printed words
/// @param page what stands on every page
/// @param disclosure what may leave the sponsor
/// @param text the file's text as it is; empty where there is no file
public record StudySettings(
        String study,
        String title,
        @Nullable LocalDate cutOff,
        TreatmentSettings treatment,
        String style,
        int quantile,
        double confidence,
        List<String> baseline,
        List<TableRequest> tables,
        Map<String, String> variables,
        Map<String, List<String>> datasets,
        Map<String, String> sheets,
        Map<String, String> parameters,
        Map<String, Map<String, List<String>>> values,
        Map<String, String> scales,
        Map<String, String> dictionaries,
        @Nullable String define,
        DoseEscalation dlt,
        EndpointSettings endpoints,
        RecordSettings records,
        DisplaySettings display,
        PageSettings page,
        DisclosureSettings disclosure,
        String text) {

    /// Whether subject identifiers are shown in what leaves the sponsor.
    public boolean identifiers() {
        return disclosure.identifiers();
    }

    /// The same settings in another house style.
    ///
    /// @param other null for the study's own
    public StudySettings withStyle(@Nullable String other) {
        return other == null ? this : with(other, dictionaries, disclosure);
    }

    /// The same settings for a report that names no subject.
    public StudySettings withoutIdentifiers() {
        return with(style, dictionaries, new DisclosureSettings(false, disclosure.smallestCount()));
    }

    /// The same settings with these versions of dictionaries.
    public StudySettings withDictionaries(Map<String, String> versions) {
        return with(style, versions, disclosure);
    }

    private StudySettings with(String otherStyle, Map<String, String> versions, DisclosureSettings otherDisclosure) {
        return new StudySettings(
                study, title, cutOff, treatment, otherStyle, quantile, confidence, baseline, tables, variables, datasets, sheets,
                parameters, values, scales, versions, define, dlt, endpoints, records, display, page, otherDisclosure, text);
    }

    /// An entry of `tables:`.
    ///
    /// @param id of the shell
    /// @param parameters the entry's map; empty for none
    public record TableRequest(String id, YamlMap parameters) {}
}
