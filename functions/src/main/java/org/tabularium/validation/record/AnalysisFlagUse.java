package org.tabularium.validation.record;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.AnalysisFlag;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The flag of analysis picks one record a subject, parameter and visit; where it marks something else ([AnalysisFlag]), tables
/// by visit use all records.
public final class AnalysisFlagUse implements Rule {

    private static final int NAMED = 5;
    private static final Pattern ANALYSIS_FLAG = Pattern.compile("ANL\\d{2}FL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").stream()
                .filter(d -> study.settings().records().flag(d).filter(flag -> study.has(d, flag)).isPresent())
                .forEach(d -> BdsParameter.ask(study, d, requested));
    }

    /// The flags that the dataset has beside the one that does not pick, else that there is none.
    private static String remedy(Study study, String dataset, String flag) {
        List<String> others = study.variables(dataset).stream()
                .filter(variable -> ANALYSIS_FLAG.matcher(variable).matches() && !variable.equals(flag)).sorted().toList();
        return others.isEmpty()
                ? "flags: {" + dataset + ": none} in study.yaml says that all records count; no other flag of analysis is there"
                : "if " + String.join(" or ", others) + " picks one record a visit, name it in study.yaml: flags: {" + dataset
                        + ": " + others.getFirst() + "}; flags: {" + dataset + ": none} says that all records count";
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null && dataset.has("PARAMCD")) {
                BdsRecords known = BdsRecords.of(data, dataset);
                AnalysisFlag flag = known.flag().orElse(null);
                ExaminedDataset examined = ExaminedDataset.of(data, name).orElseThrow();
                if (flag != null && !flag.picks()) {
                    findings.accept(examined.in(Finding.warning("FLAG_PICKS_NO_VISIT", "marks " + flag.marked() + " of "
                            + flag.groups()
                            + " values after baseline by subject, parameter and visit, so it marks something else than"
                            + " the record of a visit; tables by visit use all records")
                            .of(examined.named(flag.variable()))
                            .remedy(remedy(data.study(), name, flag.variable()))));
                } else if (flag != null) {
                    tellLeftOut(examined, flag, known.visitsWithoutFlag(), findings);
                }
            }
        }
    }

    /// What a flag leaves out that picks the records of visits: all of a visit, which may be a slip, or single values.
    private static void tellLeftOut(ExaminedDataset examined, AnalysisFlag flag, List<String> visits,
            Consumer<Finding> findings) {
        String variable = examined.named(flag.variable());
        if (!visits.isEmpty()) {
            findings.accept(examined.in(Finding.warning("FLAG_WITHOUT_VISIT", "marks no record of " + named(visits)
                    + " for a parameter that has values there; tables by visit leave " + (visits.size() == 1 ? "it" : "them")
                    + " out").of(variable)
                    .remedy("flag the records that count, or say that all do: flags: {" + examined.name() + ": none}")));
        }
        if (flag.marked() < flag.groups()) {
            findings.accept(examined.in(Finding.note("FLAG_LEAVES_OUT", String.format(Locale.ROOT,
                    "marks no record in %,d of %,d values after baseline by subject, parameter and visit; tables by visit leave"
                            + " these out",
                    flag.groups() - flag.marked(), flag.groups())).of(variable)));
        }
    }

    private static String named(List<String> visits) {
        return String.join(", ", visits.stream().limit(NAMED).toList())
                + (visits.size() > NAMED ? " and " + (visits.size() - NAMED) + " more visits" : "");
    }
}
