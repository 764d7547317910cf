package org.tabularium.validation.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// All subjects are of one study, and the datasets of the study that ADSL is of: else an upload went wrong, or the analysis is a pooled one.
public final class StudyIdentifiers implements Rule {

    private static final String VARIABLE = "STUDYID";
    private static final int NAMED = 5;

    @Override
    public void ask(Study study, RequestedColumns demand) {
        ExaminedDataset.names(study).forEach(name -> demand.ask(name, VARIABLE));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        List<String> studies = new ArrayList<>(values(adsl));
        if (studies.size() > 1) {
            String names = studies.stream().limit(NAMED).collect(Collectors.joining(", ")) + (studies.size() > NAMED ? ", …" : "");
            findings.accept(adsl.in(Finding.warning("SEVERAL_STUDIES",
                    "has " + studies.size() + " values (" + names + "); all their subjects are reported as one study")
                    .of(adsl.named(VARIABLE)).remedy("deliver one study, unless a pooled analysis is meant")));
        }
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            Set<String> others = values(dataset);
            studies.forEach(others::remove);
            if (!dataset.name().equals(Study.ADSL) && !studies.isEmpty() && !others.isEmpty()) {
                findings.accept(dataset.in(Finding.warning("OTHER_STUDY", "is of another study than ADSL's "
                        + studies.stream().limit(NAMED).collect(Collectors.joining(", ")))
                        .of(dataset.named(VARIABLE)).value(others.iterator().next())
                        .remedy("deliver the dataset of this study")));
            }
        }
    }

    private static Set<String> values(ExaminedDataset dataset) {
        Set<String> values = new TreeSet<>();
        dataset.text(VARIABLE).ifPresent(column -> {
            BitSet used = new BitSet();
            IntStream.range(0, column.size()).forEach(row -> used.set(column.code(row)));
            used.stream().mapToObj(code -> column.dictionary().get(code).strip()).filter(t -> !t.isEmpty()).forEach(values::add);
        });
        return values;
    }
}
