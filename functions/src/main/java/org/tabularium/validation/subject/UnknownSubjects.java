package org.tabularium.validation.subject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Every row is of a subject of ADSL. A treatment-emergent event of another rejects the study, since somebody treated would be
/// missing from every
/// N; other rows are left out and counted.
public final class UnknownSubjects implements Rule {

    /// How many subjects of a dataset are named.
    private static final int NAMED = 5;

    private static final Finding EVENT = Finding.error("SUBJECT_UNKNOWN", "is not in ADSL, but has a treatment-emergent event")
            .of("USUBJID")
            .remedy("add the subject to ADSL or correct the identifier");
    private static final Finding ROWS = Finding.warning("SUBJECT_UNKNOWN", "is not in ADSL")
            .of("USUBJID")
            .remedy("add the subject to ADSL or correct the identifier");

    private static final Finding ABSENT = Finding
            .warning("SUBJECT_ABSENT",
                    "is not in the dataset, so that nobody knows whose its records are; no table is made of it")
            .of("USUBJID")
            .remedy("deliver it, or name the variable that holds it in study.yaml: variables: {USUBJID: its name}");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, "USUBJID"));
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "TRTEMFL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        var events = ExaminedDataset.withEvents(data.study());
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            if (!dataset.name().equals(Study.ADSL)) {
                IntPredicate emergent = events.contains(dataset.name()) ? dataset.where("TRTEMFL", "Y"::equals) : row -> false;
                if (dataset.column("USUBJID").isEmpty() && isOfSubjects(data.study(), dataset) && dataset.rows() > 0) {
                    findings.accept(dataset.in(ABSENT));
                }
                dataset.text("USUBJID").ifPresent(ids -> check(dataset, ExaminedDataset.adsl(data), ids, emergent, findings));
            }
        }
    }

    /// Whether a dataset has records of subjects by its other variables: parameters, events, or the short identifier.
    private static boolean isOfSubjects(Study study, ExaminedDataset dataset) {
        return Stream.of("PARAMCD", "SUBJID", "AEDECOD", "AETERM", "ASTDT").anyMatch(name -> study.has(dataset.name(), name));
    }

    private static void check(ExaminedDataset dataset, ExaminedDataset adsl, TextColumn ids, IntPredicate emergent,
            Consumer<Finding> findings) {
        RowSubjects subjects = dataset.subjects();
        if (subjects.areAllKnown()) {
            return;
        }
        Map<String, String> known = known(adsl);
        int[] rowsOfId = new int[ids.dictionary().size()];
        int[] firstOfId = new int[rowsOfId.length];
        int rows = 0;
        try (RowFindings events = new RowFindings(dataset, EVENT, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (subjects.of(row) != StudyData.UNKNOWN) {
                    continue;
                }
                String id = ids.value(row).strip();
                if (emergent.test(row)) {
                    events.add(row, id, id.isEmpty()
                            ? "is blank, but the event is treatment-emergent"
                            : EVENT.message() + near(known, id));
                } else {
                    int code = ids.code(row);
                    firstOfId[code] = rowsOfId[code]++ == 0 ? row : firstOfId[code];
                    rows++;
                }
            }
        }
        if (rows > 0) {
            report(dataset, ids, rowsOfId, firstOfId, findings);
        }
    }

    /// ADSL's identifiers by what an export may leave of them; empty for what is left of several.
    private static Map<String, String> known(ExaminedDataset adsl) {
        Map<String, String> known = new HashMap<>();
        adsl.text("USUBJID").ifPresent(ids -> ids.dictionary()
                .forEach(id -> known.merge(rest(id.strip()), id.strip(), (one, other) -> one.equals(other) ? one : "")));
        return known;
    }

    /// What stands behind the last hyphen, without leading zeros, in small letters: a spreadsheet makes 1 of 001.
    private static String rest(String id) {
        return id.substring(id.lastIndexOf('-') + 1).replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT);
    }

    private static String near(Map<String, String> known, String id) {
        String near = known.getOrDefault(rest(id), "");
        return near.isEmpty() ? "" : "; ADSL has \"" + near + "\"";
    }

    private static void report(
            ExaminedDataset dataset, TextColumn ids, int[] rowsOfId, int[] firstOfId, Consumer<Finding> findings) {
        int[] codes = java.util.stream.IntStream.range(0, rowsOfId.length)
                .filter(code -> rowsOfId[code] > 0)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(code -> firstOfId[code]))
                .mapToInt(Integer::intValue)
                .toArray();
        Finding pattern = ROWS.of(dataset.named("USUBJID"));
        if (codes.length <= RowFindings.EACH) {
            for (int code : codes) {
                String id = ids.dictionary().get(code).strip();
                String left = rowsOfId[code] == 1
                        ? "; its row is left out"
                        : "; its " + count(rowsOfId[code]) + " rows are left out";
                Finding finding = message(pattern, (id.isEmpty() ? "is blank" : "is not in ADSL") + left);
                findings.accept(dataset.at(firstOfId[code], id.isEmpty() ? finding : finding.value(id)));
            }
            return;
        }
        int rows = java.util.Arrays.stream(codes).map(code -> rowsOfId[code]).sum();
        String named = java.util.Arrays.stream(codes).limit(NAMED).mapToObj(code -> ids.dictionary().get(code).strip())
                .map(id -> id.isEmpty() ? "(blank)" : id).collect(java.util.stream.Collectors.joining(", "));
        String more = codes.length > NAMED ? "and " + count(codes.length - NAMED) + " more subjects " : "";
        findings.accept(dataset.in(message(pattern, more + "are not in ADSL; their " + count(rows)
                + " rows are left out, the first of them row " + dataset.sourceRow(firstOfId[codes[0]])).value(named)));
    }

    private static Finding message(Finding pattern, String message) {
        return new Finding(pattern.severity(), pattern.code(), null, null, pattern.variable(), null, message, pattern.remedy());
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
