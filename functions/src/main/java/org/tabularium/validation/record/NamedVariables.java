package org.tabularium.validation.record;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.RecordSettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.validation.rule.Rule;
import org.tabularium.yaml.NearestWord;

/// The variables by which study.yaml says which records count (`flags`, `day-zero`) are there: a name that nothing has would change every number in silence.
public final class NamedVariables implements Rule {

    @Override
    public void ask(Study study, RequestedColumns demand) {
        // headers tell
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Study study = data.study();
        RecordSettings records = data.settings().records();
        String zero = records.dayZero();
        if (zero != null && !study.has(Study.ADSL, zero)) {
            findings.accept(absent(study, Study.ADSL, zero, "day-zero"));
        }
        for (String dataset : records.flags().keySet()) {
            if (study.has(dataset) && records.namesFlag(dataset)) {
                String flag = records.flag(dataset).orElseThrow();
                if (!study.has(dataset, flag)) {
                    findings.accept(absent(study, dataset, flag, "flags"));
                }
            }
        }
    }

    private static Finding absent(Study study, String dataset, String variable, String key) {
        String near = NearestWord.of(variable, study.variables(dataset)).map(word -> "; did you mean " + word + "?").orElse("");
        return Finding
                .error("VARIABLE_UNKNOWN", "`" + key + "` names " + variable + ", which " + dataset + " does not have" + near)
                .in(StudyYaml.FILE);
    }
}
