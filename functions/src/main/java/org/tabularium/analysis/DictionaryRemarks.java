package org.tabularium.analysis;

import java.util.List;
import java.util.Map;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.ResultRow;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;

/// Which dictionary the terms of a table are from, where study.yaml does not say it and the data do: lowest level terms, high
/// level terms and their codes are those of MedDRA (SDTMIG), preferred terms and classes may be another's.
final class DictionaryRemarks {

    private static final String DICTIONARY = "MedDRA";
    private static final Map<String, List<String>> OWN = Map.of(
            "ADAE", List.of("AELLT", "AELLTCD", "AEPTCD", "AEHLT", "AEHLTCD", "AEHLGT", "AEHLGTCD"),
            "ADMH", List.of("MHLLT", "MHLLTCD", "MHPTCD", "MHHLT", "MHHLTCD", "MHHLGT", "MHHLGTCD"));

    private DictionaryRemarks() {}

    static void add(StudyData data, Shell shell, TableBody body) {
        String dataset = shell.dataset();
        boolean known = OWN.getOrDefault(dataset, List.of()).stream().anyMatch(variable -> data.study().has(dataset, variable));
        boolean empty = body.rows.stream().allMatch(row -> row.kind() == ResultRow.Kind.MESSAGE);
        if (known && !empty && !data.settings().dictionaries().containsKey(DICTIONARY)) {
            body.remarks.add(new RecordRemark.TermsOfMedDra(dataset.equals("ADMH")));
        }
    }
}
