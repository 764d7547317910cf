package org.tabularium.validation.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A medication, a disease of the history or a deviation is one record: no two of a subject have the same number (CMSEQ, MHSEQ,
/// DVSEQ), terms, classes and dates, as where a merge wrote each twice. A record for each class of a medication is none of them.
/// Adverse events are a matter of [DuplicateEvents].
public final class RepeatedOccurrences implements Rule {

    private static final String NUMBER = "SEQ";
    /// What tells the records of one number apart, behind the two letters of the domain or by itself.
    private static final Pattern TELLING = Pattern
            .compile(
                    "[A-Z]{2}(?:DECOD|TERM|TRT|MODIFY|CAT|SCAT|BODSYS|SOC|HLT|HLGT|LLT|PTCD|DOSE|DOSU|ROUTE|INDC|STDTC|ENDTC|OCCUR)"
                            + "|.*(?:CLAS|ATC).*|ASTDTM?|AENDTM?|ASEQ|APERIOD|TRTA");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : of(study)) {
            requested.ask(name, "USUBJID", number(name));
            requested.ask(name, study.variables(name).stream().filter(v -> TELLING.matcher(v).matches()).toList());
        }
    }

    /// Datasets with the number of their domain's records, one of its terms and no parameters.
    private static List<String> of(Study study) {
        List<String> events = ExaminedDataset.withEvents(study);
        return ExaminedDataset.names(study).stream()
                .filter(name -> !name.equals(Study.ADSL) && !events.contains(name) && !study.has(name, "PARAMCD"))
                .filter(name -> study.has(name, number(name))
                        && Stream.of("DECOD", "TERM", "TRT").anyMatch(end -> study.has(name, domain(name) + end)))
                .toList();
    }

    private static String domain(String name) {
        return name.startsWith("AD") && name.length() > 3 ? name.substring(2, 4) : name;
    }

    private static String number(String name) {
        return domain(name) + NUMBER;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, of(data.study())).forEach(dataset -> check(dataset, findings));
    }

    private static void check(ExaminedDataset dataset, Consumer<Finding> findings) {
        String variable = number(dataset.name());
        Optional<Column> subject = dataset.column("USUBJID");
        Optional<Column> number = dataset.column(variable);
        if (subject.isEmpty() || number.isEmpty()) {
            return;
        }
        List<Column> told = new ArrayList<>(List.of(subject.get(), number.get()));
        dataset.columns().stream().filter(column -> TELLING.matcher(column.variable().name()).matches()).forEach(told::add);
        Finding pattern = Finding.warning("RECORD_TWICE", "").of(variable).remedy("keep one of them");
        Map<List<String>, Integer> first = new HashMap<>();
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (number.get().isMissing(row)) {
                    continue;
                }
                int here = row;
                Integer before = first.putIfAbsent(told.stream().map(column -> ValueText.text(column, here)).toList(), row);
                if (before != null) {
                    rows.add(row, at -> ValueText.text(number.get(), at), at -> "is the number of the same subject's record in "
                            + dataset.other(before, at) + ", too, with the same terms and dates; listings show both");
                }
            }
        }
    }
}
