package org.tabularium.study;

import java.util.List;
import java.util.Optional;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.define.DefineXml;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;

/// Which file of a study's folder defines its datasets: the one that `define` in study.yaml names, else define.xml, in any letter
/// case; of two that differ in letter case only the one whose name comes first.
final class DefiningFile {

    private DefiningFile() {}

    static Optional<StudySnapshot.File> of(StudySnapshot snapshot, StudySettings settings, Findings findings) {
        String named = settings.define();
        String wanted = named == null ? DefineXml.FILE : named;
        Optional<StudySnapshot.File> file = snapshot.files().stream().filter(f -> f.name().equalsIgnoreCase(wanted)).findFirst();
        if (file.isEmpty() && named != null) {
            List<String> there = snapshot.files().stream().map(StudySnapshot.File::name).filter(DefineXml::isDefinition).toList();
            findings.add(Finding.warning("SETTING_UNMET", "is not in the study's folder").in(StudyYaml.FILE).of("define")
                    .value(named)
                    .remedy(there.isEmpty()
                            ? "remove the line, or deliver the file"
                            : "write " + String.join(" or ", there) + ", if that is meant"));
        }
        return file;
    }
}
